/**
 * What the programs that fill a workspace for a bench share: numbers from a seed, dates, and the product's own load path. They run
 * as processes of their own, so that the measuring one stays small, while the server of `ENTENTE_DATA` runs:
 * `node NAME.mjs WORKSPACE ALLIANCES SEED`.
 */
import { register } from 'tsx/esm/api';

register({ tsconfig: false });
const { configurationFrom, loadIntoWorkspace, localCaller, openDatabases } = await import(
  '../apps/server/src/server.ts'
);
const { EdtfDate, Period } = await import('@entente/core/kernel');
const { numbersFrom } = await import('./generated-network.ts');
export const { emptyRows } = await import('@entente/core/register');

const [, , workspace, size, seed] = process.argv;
export const ALLIANCES = Number(size);

const valueOf = (outcome) => {
  if (!outcome.ok) throw new Error(outcome.problems[0]?.message);
  return outcome.value;
};

export const random = numbersFrom(Number(seed));
export const below = (most) => Math.floor(random() * most);
export const pick = (values) => values[below(values.length)];
export const YEARS = Array.from({ length: 40 }, (_, index) => valueOf(EdtfDate.parse(String(1985 + index))));
export const OPEN = valueOf(Period.parse('1990', '..'));

/** Writes the rows into the workspace as one change. */
export async function fill(rows) {
  const { databases, close } = await openDatabases(valueOf(configurationFrom(process.env)));
  const caller = await localCaller(databases.app, new Date().toISOString().slice(0, 10));
  valueOf(await loadIntoWorkspace(caller, workspace, rows, { reason: 'A generated register', replace: false }));
  await close();
}
