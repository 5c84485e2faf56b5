import type { Day } from '../../kernel/index.ts';
import { judgedCriteria } from '../course/gate.ts';
import { lastVisit, type Lifecycle, stageRecord } from '../course/lifecycle.ts';
import type { Approver } from '../course/step.ts';
import { daysBetween } from '../days.ts';

export const DUE_GROUPS = ['overdue', 'today', 'week', 'later'] as const;
/** `week`: within the seven days that begin with today. */
export type DueGroup = (typeof DUE_GROUPS)[number];

const DAYS_AHEAD_IN_A_WEEK = 6;

/**
 * Whether what is due by a day is overdue, due today, within the seven days that begin with today, or later.
 * @example dueGroup('2026-11-29', '2026-11-23') // => 'week'
 */
export function dueGroup(due: Day, today: Day): DueGroup {
  const left = daysBetween(today, due);
  if (left < 0) return 'overdue';
  if (left === 0) return 'today';
  return left <= DAYS_AHEAD_IN_A_WEEK ? 'week' : 'later';
}

/** A gate that waits: by which day it is to be passed, and for whose word. */
export type WaitingGate = {
  readonly stage: string;
  /** Null: no day was set. */
  readonly due: Day | null;
  /** Exit criteria that will be neither met nor waived on that day, or today where that is later. */
  readonly missing: number;
  /** Approvers who have not approved, those who refused among them. */
  readonly awaited: readonly Approver[];
};

/** A waiver that runs out, or ran out, over criteria that are not met. */
export type LapsingWaiver = {
  readonly stage: string;
  /** Null: of the whole stage. */
  readonly criterion: string | null;
  /** The last day on which it holds. */
  readonly until: Day;
  /** Who gave it; null: nobody knows. */
  readonly by: string | null;
};

export type LifecycleDue = { readonly gate: WaitingGate | null; readonly waivers: readonly LapsingWaiver[] };

const NOTHING: LifecycleDue = { gate: null, waivers: [] };

/** Each waiver that ends by a day, once, with at least one criterion that it lets go by and that is not met. */
function lapsingBy(lifecycle: Lifecycle, until: Day): readonly LapsingWaiver[] {
  return lifecycle.template.stages.flatMap((stage) => {
    const waivers = judgedCriteria(lifecycle, stage, until)
      .filter(({ state }) => state === 'waived' || state === 'lapsed')
      .flatMap(({ waiver }) => (waiver === null || waiver.until > until ? [] : [waiver]));
    return [...new Set(waivers)].map(({ criterion, until: last, by }) => ({
      stage: stage.key,
      criterion,
      until: last,
      by,
    }));
  });
}

/**
 * What the development of an alliance asks for by a day: its present gate, if it is to be passed by then, is past that day, or
 * somebody's word is awaited; and waivers that have run out or will. One that ended or was given up asks for nothing.
 * @example lifecycleDue(null, { today: '2026-11-23', until: '2026-12-07' }) // => { gate: null, waivers: [] }
 */
export function lifecycleDue(
  lifecycle: Lifecycle | null,
  { today, until }: { readonly today: Day; readonly until: Day },
): LifecycleDue {
  const visit = lifecycle && lastVisit(lifecycle);
  const stage = lifecycle?.template.stages.find(({ key }) => key === visit?.stage);
  if (lifecycle?.state !== 'open' || stage === undefined) return NOTHING;
  const { due, approvers, approvals } = stageRecord(lifecycle, stage.key);
  const awaited = approvers.filter(({ key }) => approvals.get(key)?.verdict !== 'approved');
  const criteria = judgedCriteria(lifecycle, stage, due !== null && due > today ? due : today);
  const isAsked = due === null ? awaited.length > 0 : due <= until;
  return {
    gate: isAsked
      ? {
          stage: stage.key,
          due,
          missing: criteria.filter(({ state }) => state !== 'met' && state !== 'waived').length,
          awaited,
        }
      : null,
    waivers: lapsingBy(lifecycle, until),
  };
}
