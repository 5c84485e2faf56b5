import { type RawBuilder, sql } from 'kysely';
import type { Database, DatabaseTransaction } from '../platform/database.ts';

/** A column that can hold words. */
export type WordColumn = {
  readonly table: string;
  readonly column: string;
  /** `text` with all its domains, `json`, or `texts`. */
  readonly holds: 'text' | 'json' | 'texts';
};

/**
 * Every column of the product's schemas that can hold words of its own: not what names a row, here or elsewhere, and not what
 * is worked out from others. Digests and times hold none.
 */
async function findWordColumns(superuser: Database): Promise<readonly WordColumn[]> {
  const { rows } = await sql<WordColumn>`
    select c.oid::regclass::text as "table", a.attname as "column",
      case when t.typname = 'jsonb' then 'json' when t.typname = '_text' then 'texts' else 'text' end as holds
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    join pg_type d on d.oid = a.atttypid
    join pg_type t on t.oid = coalesce(nullif(d.typbasetype, 0), d.oid)
    where c.relkind = 'r' and c.relnamespace in (
        'app'::regnamespace, 'room'::regnamespace, 'auth'::regnamespace, 'handover'::regnamespace)
      and t.typname in ('text', 'varchar', 'jsonb', '_text')
      and not exists (
        select from pg_constraint k
        where k.conrelid = c.oid and k.contype in ('p', 'f') and a.attnum = any (k.conkey))
    order by 1, 2`.execute(superuser);
  return rows;
}

/** What the new value of a column is: its token and, so that no two rows are alike, the row's own mark. */
function tokenIn({ column, holds }: WordColumn, token: string): RawBuilder<unknown> {
  const own = sql`${token} || '-' || left(md5(t.ctid::text), 8)`;
  if (holds === 'text') return own;
  if (holds === 'texts') return sql`array_append(coalesce(t.${sql.ref(column)}, '{}'), ${own})`;
  return sql`case when jsonb_typeof(t.${sql.ref(column)}) = 'object'
    then t.${sql.ref(column)} || jsonb_build_object('name', ${own}) else t.${sql.ref(column)} end`;
}

const CHECKED = new Set(['23514', '23505', '22P02', '22001', '23502', '22023']);

/** Puts a token into a column of the rows that are hidden; how many took it, or null where a rule refuses such words. */
async function plantToken(
  transaction: DatabaseTransaction,
  word: WordColumn,
  token: string,
  hidden: RawBuilder<unknown>,
  filled: 'every' | 'those with words' = 'every',
): Promise<number | null> {
  await sql`savepoint token`.execute(transaction);
  try {
    const { numAffectedRows } = await sql`
      update ${sql.table(word.table.replaceAll('"', ''))} t set ${sql.ref(word.column)} = ${tokenIn(word, token)}
      where ${hidden} and (${filled} = 'every' or t.${sql.ref(word.column)} is not null)`.execute(transaction);
    await sql`release savepoint token`.execute(transaction);
    return Number(numAffectedRows ?? 0);
  } catch (error) {
    await sql`rollback to savepoint token`.execute(transaction);
    const isRule = error instanceof Error && 'code' in error && CHECKED.has(String(error.code));
    if (!isRule) throw error;
    // Some rows may have no such words, for example an answer that confirms.
    return filled === 'every' ? plantToken(transaction, word, token, hidden, 'those with words') : null;
  }
}

export type Planting = {
  /** Columns whose hidden rows hold tokens now. */
  readonly taken: readonly string[];
  /** Columns that take only certain words, by a rule of the database. */
  readonly refused: readonly string[];
  /** Columns without a hidden row. */
  readonly empty: readonly string[];
};

export const TOKEN = 'canary';

/** Puts a token of its own into every word that is hidden, past triggers and references; `hiddenIn` says which rows are. */
export async function plantTokens(
  superuser: Database,
  hiddenIn: (word: WordColumn) => RawBuilder<unknown> | null,
): Promise<Planting> {
  const words = await findWordColumns(superuser);
  const planting = { taken: [] as string[], refused: [] as string[], empty: [] as string[] };
  await superuser.transaction().execute(async (transaction) => {
    await sql`set local session_replication_role = replica`.execute(transaction);
    for (const [nth, word] of words.entries()) {
      const hidden = hiddenIn(word);
      const name = `${word.table}.${word.column}`;
      const slug = name.replace(/[^a-z0-9]+/g, '-');
      const took = hidden === null ? 0 : await plantToken(transaction, word, `${TOKEN}-${nth}-${slug}`, hidden);
      (took === null ? planting.refused : took === 0 ? planting.empty : planting.taken).push(name);
    }
  });
  return planting;
}
