import type { ListField } from '@entente/core/register';
import { type RawBuilder, sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';
import { admitted, type ListScope } from './list-conditions.store.ts';
import { numberOf, referenceOf, relationOf, textOf } from './list-fields.store.ts';
import { RECORD_TABLES, type RecordTable, type RowKind } from './record-tables.ts';
import { tableOf } from './records.store.ts';

type Sql = RawBuilder<unknown>;

/** What the numbers of some records come to; decimals are exact text. */
export type NumberTotal = {
  readonly known: number;
  readonly unknown: number;
  readonly sum: string | null;
  readonly least: string | null;
  readonly most: string | null;
};

/** Records of one group; `key` is the text of its value, or the id of what its records lead to. */
export type CountedGroup = {
  readonly key: string | null;
  readonly count: number;
  /** One for each of the numbers asked for. */
  readonly totals: readonly NumberTotal[];
};

/** Readings of one quantity in one unit, of one group. */
export type QuantityTotal = NumberTotal & {
  readonly key: string | null;
  readonly quantity: string;
  readonly unit: string | null;
};

const total = (number: Sql): Sql => sql`json_build_object(
  'known', count(${number})::int, 'unknown', (count(*) - count(${number}))::int,
  'sum', trim_scale(sum(${number}::numeric))::text,
  'least', trim_scale(min(${number}::numeric))::text, 'most', trim_scale(max(${number}::numeric))::text)`;

type Grouping = { readonly join: Sql; readonly key: Sql };

/** By what records are told apart; null: all are one group. */
function groupingOf(table: RecordTable, field: ListField | null): Grouping {
  if (field === null) return { join: sql``, key: sql`null::text` };
  const relation = relationOf(table, field);
  if (relation !== null) {
    const { from, owner, id, only } = relation;
    return {
      join: sql`left join (select distinct ${owner} as owner, ${id} as id from ${from} where ${only}) g on g.owner = t.id`,
      key: sql`g.id::text`,
    };
  }
  switch (field.as) {
    case 'reference':
      return { join: sql``, key: sql`${referenceOf(table, field)}::text` };
    case 'subject':
      return { join: sql``, key: sql`t.subject_kind || ':' || ${referenceOf(table, field)}` };
    case 'share':
    case 'decimal':
    case 'whole':
      return { join: sql``, key: sql`trim_scale(${numberOf(table, field)}::numeric)::text` };
    default:
      return { join: sql``, key: sql`${textOf(table, field)}::text` };
  }
}

/** The most groups that are told, the largest first. */
const MOST_GROUPS = 500;

/** Counts the records of a scope, alone or by the values of a field, and totals their numbers. */
export async function countGroups(
  transaction: DatabaseTransaction,
  scope: ListScope,
  group: ListField | null,
  numbers: readonly ListField[],
): Promise<readonly CountedGroup[]> {
  const table = RECORD_TABLES[scope.kind];
  const { join, key } = groupingOf(table, group);
  const totals = numbers.map((number) => total(numberOf(table, number)));
  const { rows } = await sql<CountedGroup>`
    select ${key} as key, count(*)::int as count,
      ${totals.length === 0 ? sql`'[]'::json` : sql`json_build_array(${sql.join(totals)})`} as totals
    from ${tableOf(scope.kind)} t ${join} where ${admitted(scope)}
    ${group === null ? sql`` : sql`group by 1 order by 2 desc, 1 nulls last limit ${MOST_GROUPS}`}`.execute(
    transaction,
  );
  return rows;
}

const MOST_QUANTITIES = 2000;

/** Totals the readings of measures, each quantity and unit by itself. */
export async function findQuantities(
  transaction: DatabaseTransaction,
  scope: ListScope,
  group: ListField | null,
): Promise<readonly QuantityTotal[]> {
  const { join, key } = groupingOf(RECORD_TABLES[scope.kind], group);
  const { rows } = await sql<{ key: string | null; quantity: string; unit: string | null; total: NumberTotal }>`
    select ${key} as key, t.quantity::text as quantity, t.unit::text as unit, ${total(sql`t.value`)} as total
    from ${tableOf(scope.kind)} t ${join} where ${admitted(scope)}
    group by 1, 2, 3 order by count(*) desc, 2, 3 nulls first limit ${MOST_QUANTITIES}`.execute(transaction);
  return rows.map(({ total: numbers, ...row }) => ({ ...row, ...numbers }));
}

/** What records are called: by slug, or id where they have none, and by name. */
export type GroupName = { readonly id: string; readonly value: string; readonly name: string | null };

export async function findGroupNames(
  transaction: DatabaseTransaction,
  kind: RowKind,
  ids: readonly string[],
): Promise<readonly GroupName[]> {
  if (ids.length === 0) return [];
  const { slug, label } = RECORD_TABLES[kind];
  const { rows } = await sql<GroupName>`
    select t.id, ${slug === null ? sql`t.id::text` : sql.ref(`t.${slug}`)} as value,
      ${label === null ? sql`null` : sql.ref(`t.${label}`)} as name
    from ${tableOf(kind)} t where t.id = any (${[...ids]}::uuid[])`.execute(transaction);
  return rows;
}
