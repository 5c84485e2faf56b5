import type { LifecycleStepCreation } from '@entente/contract/lifecycle';
import { can } from '@entente/core/accounts';
import { type Approver, type Lifecycle, stageRecord, type Step } from '@entente/core/lifecycle';
import type { DatabaseTransaction } from '../platform/database.ts';
import type { Workspace } from '../register/workspaces.store.ts';
import { isOwn } from './approvers.ts';
import { closeGates, findAskable, findAskedNow, insertGate } from './partner-gates.store.ts';

const mayAsk = ({ id, viewer }: Workspace): boolean => can(viewer, 'sharing.publish', { workspaceId: id });

const partnersAt = (lifecycle: Lifecycle, stage: string): readonly Approver[] =>
  stageRecord(lifecycle, stage).approvers.filter((each) => !isOwn(each));

/**
 * The guests who can be named for the gate of a stage: those to whom a room of the alliance is open, by whoever shares; by others,
 * those who are named already.
 */
export async function partnerApprovers(
  transaction: DatabaseTransaction,
  workspace: Workspace,
  alliance: string,
  named: readonly Approver[],
): Promise<readonly Approver[]> {
  if (!mayAsk(workspace)) return named.filter((each) => !isOwn(each));
  return (await findAskable(transaction, alliance)).map(({ id, name, partnerId, partnerName }) => ({
    key: id,
    name,
    side: partnerId,
    organisation: partnerName,
  }));
}

/** Who of a partner can give their word on the gates of an alliance; null: the reader is not told. */
export async function guestsWhoCan(
  transaction: DatabaseTransaction,
  { id, viewer }: Workspace,
  alliance: string,
): Promise<readonly string[] | null> {
  if (!can(viewer, 'sharing.read', { workspaceId: id })) return null;
  return (await findAskable(transaction, alliance)).map((guest) => guest.id);
}

const ASKS: ReadonlySet<Step['kind']> = new Set(['begun', 'advanced', 'revisited', 'ended', 'given-up']);

/**
 * Asks the partner's approvers of the stage in which the alliance is after a step, and nobody else any more. Who moves an alliance
 * and does not share asks nobody: whoever shares names them anew.
 */
export async function askPartners(
  transaction: DatabaseTransaction,
  workspace: Workspace,
  alliance: string,
  {
    step,
    nth,
    after,
    asked,
  }: {
    readonly step: Step;
    readonly nth: number;
    readonly after: Lifecycle;
    readonly asked: LifecycleStepCreation;
  },
): Promise<void> {
  const present = after.state === 'open' ? (after.visits.at(-1)?.stage ?? null) : null;
  const isMove = ASKS.has(step.kind);
  const isNaming = step.kind === 'approvers-named' && step.stage === present;
  if (!isMove && !isNaming) return;
  const wanted = present === null ? [] : partnersAt(after, present).map(({ key }) => key);
  await closeGates(transaction, alliance, isNaming ? wanted : []);
  const stage = after.template.stages.find(({ key }) => key === present);
  if (stage === undefined || wanted.length === 0 || !mayAsk(workspace)) return;
  const open = new Set(await findAskedNow(transaction, alliance));
  for (const { id, publicationId } of await findAskable(transaction, alliance)) {
    if (!wanted.includes(id) || open.has(id)) continue;
    await insertGate(transaction, {
      publicationId,
      personId: id,
      stage: stage.key,
      stageName: stage.name,
      words: asked.kind === 'approvers-named' ? asked.toPartner : null,
      due: stageRecord(after, stage.key).due,
      nth,
      on: step.on,
    });
  }
}
