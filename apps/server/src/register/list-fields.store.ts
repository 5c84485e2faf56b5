import { invariant } from '@entente/core/kernel';
import { CUSTOM_PREFIX, isCustomField, type ListField } from '@entente/core/register';
import { type RawBuilder, sql } from 'kysely';
import type { Column, RecordTable } from './record-tables.ts';

type Sql = RawBuilder<unknown>;

const columnOf = (table: RecordTable, name: string): Column | null =>
  table.columns.find(({ field }) => field === name) ?? null;

const keyOf = (field: ListField): string => field.name.slice(CUSTOM_PREFIX.length);

/** The column of `t` that holds a field of the register's own. */
function held(table: RecordTable, field: ListField): string {
  const column = columnOf(table, field.name);
  invariant(column, `${table.kind} holds ${field.name}`);
  return `t.${column.column}`;
}

/** The text of a field, a date's and a term's too; null where a record has none. */
export function textOf(table: RecordTable, field: ListField): Sql {
  if (isCustomField(field.name)) return sql`(t.custom ->> ${keyOf(field)})`;
  const ref = sql.ref(held(table, field));
  if (field.as === 'end') return sql`nullif(${ref}, '..')`;
  if (field.as === 'lines') return sql`nullif(array_to_string(${ref}, ' '), '')`;
  if (field.as === 'details') {
    return sql`nullif(array_to_string(array(select d.value from jsonb_each_text(${ref}) d order by d.key), ' '), '')`;
  }
  return ref;
}

/** What a search compares of a field: letters and digits without case, width and accents. */
export function searchOf(table: RecordTable, field: ListField): Sql {
  // Written beside the field that names a record.
  if (table.label === field.name) return sql`t.search`;
  return sql`app.search_text(${textOf(table, field)}::text)`;
}

/** The number of a field. A value of the workspace's own field was judged when it was entered, and is judged again. */
export function numberOf(table: RecordTable, field: ListField): Sql {
  if (!isCustomField(field.name)) return sql.ref(held(table, field));
  const text = textOf(table, field);
  return sql`(case when ${text} ~ '^-?[0-9]{1,20}([.][0-9]{1,10})?$' then ${text}::numeric end)`;
}

/** The first and last day that a date may mean; null is no bound. */
export function daysOf(table: RecordTable, field: ListField): { readonly earliest: Sql; readonly latest: Sql } {
  if (isCustomField(field.name)) {
    const text = textOf(table, field);
    return { earliest: sql`app.edtf_earliest(${text})`, latest: sql`app.edtf_latest(${text})` };
  }
  const name = held(table, field);
  return { earliest: sql.ref(`${name}_earliest`), latest: sql.ref(`${name}_latest`) };
}

/** The record that a reference leads to. */
export function referenceOf(table: RecordTable, field: ListField): Sql {
  const name = held(table, field);
  return sql.ref(field.as === 'subject' ? `${name}_id` : name);
}

/** When a record came in or was last changed. */
export const momentOf = (field: ListField): Sql => (field.name === 'createdAt' ? sql`t.created_at` : sql`t.updated_at`);

/** Pairs of records that a field joins though no column of the row holds them: members, what an event is about. */
export type Relation = { readonly from: Sql; readonly owner: Sql; readonly id: Sql; readonly only: Sql };

const ofKind = (kind: Sql, field: ListField): Sql =>
  field.as === 'reference' ? sql`${kind} = ${field.to}` : sql`true`;

/** The relation that a field stands for; null for a field that a column holds. */
export function relationOf(table: RecordTable, field: ListField): Relation | null {
  if (field.as !== 'subjects' && (field.as !== 'reference' || columnOf(table, field.name) !== null)) return null;
  if (table.kind === 'alliance') {
    return {
      from: sql`app.membership r`,
      owner: sql`r.alliance_id`,
      id: sql`r.organisation_id`,
      only: sql`r.stated`,
    };
  }
  if (table.kind === 'event') {
    return {
      from: sql`app.event_subject r`,
      owner: sql`r.event_id`,
      id: sql`r.subject_id`,
      only: ofKind(sql`r.subject_kind`, field),
    };
  }
  return {
    from: sql`${sql.table(`app.${table.table}`)} r`,
    owner: sql`r.id`,
    id: sql`r.subject_id`,
    only: ofKind(sql`r.subject_kind`, field),
  };
}
