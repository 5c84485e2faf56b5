import { invariant } from '@entente/core/kernel';
import { sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';
import type { ImportChoices } from './import-choices.ts';

/** An import as it is kept. `Reading` is what was understood, as it is shown. */
export type ImportRow<Reading> = {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly size: number;
  readonly choices: ImportChoices;
  readonly reading: Reading;
  readonly committed: boolean;
  readonly change: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
};

const columns = sql`i.id, i.version, i.name, octet_length(i.bytes) as size, i.choices, i.reading, i.committed,
  i.change_set_id as change, i.created_at as "createdAt", i.expires_at as "expiresAt"`;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The actor's imports in the workspace, latest first. */
export async function findImports<Reading>(transaction: DatabaseTransaction): Promise<ImportRow<Reading>[]> {
  const { rows } = await sql<ImportRow<Reading>>`
    select ${columns} from app.import i where i.expires_at > now() order by i.created_at desc, i.id`.execute(
    transaction,
  );
  return rows;
}

/** One import of the actor's; `lock` keeps others from changing it until the transaction ends. */
export async function findImport<Reading>(
  transaction: DatabaseTransaction,
  id: string,
  lock: 'lock' | 'read' = 'read',
): Promise<ImportRow<Reading> | null> {
  if (!UUID.test(id)) return null;
  const { rows } = await sql<ImportRow<Reading>>`
    select ${columns} from app.import i where i.id = ${id} and i.expires_at > now()
    ${lock === 'lock' ? sql`for update` : sql``}`.execute(transaction);
  return rows[0] ?? null;
}

/** The file of an import. */
export async function getImportBytes(transaction: DatabaseTransaction, id: string): Promise<Uint8Array> {
  const { rows } = await sql<{ bytes: Buffer }>`select bytes from app.import where id = ${id}`.execute(transaction);
  invariant(rows[0], 'the import was found before');
  return new Uint8Array(rows[0].bytes);
}

export type NewImport<Reading> = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly choices: ImportChoices;
  readonly reading: Reading;
};

export async function insertImport<Reading>(
  transaction: DatabaseTransaction,
  { name, bytes, choices, reading }: NewImport<Reading>,
): Promise<ImportRow<Reading>> {
  const { rows } = await sql<ImportRow<Reading>>`
    insert into app.import as i (workspace_id, actor_id, name, bytes, choices, reading)
    values (current_setting('entente.workspace')::uuid, current_setting('entente.actor')::uuid, ${name},
      ${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)}, ${JSON.stringify(choices)}::jsonb, ${JSON.stringify(reading)}::jsonb)
    returning ${columns}`.execute(transaction);
  invariant(rows[0], 'an inserted row comes back');
  return rows[0];
}

export async function updateImport<Reading>(
  transaction: DatabaseTransaction,
  id: string,
  { choices, reading }: Pick<NewImport<Reading>, 'choices' | 'reading'>,
): Promise<ImportRow<Reading>> {
  const { rows } = await sql<ImportRow<Reading>>`
    update app.import i set choices = ${JSON.stringify(choices)}::jsonb, reading = ${JSON.stringify(reading)}::jsonb
    where i.id = ${id} returning ${columns}`.execute(transaction);
  invariant(rows[0], 'an updated row comes back');
  return rows[0];
}

export async function markCommitted<Reading>(
  transaction: DatabaseTransaction,
  id: string,
  change: string | null,
): Promise<ImportRow<Reading>> {
  const { rows } = await sql<ImportRow<Reading>>`
    update app.import i set committed = true, change_set_id = ${change} where i.id = ${id}
    returning ${columns}`.execute(transaction);
  invariant(rows[0], 'an updated row comes back');
  return rows[0];
}

export async function removeImport(transaction: DatabaseTransaction, id: string): Promise<void> {
  await sql`delete from app.import where id = ${id}`.execute(transaction);
}

/** Removes the actor's imports whose time is over, and tells how many there still are and how much they hold. */
export async function clearImports(
  transaction: DatabaseTransaction,
): Promise<{ readonly count: number; readonly bytes: number }> {
  await sql`delete from app.import where expires_at <= now()`.execute(transaction);
  const { rows } = await sql<{ count: number; bytes: string }>`
    select count(*)::int as count, coalesce(sum(octet_length(bytes)), 0)::text as bytes from app.import`.execute(
    transaction,
  );
  return { count: rows[0]?.count ?? 0, bytes: Number(rows[0]?.bytes ?? 0) };
}

/** Imports into one workspace take turns, until the transaction ends. */
export async function lockImporting(transaction: DatabaseTransaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('import into ' || current_setting('entente.workspace'), 0))`.execute(
    transaction,
  );
}
