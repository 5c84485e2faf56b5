import type * as serverEntry from '@entente/server';
import type { Configuration } from '@entente/server';
import type { Outcome } from '@entente/core/kernel';
import { tellProblems } from './problems.ts';

export type Server = typeof serverEntry;
export type LocalCaller = Awaited<ReturnType<Server['localCaller']>>;

/**
 * Does something in the database that the settings name: `DATABASE_URL`, else the running embedded server, else one that is
 * started for this and stopped after. Refusals are told; null when there was one.
 */
export async function inWorkspaces<T>(
  json: boolean,
  work: (caller: LocalCaller, server: Server, configuration: Configuration) => Promise<Outcome<T>>,
): Promise<T | null> {
  const server = await import('@entente/server');
  const configuration = server.configurationFrom(process.env);
  if (!configuration.ok) {
    tellProblems(configuration.problems, json);
    return null;
  }
  try {
    const { databases, close } = await server.openDatabases(configuration.value);
    try {
      const caller = await server.localCaller(databases.app, new Date().toISOString().slice(0, 10));
      const outcome = await work(caller, server, configuration.value);
      if (outcome.ok) return outcome.value;
      tellProblems(outcome.problems, json);
      return null;
    } finally {
      await close();
    }
  } catch (error) {
    if (!(error instanceof server.StartRefusal)) throw error;
    tellProblems([error.problem], json);
    return null;
  }
}
