import { invariant } from '@entente/core/kernel';
import type { ListField } from '@entente/core/register';
import { type RawBuilder, sql } from 'kysely';
import { daysOf, momentOf, numberOf, referenceOf, textOf } from './list-fields.store.ts';
import { RECORD_TABLES, type RecordTable, type RowKind } from './record-tables.ts';
import { tableOf } from './records.store.ts';

type Sql = RawBuilder<unknown>;

/** One key of an order; `field` null is the order in which records came in. */
export type SortKey = { readonly field: ListField | null; readonly descending: boolean };

/** The values of the last record before a page, one for each key; null where it has none. */
export type ListPlace = readonly (string | null)[];

type Ordered = {
  readonly expression: Sql;
  readonly cast: Sql;
  readonly descending: boolean;
  /** Records that the order asks for their names. */
  readonly joins: readonly Sql[];
};

const icu = (expression: Sql): Sql => sql`${expression} collate "und-x-icu"`;
const plain = (expression: Sql): Sql => sql`${expression}::text collate "C"`;

type Named = { readonly name: Sql; readonly join: Sql };

/** What a record is called that another leads to; joined, since one look-up a row would cost more than the order. */
function named(kind: RowKind, id: Sql, alias: string): Named {
  const { slug, label } = RECORD_TABLES[kind];
  const names = [label, slug].flatMap((name) => (name === null ? [] : [sql.ref(`${alias}.${name}`)]));
  return {
    name: names.length === 0 ? sql`${sql.ref(`${alias}.id`)}::text` : sql`coalesce(${sql.join(names)})`,
    join: sql`left join ${tableOf(kind)} ${sql.id(alias)}
      on ${sql.ref(`${alias}.workspace_id`)} = t.workspace_id and ${sql.ref(`${alias}.id`)} = ${id}`,
  };
}

/** The names that a key orders by: what it leads to is of one kind or, for measures and conditions, of two. */
function namesOf(table: RecordTable, field: ListField, alias: string): readonly Named[] {
  if (field.as === 'reference') return [named(field.to, referenceOf(table, field), alias)];
  if (field.as !== 'subject' || field.to.length > 2) return [];
  return field.to.map((kind, at) => named(kind, referenceOf(table, field), `${alias}_${at}`));
}

function expressionOf(
  table: RecordTable,
  field: ListField,
  names: readonly Named[],
): Pick<Ordered, 'expression' | 'cast'> {
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
    case 'subject': {
      if (names.length === 0) return { expression: plain(referenceOf(table, field)), cast: text };
      return { expression: icu(sql`coalesce(${sql.join(names.map(({ name }) => name))})`), cast: text };
    }
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

const entered = { expression: sql`t.position`, cast: sql`bigint`, joins: [] };

function orderedBy(table: RecordTable, { field, descending }: SortKey, at: number): Ordered {
  if (field === null) return { ...entered, descending };
  const names = namesOf(table, field, `key_${at}`);
  return { ...expressionOf(table, field, names), descending, joins: names.map(({ join }) => join) };
}

/** What a query needs in order to go by some keys. */
export type ListOrder = {
  readonly joins: Sql;
  /** The keys as columns `place_0`, `place_1` … */
  readonly columns: Sql;
  /** The same, as text, of a row that holds them. */
  readonly places: Sql;
  readonly by: Sql;
  /** Holds for rows after a place. */
  readonly beyond: (place: ListPlace) => Sql;
};

/** How many values a place in the order has. */
export const placeLength = (keys: readonly SortKey[]): number =>
  keys.length + (keys.some(({ field }) => field === null) ? 0 : 1);

/** The order of a list; rows that agree in all keys follow in the order in which they came in. */
export function orderOf(table: RecordTable, keys: readonly SortKey[]): ListOrder {
  const given = keys.map((key, at) => orderedBy(table, key, at));
  const ordered = placeLength(keys) === keys.length ? given : [...given, { ...entered, descending: false }];
  const nameOf = (at: number): string => `place_${at}`;
  return {
    joins: sql.join(
      ordered.flatMap(({ joins }) => joins),
      sql` `,
    ),
    columns: sql.join(ordered.map(({ expression }, at) => sql`${expression} as ${sql.id(nameOf(at))}`)),
    places: sql`json_build_array(${sql.join(ordered.map((_, at) => sql`${sql.ref(nameOf(at))}::text`))})`,
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
