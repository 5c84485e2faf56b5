import { sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';
import { RECORD_TABLES, type RowKind } from '../register/record-tables.ts';
import { tableOf } from '../register/records.store.ts';
import type { KnownNames, KnownRecord } from './known-names.ts';

type Other = { organisation_id: string; text: string; kind: string; reading: string | null };

/**
 * What records of the workspace are called, of every kind that has a name or a slug; of one that has none the ids alone,
 * where a table tells them.
 */
export async function findKnownNames(
  transaction: DatabaseTransaction,
  nameless: RowKind | null = null,
): Promise<KnownNames> {
  const others = await sql<Other>`select organisation_id, text, kind, reading from app.organisation_name`.execute(
    transaction,
  );
  const byOrganisation = new Map<string, Other[]>();
  for (const other of others.rows) {
    const list = byOrganisation.get(other.organisation_id);
    if (list === undefined) byOrganisation.set(other.organisation_id, [other]);
    else list.push(other);
  }
  const records: KnownRecord[] = [];
  for (const { kind, slug, label } of Object.values(RECORD_TABLES)) {
    if (kind !== nameless && kind === 'organisation-name') continue;
    if (kind === 'claim' || (slug === null && kind !== nameless)) continue;
    const name = label === null ? sql`null` : sql.ref(`t.${label}`);
    const lei = kind === 'organisation' ? sql`t.lei` : sql`null`;
    const { rows } = await sql<{ id: string; slug: string | null; name: string | null; lei: string | null }>`
      select t.id, ${slug === null ? sql`null` : sql.ref(`t.${slug}`)} as slug, ${name} as name, ${lei} as lei from ${tableOf(kind)} t
      order by t.position`.execute(transaction);
    for (const row of rows) {
      const names = kind === 'organisation' ? (byOrganisation.get(row.id) ?? []) : [];
      records.push({ kind, ...row, others: names.map(({ organisation_id: _, ...rest }) => rest) });
    }
  }
  const ventures = await sql<{ id: string; venture_id: string }>`
    select id, venture_id from app.alliance where venture_id is not null`.execute(transaction);
  return { records, ventures: Object.fromEntries(ventures.rows.map((row) => [row.id, row.venture_id])) };
}
