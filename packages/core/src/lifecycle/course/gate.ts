import type { Day } from '../../kernel/index.ts';
import type { ExitCriterion, Stage } from '../templates/lifecycle-template.ts';
import { lastVisit, type Lifecycle, stageRecord, WHOLE_STAGE } from './lifecycle.ts';
import type { Approver, Step } from './step.ts';

/** `lapsed`: it was waived until a day that is past, and is not met. */
export type CriterionState = 'met' | 'unmet' | 'waived' | 'lapsed' | 'open';

export type JudgedCriterion = {
  readonly criterion: ExitCriterion;
  readonly state: CriterionState;
  /** The latest word on whether it is met. */
  readonly verdict: Extract<Step, { kind: 'judged' }> | null;
  readonly waiver: Extract<Step, { kind: 'waived' }> | null;
};

export type JudgedApprover = {
  readonly approver: Approver;
  readonly state: 'approved' | 'refused' | 'awaited';
  readonly comment: string | null;
  /**
   * Whether they are no longer there to approve. Whoever leaves before they have holds the gate shut until approvers are named
   * without them; who had approved before they left has approved.
   */
  readonly hasLeft: boolean;
};

/** The gate between a stage and the next: open when nothing stands in the way. */
export type Gate = {
  readonly criteria: readonly JudgedCriterion[];
  readonly approvers: readonly JudgedApprover[];
  readonly isOpen: boolean;
};

function stateOf(verdict: JudgedCriterion['verdict'], waiver: JudgedCriterion['waiver'], on: Day): CriterionState {
  if (verdict?.verdict === 'met') return 'met';
  if (waiver !== null) return on <= waiver.until ? 'waived' : 'lapsed';
  return verdict === null ? 'open' : 'unmet';
}

/** The day that is read: of what is over, none after its end, since no waiver lapses any more. */
const readOn = (lifecycle: Lifecycle, on: Day): Day => {
  const end = lastVisit(lifecycle)?.to ?? null;
  return end !== null && end < on ? end : on;
};

/** The exit criteria of a stage as they stand on a day. A waiver of one criterion counts before that of the whole stage. */
export function judgedCriteria(lifecycle: Lifecycle, stage: Stage, on: Day): readonly JudgedCriterion[] {
  const { verdicts, waivers } = stageRecord(lifecycle, stage.key);
  const read = readOn(lifecycle, on);
  return stage.exitCriteria.map((criterion) => {
    const verdict = verdicts.get(criterion.key) ?? null;
    const waiver = waivers.get(criterion.key) ?? waivers.get(WHOLE_STAGE) ?? null;
    return { criterion, state: stateOf(verdict, waiver, read), verdict, waiver };
  });
}

export const isPassable = ({ state }: JudgedCriterion): boolean => state === 'met' || state === 'waived';

/**
 * The gate of a stage on a day: "an alliance transforms and proceeds to the next stage only after it has achieved the objectives
 * of the preceding stage" (source 002), or with a waiver, and with the word of every approver who was named for it.
 * @param present the approvers who can still approve, by key; null: nothing is known of anybody's leaving
 */
export function gateOf(lifecycle: Lifecycle, stage: Stage, on: Day, present: ReadonlySet<string> | null): Gate {
  const { approvers: named, approvals } = stageRecord(lifecycle, stage.key);
  const criteria = judgedCriteria(lifecycle, stage, on);
  const approvers = named.map((approver): JudgedApprover => {
    const word = approvals.get(approver.key);
    return {
      approver,
      state: word?.verdict ?? 'awaited',
      comment: word?.comment ?? null,
      hasLeft: present !== null && !present.has(approver.key),
    };
  });
  const isOpen = criteria.every(isPassable) && approvers.every(({ state }) => state === 'approved');
  return { criteria, approvers, isOpen };
}
