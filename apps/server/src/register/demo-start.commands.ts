import type { CaseLibrary } from '@entente/core/interchange';
import type { DatabaseTransaction } from '../platform/database.ts';
import type { RoomContext } from '../platform/http.ts';
import { shippedLibrary } from './case-library.ts';
import { insertMissingTerms } from './domain-terms.store.ts';
import { createDemoWorkspace, localCaller } from './demo.commands.ts';

/** Writes what the case library holds beside the register. */
export type LoadingBeside = (
  transaction: DatabaseTransaction,
  library: Pick<CaseLibrary, 'reviews' | 'papers'>,
) => Promise<void>;

/** On the first start: the workspace `demo`. Every later start finds a workspace and reads no file. */
export const createDemoOnFirstStart =
  (loadBeside: LoadingBeside) =>
  async ({ databases, configuration }: Pick<RoomContext, 'databases' | 'configuration'>): Promise<void> => {
    const caller = await localCaller(databases.app, new Date().toISOString().slice(0, 10));
    let library: CaseLibrary | null = null;
    const read = (): CaseLibrary => (library ??= shippedLibrary(configuration.projectFolder));
    await createDemoWorkspace(
      caller,
      () => Promise.resolve(read().rows),
      async (transaction) => {
        await insertMissingTerms(transaction, read().terms);
        await loadBeside(transaction, read());
      },
    );
  };
