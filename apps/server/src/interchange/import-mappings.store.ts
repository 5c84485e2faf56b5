import type { TableMapping } from '@entente/core/interchange';
import { invariant } from '@entente/core/kernel';
import { sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';

export type MappingRow = {
  readonly id: string;
  readonly name: string;
  readonly headings: readonly string[];
  readonly layout: string;
  readonly mapping: Pick<TableMapping, 'columns' | 'defaults'>;
  readonly shared: boolean;
  readonly mine: boolean;
};

const columns = sql`id, name, headings, layout, mapping, shared, actor_id = current_setting('entente.actor')::uuid as mine`;

/** The actor's own mappings before those that others share, each by name. */
export async function findMappings(transaction: DatabaseTransaction): Promise<MappingRow[]> {
  const { rows } = await sql<MappingRow>`
    select ${columns} from app.import_mapping order by mine desc, name, id`.execute(transaction);
  return rows;
}

/** Remembers a mapping, in place of the actor's own of the same name. */
export async function upsertMapping(
  transaction: DatabaseTransaction,
  { name, headings, layout, mapping, shared }: Omit<MappingRow, 'id' | 'mine'>,
): Promise<MappingRow> {
  const { rows } = await sql<MappingRow>`
    insert into app.import_mapping (workspace_id, actor_id, name, headings, layout, mapping, shared)
    values (current_setting('entente.workspace')::uuid, current_setting('entente.actor')::uuid, ${name},
      ${JSON.stringify(headings)}::jsonb, ${layout}, ${JSON.stringify(mapping)}::jsonb, ${shared})
    on conflict on constraint import_mapping_name_unique
      do update set headings = excluded.headings, layout = excluded.layout, mapping = excluded.mapping,
        shared = excluded.shared
    returning ${columns}`.execute(transaction);
  invariant(rows[0], 'a written row comes back');
  return rows[0];
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a mapping of the actor's was there to be forgotten. */
export async function removeMapping(transaction: DatabaseTransaction, id: string): Promise<boolean> {
  if (!UUID.test(id)) return false;
  const { numAffectedRows } = await sql`delete from app.import_mapping where id = ${id}`.execute(transaction);
  return (numAffectedRows ?? 0n) > 0n;
}
