import type * as serverEntry from '@entente/server';
import type { Configuration } from '@entente/server';
import type { Action } from '@entente/core/accounts';
import { Outcome } from '@entente/core/kernel';
import { tellProblems } from './problems.ts';

export type Server = typeof serverEntry;
/** `--as EMAIL` of a command, and what the command does in which workspace; without an e-mail the local user does it. */
export type Acting = { readonly as: string | undefined; readonly workspace: string; readonly needs: Action };

export const AS_OPTION = [
  '--as <email>',
  'act as this account, with its role in the workspace (the local user)',
] as const;

export type LocalCaller = Awaited<ReturnType<Server['localCaller']>>;

/**
 * Does something in the database that the settings name: `DATABASE_URL`, else the running embedded server, else one that is
 * started for this and stopped after. Refusals are told; null when there was one.
 */
export async function inWorkspaces<T>(
  json: boolean,
  work: (caller: LocalCaller, server: Server, configuration: Configuration) => Promise<Outcome<T>>,
  { as: email, workspace, needs }: Acting,
): Promise<T | null> {
  return inDatabases(json, async (databases, server, configuration) => {
    const today = new Date().toISOString().slice(0, 10);
    const caller =
      email === undefined
        ? Outcome.of(await server.localCaller(databases.app, today))
        : await server.callerAs(databases, today, { email, workspace, needs });
    return caller.ok ? work(caller.value, server, configuration) : caller;
  });
}

type Databases = Parameters<Server['callerAs']>[0] & Parameters<Server['signInFor']>[0];

/** The same for what is done to accounts, of which no workspace knows. */
export async function inDatabases<T>(
  json: boolean,
  work: (databases: Databases, server: Server, configuration: Configuration) => Promise<Outcome<T>>,
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
      const outcome = await work(databases, server, configuration.value);
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
