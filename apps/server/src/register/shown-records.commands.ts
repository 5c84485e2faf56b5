import { Outcome } from '@entente/core/kernel';
import { type Caller, reading } from './changing.commands.ts';
import { unnoted } from './clean-readings.commands.ts';
import { findCleanIn } from './clean-readings.store.ts';

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/**
 * For an answer that is put together from more than it shows, some of it elsewhere than in the database: the records of the
 * class CLEAN that it names go into the audit before it leaves, and no others.
 */
export async function tellingShown<T>(
  caller: Pick<Caller, 'database' | 'actor'>,
  workspace: string,
  run: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const answer = await unnoted(run);
  if (!caller.actor.memberships.some(({ cleanTeam }) => cleanTeam)) return answer;
  const json = JSON.stringify(answer);
  const shown = [...new Set(json.match(ID) ?? [])];
  if (shown.length === 0) return answer;
  const told = await reading(caller, workspace, async (transaction) => {
    await findCleanIn(transaction, json, shown);
    return Outcome.of(null);
  });
  return told.ok ? answer : told;
}
