import { type AccessClass, ACCESS_CLASSES } from '@entente/core/accounts';
import { EdtfDate, invariant } from '@entente/core/kernel';
import type { FilterOperator, ListField } from '@entente/core/register';
import { type RawBuilder, sql } from 'kysely';
import {
  daysOf,
  momentOf,
  numberOf,
  type Relation,
  referenceOf,
  relationOf,
  searchOf,
  textOf,
} from './list-fields.store.ts';
import { RECORD_TABLES, type RecordTable, type RowKind } from './record-tables.ts';

type Sql = RawBuilder<unknown>;

/** One condition of a list; references are ids by now. */
export type ListCondition = {
  readonly field: ListField;
  readonly operator: FilterOperator;
  readonly values: readonly string[];
};

/** What decides which records a list holds. */
export type ListScope = {
  readonly kind: RowKind;
  readonly audience: readonly AccessClass[];
  /** Whether the best claim states the record; null: either. */
  readonly stated: boolean | null;
  readonly conditions: readonly ListCondition[];
  readonly q: string | null;
  /** A day. */
  readonly asOf: string | null;
  /** Only these; null: not chosen one by one. */
  readonly ids: readonly string[] | null;
};

const all = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);

/** A text without letters and digits is found nowhere; without the test it would be found everywhere. */
const pattern = (word: string): Sql => sql`'%' || nullif(app.search_text(${word}), '') || '%'`;

const wordsOf = (text: string): readonly string[] => text.split(/\s+/u).filter((word) => word !== '');

const holdsWords = (search: Sql, text: string): Sql =>
  sql`(${all(wordsOf(text).map((word) => sql`${search} like ${pattern(word)}`))})`;

/** By a set of owners: asked of each row, it would look up the relation a hundred thousand times. */
const isRelated = ({ from, owner, only }: Relation, which: Sql): Sql =>
  sql`t.id in (select ${owner} from ${from} where ${only} and ${which})`;

function isOneOf(table: RecordTable, field: ListField, values: readonly string[]): Sql {
  const relation = relationOf(table, field);
  if (relation !== null) return isRelated(relation, sql`${relation.id} = any (${[...values]}::uuid[])`);
  switch (field.as) {
    case 'reference':
    case 'subject':
      return sql`${referenceOf(table, field)} = any (${[...values]}::uuid[])`;
    case 'share':
    case 'decimal':
    case 'whole':
      return sql`${numberOf(table, field)} = any (${[...values]}::numeric[])`;
    case 'end':
      return values.includes('..')
        ? sql`coalesce(${textOf(table, field)}, '..') = any (${[...values]}::text[])`
        : sql`${textOf(table, field)} = any (${[...values]}::text[])`;
    default:
      return sql`${textOf(table, field)} = any (${[...values]}::text[])`;
  }
}

function hasValue(table: RecordTable, field: ListField): Sql {
  const relation = relationOf(table, field);
  if (relation !== null) return isRelated(relation, sql`true`);
  const isReference = field.as === 'reference' || field.as === 'subject';
  return sql`${isReference ? referenceOf(table, field) : textOf(table, field)} is not null`;
}

/** What lies before, after or perhaps within a date; before and after on every reading of both. */
function dated(table: RecordTable, field: ListField, operator: 'before' | 'after' | 'in', value: string): Sql {
  const date = EdtfDate.parse(value);
  invariant(date.ok, `${value} was judged to be a date`);
  const { earliest, latest } = date.value;
  if (field.as === 'moment') {
    const moment = momentOf(field);
    const from = sql`${moment} >= ${earliest ?? '-infinity'}::date`;
    const beyond = sql`${moment} >= coalesce(${latest}::date + 1, 'infinity'::date)`;
    if (operator === 'after') return beyond;
    return operator === 'before' ? sql`not ${from}` : sql`(${from} and not ${beyond})`;
  }
  const days = daysOf(table, field);
  if (operator === 'before') return sql`${days.latest} < ${earliest}::date`;
  if (operator === 'after') return sql`${days.earliest} > ${latest}::date`;
  // A date without either bound is no date but an end that is open or unknown.
  return sql`(coalesce(${days.earliest}, ${days.latest}) is not null
    and coalesce(${days.earliest} <= ${latest}::date, true) and coalesce(${days.latest} >= ${earliest}::date, true))`;
}

function condition(table: RecordTable, { field, operator, values }: ListCondition): Sql {
  const [value = ''] = values;
  switch (operator) {
    case 'is':
      return isOneOf(table, field, values);
    case 'not':
      return sql`(${isOneOf(table, field, values)}) is not true`;
    case 'has':
      return holdsWords(searchOf(table, field), value);
    case 'lacks':
      return sql`${holdsWords(searchOf(table, field), value)} is not true`;
    case 'least':
      return sql`${numberOf(table, field)} >= ${value}::numeric`;
    case 'most':
      return sql`${numberOf(table, field)} <= ${value}::numeric`;
    case 'before':
    case 'after':
    case 'in':
      return dated(table, field, operator, value);
    case 'filled':
      return hasValue(table, field);
    case 'empty':
      return sql`not (${hasValue(table, field)})`;
  }
}

/** Each word must be found in the record's name or, for an organisation, in one of its names or readings. */
function found(table: RecordTable, word: string): Sql {
  if (table.kind !== 'organisation') return sql`t.search like ${pattern(word)}`;
  return sql`(t.search like ${pattern(word)} or t.id in (
    select n.organisation_id from app.organisation_name n where n.search like ${pattern(word)}))`;
}

/** Whether a dated record holds on a day. */
export function holdsOn(table: RecordTable, day: string): Sql {
  if (table.period === null) return sql`true`;
  const from = sql.ref(`t.${table.period.from}_earliest`);
  const to = sql.ref(`t.${table.period.to}_earliest`);
  return sql`(${from} is null or ${from} <= ${day}::date) and (${to} is null or ${to} > ${day}::date)`;
}

/** The rows `t` of the scope's table that belong to the list. */
export function admitted({ kind, audience, stated, conditions, q, asOf, ids }: ListScope): Sql {
  const table = RECORD_TABLES[kind];
  return all([
    ...(audience.length === ACCESS_CLASSES.length ? [] : [sql`t.class = any (${[...audience]}::text[])`]),
    ...(stated === null ? [] : [stated ? sql`t.stated` : sql`not t.stated`]),
    ...conditions.map((each) => condition(table, each)),
    ...(q === null ? [] : wordsOf(q).map((word) => found(table, word))),
    ...(asOf === null ? [] : [holdsOn(table, asOf)]),
    ...(ids === null ? [] : [sql`t.id = any (${[...ids]}::uuid[])`]),
  ]);
}
