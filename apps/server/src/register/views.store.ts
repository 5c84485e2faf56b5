import type { CollectionName, ViewDefinition } from '@entente/contract/register';
import { invariant } from '@entente/core/kernel';
import { sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';

/** A saved view; which of them a transaction sees, its actor decides. */
export type ViewRow = {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly collection: CollectionName;
  readonly shared: boolean;
  readonly mine: boolean;
  /** As it was saved, perhaps before a part was known. */
  readonly definition: Omit<ViewDefinition, 'opened'> & Partial<Pick<ViewDefinition, 'opened'>>;
};

const columns = sql`id, version, name, collection, shared, definition,
  owner_id = current_setting('entente.actor')::uuid as mine`;

/** The actor's views and those shared with them, by name; of one collection or of all. */
export async function findViews(
  transaction: DatabaseTransaction,
  collection: CollectionName | null,
): Promise<readonly ViewRow[]> {
  const { rows } = await sql<ViewRow>`
    select ${columns} from app.view where ${collection}::text is null or collection = ${collection}
    order by name collate "und-x-icu", id`.execute(transaction);
  return rows;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A view that the actor sees. */
export async function findView(transaction: DatabaseTransaction, id: string): Promise<ViewRow | null> {
  if (!UUID.test(id)) return null;
  const { rows } = await sql<ViewRow>`select ${columns} from app.view where id = ${id}`.execute(transaction);
  return rows[0] ?? null;
}

/** A view of the actor's own, locked against others until the transaction ends. */
export async function findOwnView(transaction: DatabaseTransaction, id: string): Promise<ViewRow | null> {
  if (!UUID.test(id)) return null;
  const { rows } = await sql<ViewRow>`select ${columns} from app.view where id = ${id} for update`.execute(transaction);
  return rows[0] ?? null;
}

/** How many views the actor keeps in the workspace. */
export async function countOwnViews(transaction: DatabaseTransaction): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*)::int as total from app.view where owner_id = current_setting('entente.actor')::uuid`.execute(
    transaction,
  );
  return rows[0]?.total ?? 0;
}

type Values = Pick<ViewRow, 'name' | 'shared' | 'definition'>;

export async function insertView(
  transaction: DatabaseTransaction,
  { name, collection, shared, definition }: Values & Pick<ViewRow, 'collection'>,
): Promise<ViewRow> {
  const { rows } = await sql<ViewRow>`
    insert into app.view (workspace_id, owner_id, name, collection, shared, definition)
    values (current_setting('entente.workspace')::uuid, current_setting('entente.actor')::uuid,
      ${name}, ${collection}, ${shared}, ${JSON.stringify(definition)}::jsonb)
    returning ${columns}`.execute(transaction);
  invariant(rows[0], 'an inserted row comes back');
  return rows[0];
}

export async function updateView(
  transaction: DatabaseTransaction,
  id: string,
  { name, shared, definition }: Values,
): Promise<ViewRow> {
  const { rows } = await sql<ViewRow>`
    update app.view set name = ${name}, shared = ${shared}, definition = ${JSON.stringify(definition)}::jsonb
    where id = ${id} returning ${columns}`.execute(transaction);
  invariant(rows[0], 'an updated row comes back');
  return rows[0];
}

export async function removeView(transaction: DatabaseTransaction, id: string): Promise<void> {
  await sql`delete from app.view where id = ${id}`.execute(transaction);
}
