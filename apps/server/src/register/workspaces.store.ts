import { invariant } from '@entente/core/kernel';
import { sql } from 'kysely';
import type { Database, DatabaseTransaction } from '../platform/database.ts';

export type Workspace = {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly version: string;
  readonly defaultPopulation: 'all' | 'equity' | 'joint-ventures';
  readonly createdAt: Date;
};

const columns = sql`id, slug, name, version, default_population as "defaultPopulation", created_at as "createdAt"`;

/** The one user of an installation without accounts. */
export async function getLocalPerson(database: Database): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from app.person where is_local`.execute(database);
  const id = rows[0]?.id;
  invariant(id, 'the first migration makes the local person');
  return id;
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A workspace that the actor may see, by slug or id. */
export async function findWorkspace(transaction: DatabaseTransaction, reference: string): Promise<Workspace | null> {
  const named = ID.test(reference) ? sql`id = ${reference}` : sql`slug = ${reference}`;
  const { rows } = await sql<Workspace>`select ${columns} from app.workspace where ${named}`.execute(transaction);
  return rows[0] ?? null;
}

/** From here on the transaction works in this workspace. */
export async function enterWorkspace(transaction: DatabaseTransaction, id: string): Promise<void> {
  await sql`select set_config('entente.workspace', ${id}, true)`.execute(transaction);
}

export async function findWorkspaces(
  transaction: DatabaseTransaction,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<{ readonly items: readonly Workspace[]; readonly total: number }> {
  const { rows } = await sql<Workspace>`
    select ${columns} from app.workspace where ${after}::text is null or slug > ${after}
    order by slug limit ${limit}`.execute(transaction);
  const counted = await sql<{ total: number }>`select count(*)::int as total from app.workspace`.execute(transaction);
  return { items: rows, total: counted.rows[0]?.total ?? 0 };
}

export async function insertWorkspace(
  transaction: DatabaseTransaction,
  { slug, name, defaultPopulation }: Pick<Workspace, 'slug' | 'name' | 'defaultPopulation'>,
): Promise<Workspace> {
  const { rows } = await sql<Workspace>`
    insert into app.workspace (slug, name, default_population, created_by)
    values (${slug}, ${name}, ${defaultPopulation}, current_setting('entente.actor')::uuid)
    returning ${columns}`.execute(transaction);
  invariant(rows[0], 'an inserted workspace is returned');
  return rows[0];
}
