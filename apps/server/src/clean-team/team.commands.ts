import type { CleanTeamAnswer, FigureAnswer, ReleasePreview, ReleaseRuleChange } from '@entente/contract/clean-team';
import { can } from '@entente/core/accounts';
import { Outcome } from '@entente/core/kernel';
import type { DatabaseTransaction } from '../platform/database.ts';
import { arranging, type Caller, reading } from '../register/changing.commands.ts';
import { noteClean } from '../register/clean-readings.commands.ts';
import type { Workspace } from '../register/workspaces.store.ts';
import { contributorsNow, fieldOf, ruleNow } from './aggregates.commands.ts';
import { findFigures, findTeam, updateRule } from './figures.store.ts';
import { figureAnswers, worksInTeam } from './releases.presenter.ts';

type Reads = Pick<Caller, 'database' | 'actor'>;

async function teamNow(transaction: DatabaseTransaction, workspace: Workspace): Promise<CleanTeamAnswer> {
  const { id: workspaceId, viewer } = workspace;
  const team = await findTeam(transaction);
  return {
    team: team.map((person) => ({ ...person, you: person.id === viewer.personId })),
    rule: await ruleNow(transaction),
    abilities: { propose: worksInTeam(workspace), changeRule: can(viewer, 'owners.write', { workspaceId }) },
  };
}

/** Who is in the clean team, and what it asks of an aggregate. */
export const readTeam = (reads: Reads, workspace: string): Promise<Outcome<CleanTeamAnswer>> =>
  reading(reads, workspace, async (transaction, found) => Outcome.of(await teamNow(transaction, found)));

/** Changes what is asked of every aggregate from now on. */
export async function changeRule(
  caller: Caller,
  workspace: string,
  change: ReleaseRuleChange,
): Promise<Outcome<CleanTeamAnswer>> {
  const answer = await arranging({ ...caller, idempotency: null }, workspace, async (transaction, found) => {
    await updateRule(transaction, change);
    return Outcome.of({ status: 200, headers: {}, body: await teamNow(transaction, found) });
  });
  return answer.ok ? Outcome.of(answer.value.body as CleanTeamAnswer) : answer;
}

/** The figures that may enter an aggregate of a field. */
export const listFigures = (
  reads: Reads,
  workspace: string,
  of: ReleasePreview['of'],
): Promise<Outcome<{ readonly items: readonly FigureAnswer[] }>> =>
  reading(reads, workspace, async (transaction) => {
    const contributors = await contributorsNow(transaction);
    const figures = await findFigures(transaction, fieldOf(of), null);
    noteClean(figures.map(({ record }) => record));
    return Outcome.of({ items: figures.flatMap((row) => figureAnswers(row, contributors)) });
  });
