import { isCustomField, type ListField } from '@entente/core/register';
import { type RawBuilder, sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';
import { admitted, holdsOn, type ListScope } from './list-conditions.store.ts';
import { numberOf, referenceOf, relationOf, textOf } from './list-fields.store.ts';
import { RECORD_TABLES, type RecordTable, type RowKind } from './record-tables.ts';
import { tableOf } from './records.store.ts';

type Sql = RawBuilder<unknown>;

/** What the numbers of some records come to, and what speaks against adding them; decimals are exact text. */
export type NumberTotal = {
  /** Numbers of which a second tells of the same thing as a first. */
  readonly repeated: number;
  /** Different dates of the numbers, those without one counted as one more each. */
  readonly moments: number;
  /** Numbers that are bounds or about right. */
  readonly inexact: number;
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

/** Which records are told of, and how it shows that two numbers are of one thing, of two dates, or not exact. */
type Told = { readonly which: Sql; readonly thing: Sql | null; readonly date: Sql | null; readonly inexact: Sql };

const EACH: Told = { which: sql`true`, thing: null, date: null, inexact: sql`false` };

/** A field of the workspace's own says of each record what it says, whatever the record tells of. */
function toldOf(kind: RowKind, field: ListField | null, day: string): Told {
  if (field !== null && isCustomField(field.name)) return EACH;
  switch (kind) {
    case 'stake':
      return {
        ...EACH,
        which: holdsOn(RECORD_TABLES.stake, day),
        thing: sql`(t.issuer_id, coalesce(t.holder_id::text, t.holders, t.id::text))`,
      };
    case 'measure':
      return {
        ...EACH,
        // Items may be parts of a whole, and as well its shortest and its longest.
        thing: sql`t.subject_id`,
        date: sql`t.date::text`,
        inexact: sql`coalesce(t.bound::text, '=') <> '='`,
      };
    case 'workforce':
      return { ...EACH, thing: sql`(t.organisation_id, t.origin)`, date: sql`t.date::text` };
    default:
      return EACH;
  }
}

function total(number: Sql, { which, thing, date, inexact }: Told): Sql {
  const stated = sql`filter (where ${which} and ${number} is not null)`;
  const repeated = thing === null ? sql`0` : sql`(count(*) ${stated} - count(distinct ${thing}) ${stated})::int`;
  const dates = date === null ? sql`1` : sql`(count(distinct ${date}) ${stated})::int`;
  const undated =
    date === null ? sql`0` : sql`(count(*) filter (where ${which} and ${number} is not null and ${date} is null))::int`;
  return sql`json_build_object(
    'known', (count(*) ${stated})::int,
    'unknown', (count(*) filter (where ${which} and ${number} is null))::int,
    'sum', trim_scale(sum(${number}::numeric) ${stated})::text,
    'least', trim_scale(min(${number}::numeric) ${stated})::text,
    'most', trim_scale(max(${number}::numeric) ${stated})::text,
    'repeated', ${repeated}, 'moments', ${dates} + ${undated},
    'inexact', (count(*) filter (where ${which} and ${number} is not null and ${inexact}))::int)`;
}

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

/** Counts the records of a scope, alone or by the values of a field, and totals their numbers; those of stakes on a day. */
export async function countGroups(
  transaction: DatabaseTransaction,
  scope: ListScope,
  group: ListField | null,
  numbers: readonly ListField[],
  day: string,
): Promise<readonly CountedGroup[]> {
  const table = RECORD_TABLES[scope.kind];
  const { join, key } = groupingOf(table, group);
  const totals = numbers.map((number) => total(numberOf(table, number), toldOf(scope.kind, number, day)));
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
  day: string,
): Promise<readonly QuantityTotal[]> {
  const { join, key } = groupingOf(RECORD_TABLES[scope.kind], group);
  const { rows } = await sql<{ key: string | null; quantity: string; unit: string | null; total: NumberTotal }>`
    select ${key} as key, t.quantity::text as quantity, t.unit::text as unit, ${total(sql`t.value`, toldOf(scope.kind, null, day))} as total
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
      ${label === null ? sql`null` : sql.ref(`t.${label}`)} as name, t.class
    from ${tableOf(kind)} t where t.id = any (${[...ids]}::uuid[])`.execute(transaction);
  return rows;
}
