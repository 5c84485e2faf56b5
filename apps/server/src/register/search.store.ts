import type { NameQuery } from '@entente/core/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';

/** Tables of names; a name of an organisation leads to the organisation. */
const SEARCHED = [
  { kind: 'organisation', table: 'organisation', id: 'id' },
  { kind: 'organisation-name', table: 'organisation_name', id: 'organisation_id' },
  { kind: 'alliance', table: 'alliance', id: 'id' },
  { kind: 'house', table: 'house', id: 'id' },
  { kind: 'person', table: 'person_record', id: 'id' },
  { kind: 'event', table: 'event', id: 'id' },
  { kind: 'source', table: 'source', id: 'id' },
] as const;
type Searched = (typeof SEARCHED)[number];

/** A record that may be an answer. Which of its texts fits, and how well, is judged with the texts at hand. */
export type Candidate = { readonly kind: Exclude<Searched['kind'], 'organisation-name'>; readonly id: string };

/** A text without letters and digits is found nowhere; without the test it would be found everywhere. */
const compared = (text: string): RawBuilder<unknown> => sql`nullif(app.search_text(${text}), '')`;
const inside = (text: string): RawBuilder<unknown> => sql`t.search like '%' || ${compared(text)} || '%'`;
const anyOf = (conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
  sql`(${sql.join([...conditions], sql` or `)})`;

function isWhole({ kind }: Searched, text: string): RawBuilder<unknown> {
  // The column holds a name and its reading with a blank between them.
  return kind === 'organisation-name'
    ? sql`' ' || t.search || ' ' like '% ' || ${compared(text)} || ' %'`
    : sql`t.search = ${compared(text)}`;
}

function isBeginning({ kind }: Searched, text: string): RawBuilder<unknown> {
  const name = sql`t.search like ${compared(text)} || '%'`;
  return kind === 'organisation-name' ? sql`${name} or t.search like '% ' || ${compared(text)} || '%'` : name;
}

/** The best of one table by what its index alone tells: whole names, then beginnings, then the rest, each by name. */
function bestOf(searched: Searched, { words, whole }: NameQuery, most: number): RawBuilder<unknown> {
  const all = sql.join(
    words.map((spellings) => anyOf(spellings.map(inside))),
    sql` and `,
  );
  const rank = sql`case when ${anyOf(whole.map((text) => isWhole(searched, text)))} then 0
    when ${anyOf(whole.map((text) => isBeginning(searched, text)))} then 1 else 2 end`;
  return sql`(select ${searched.kind} as kind, ${sql.ref(`t.${searched.id}`)} as id, ${rank} as rank, t.search
    from ${sql.table(`app.${searched.table}`)} t where ${all} order by rank, t.search, id limit ${most})`;
}

/** Records of every kind with a name, other name or reading that holds all words; at most so many from each table. */
export async function findCandidates(
  transaction: DatabaseTransaction,
  query: NameQuery,
  most: number,
): Promise<Candidate[]> {
  const { rows } = await sql<{ kind: Searched['kind']; id: string }>`
    ${sql.join(
      SEARCHED.map((searched) => bestOf(searched, query, most)),
      sql` union all `,
    )}`.execute(transaction);
  const candidates = rows.map(
    ({ kind, id }): Candidate => ({ kind: kind === 'organisation-name' ? 'organisation' : kind, id }),
  );
  return [...new Map(candidates.map((candidate) => [candidate.id, candidate])).values()];
}
