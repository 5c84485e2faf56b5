import { invariant } from '@entente/core/kernel';
import type { ListField } from '@entente/core/register';
import { type RawBuilder, sql } from 'kysely';
import { daysOf, momentOf, numberOf, referenceOf, textOf } from './list-fields.store.ts';
import { RECORD_TABLES, type RecordTable } from './record-tables.ts';
import { tableOf } from './records.store.ts';

type Sql = RawBuilder<unknown>;

/** One key of an order; `field` null is the order in which records came in. */
export type SortKey = { readonly field: ListField | null; readonly descending: boolean };

/** The values of the last record before a page, one for each key; null where it has none. */
export type ListPlace = readonly (string | null)[];

type Ordered = { readonly expression: Sql; readonly cast: Sql; readonly descending: boolean };

const icu = (expression: Sql): Sql => sql`${expression} collate "und-x-icu"`;
const plain = (expression: Sql): Sql => sql`${expression}::text collate "C"`;

/** What a record is called that another leads to. */
function nameOf(table: RecordTable, field: ListField & { readonly as: 'reference' }): Sql {
  const { slug, label } = RECORD_TABLES[field.to];
  const names = [label, slug].flatMap((name) => (name === null ? [] : [sql.ref(`r.${name}`)]));
  const shown = names.length === 0 ? sql`r.id::text` : sql`coalesce(${sql.join(names)})`;
  return sql`(select ${shown} from ${tableOf(field.to)} r
    where r.workspace_id = t.workspace_id and r.id = ${referenceOf(table, field)})`;
}

/** What a measure or a condition is about is an organisation or an alliance. */
function subjectName(table: RecordTable, field: ListField & { readonly as: 'subject' }): Sql {
  const id = referenceOf(table, field);
  if (field.to.length > 2) return sql`${id}::text`;
  const names = field.to.map(
    (kind) => sql`(select coalesce(r.name, r.slug) from ${tableOf(kind)} r
      where r.workspace_id = t.workspace_id and r.id = ${id})`,
  );
  return sql`coalesce(${sql.join(names)})`;
}

function expressionOf(table: RecordTable, field: ListField): Omit<Ordered, 'descending'> {
  const text = sql`text`;
  switch (field.as) {
    case 'date':
    case 'end': {
      const { earliest, latest } = daysOf(table, field);
      return { expression: sql`coalesce(${earliest}, ${latest})`, cast: sql`date` };
    }
    case 'moment':
      return { expression: momentOf(field), cast: sql`timestamptz` };
    case 'share':
    case 'decimal':
    case 'whole':
      return { expression: numberOf(table, field), cast: sql`numeric` };
    case 'reference':
      return { expression: icu(nameOf(table, field)), cast: text };
    case 'subject':
      return { expression: icu(subjectName(table, field)), cast: text };
    case 'line':
    case 'note':
      return { expression: icu(textOf(table, field)), cast: text };
    case 'slug':
    case 'lei':
    case 'country':
    case 'language':
    case 'term':
    case 'choice':
    case 'flag':
    case 'lines':
    case 'details':
    case 'subjects':
    case 'unknown':
      return { expression: plain(textOf(table, field)), cast: text };
  }
}

const entered: Ordered = { expression: sql`t.position`, cast: sql`bigint`, descending: false };

/** The keys of an order; rows that agree in all of them follow in the order in which they came in. */
function orderedBy(table: RecordTable, keys: readonly SortKey[]): readonly Ordered[] {
  const given = keys.map(({ field, descending }) => ({
    ...(field === null ? entered : expressionOf(table, field)),
    descending,
  }));
  return keys.some(({ field }) => field === null) ? given : [...given, entered];
}

/** The columns that tell a row's place, what orders by them, and what comes after a place. */
export type ListOrder = { readonly places: Sql; readonly by: Sql; readonly beyond: (place: ListPlace) => Sql };

/** How many values a place in the order has. */
export const placeLength = (keys: readonly SortKey[]): number =>
  keys.length + (keys.some(({ field }) => field === null) ? 0 : 1);

export function orderOf(table: RecordTable, keys: readonly SortKey[]): ListOrder {
  const ordered = orderedBy(table, keys);
  return {
    places: sql`json_build_array(${sql.join(ordered.map(({ expression }) => sql`(${expression})::text`))})`,
    by: sql.join(
      ordered.map(({ expression, descending }) => sql`${expression} ${descending ? sql`desc` : sql`asc`} nulls last`),
    ),
    beyond: (place) => {
      invariant(place.length === ordered.length, 'a place has a value for each key');
      return sql`(${sql.join(
        ordered.map((_, at) => after(ordered, place, at)),
        sql` or `,
      )})`;
    },
  };
}

/** Rows that agree with the place in the keys before `at` and come after it by this one; no value comes last. */
function after(ordered: readonly Ordered[], place: ListPlace, at: number): Sql {
  const conditions = ordered.slice(0, at + 1).map(({ expression, cast, descending }, index) => {
    const value = place[index] ?? null;
    if (index < at) return sql`${expression} is not distinct from ${value}::${cast}`;
    if (value === null) return sql`false`;
    const further = descending ? sql`<` : sql`>`;
    const strictly = sql`${expression} ${further} ${value}::${cast}`;
    return at === ordered.length - 1 ? strictly : sql`(${strictly} or ${expression} is null)`;
  });
  return sql`(${sql.join(conditions, sql` and `)})`;
}
