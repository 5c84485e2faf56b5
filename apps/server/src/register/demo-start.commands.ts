import type { RoomContext } from '../platform/http.ts';
import { shippedCases, shippedTerms } from './case-library.ts';
import { createDemoWorkspace, localCaller } from './demo.commands.ts';

/** On the first start: the workspace `demo`. Every later start finds a workspace and reads no file. */
export async function createDemoOnFirstStart({
  databases,
  configuration,
}: Pick<RoomContext, 'databases' | 'configuration'>): Promise<void> {
  const caller = await localCaller(databases.app, new Date().toISOString().slice(0, 10));
  const { projectFolder } = configuration;
  await createDemoWorkspace(
    caller,
    () => Promise.resolve(shippedCases(projectFolder)),
    () => shippedTerms(projectFolder),
  );
}
