import { AsyncLocalStorage } from 'node:async_hooks';
import { type DatabaseTransaction, inWorkspace } from '../platform/database.ts';
import type { Caller } from './changing.commands.ts';
import { insertCleanReading, watched } from './clean-readings.store.ts';
import { audienceIn, type Workspace } from './workspaces.store.ts';

type Readings = { readonly noted: Set<string>; readonly tell: () => Promise<void> };

const operations = new AsyncLocalStorage<string>();
const readings = new AsyncLocalStorage<Readings | null>();

/** What `run` reads is told of as read by this operation of the API. */
export const operating = <T>(operation: string, run: () => Promise<T>): Promise<T> => operations.run(operation, run);

/** Records of the class CLEAN that come from memory into the answer. */
export function noteClean(records: Iterable<string>): void {
  const noted = readings.getStore()?.noted;
  for (const record of records) noted?.add(record);
}

/** Runs what looks at more than the answer tells; what of it comes into the answer is noted by whoever picks it. */
export const unnoted = <T>(run: () => Promise<T>): Promise<T> => readings.run(null, run);

/** Runs what is kept in memory, with the records of the class CLEAN that it read, for whoever is answered with it. */
export async function notedApart<T>(run: () => Promise<T>): Promise<{ readonly value: T; readonly clean: string[] }> {
  const noted = new Set<string>();
  const value = await readings.run({ noted, tell: () => Promise.resolve() }, run);
  return { value, clean: [...noted] };
}

/** Puts what was read so far into the audit: for an answer that leaves while it is read, before each part of it. */
export const tellReadings = (): Promise<void> => readings.getStore()?.tell() ?? Promise.resolve();

/**
 * Watches one reading of a workspace. Whoever reads records of the class CLEAN is named in the audit before they have the
 * answer: if the entry cannot be written, there is no answer.
 */
export function readingWatch({ database, actor }: Pick<Caller, 'database' | 'actor'>) {
  const noted = new Set<string>();
  const told = new Set<string>();
  let place: string | null = null;
  const tell = async (): Promise<void> => {
    const fresh = [...noted].filter((record) => !told.has(record));
    if (place === null || fresh.length === 0) return;
    for (const record of fresh) told.add(record);
    const context = { workspaceId: place, actorId: actor.personId, scopes: actor.scopes };
    const operation = operations.getStore() ?? null;
    await inWorkspace(database, context, (transaction) => insertCleanReading(transaction, operation, fresh));
  };
  return {
    tell,
    /** Runs the reading; the clean team alone reads what is to be noted. */
    over: <T>(
      transaction: DatabaseTransaction,
      workspace: Workspace,
      run: (transaction: DatabaseTransaction) => Promise<T>,
    ): Promise<T> => {
      if (readings.getStore() === null || !audienceIn(workspace).includes('CLEAN')) return run(transaction);
      place = workspace.id;
      return readings.run({ noted, tell }, () => run(watched(transaction, (record) => noteClean([record]))));
    },
  };
}
