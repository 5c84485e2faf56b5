import type { Actor } from '@entente/core/accounts';
import type { Database } from '../platform/database.ts';
import { getLocalPerson } from './workspaces.store.ts';

export type LocalActor = Extract<Actor, { kind: 'local' }>;

/** The one user of an installation without accounts: whoever reaches this machine's own address. */
export async function localActor(database: Database): Promise<LocalActor> {
  return { kind: 'local', personId: await getLocalPerson(database) };
}
