import type { Day } from '../../kernel/index.ts';
import { daysBetween } from '../days.ts';
import { CROSS_WALK, VOCABULARIES } from '../templates/vocabularies.ts';
import type { AllianceStage } from '../../register/index.ts';
import { type Gate, gateOf, isPassable, judgedCriteria, type JudgedCriterion } from './gate.ts';
import { lastVisit, type Lifecycle, orderOf, stageOf, stageRecord, type Visit, WHOLE_STAGE } from './lifecycle.ts';

/** Time in a stage, in days. */
export type StageTime = { readonly stage: string; readonly days: number; readonly visits: number };

/** How an alliance stands in its development on a day. */
export type Standing = {
  readonly stage: string;
  readonly state: Lifecycle['state'];
  /** Days since the present stage was entered. */
  readonly daysInStage: number;
  readonly times: readonly StageTime[];
  /** How often a stage was gone back to. */
  readonly loops: number;
  /** Stages that come before the present one and were not gone through. */
  readonly skipped: readonly string[];
  /** Stages of which nothing is known, as the record begins after them. */
  readonly unrecorded: readonly string[];
  /** Criteria of stages already left that are neither met nor waived on this day. */
  readonly unmet: readonly (JudgedCriterion & { readonly stage: string })[];
  /** The present stage's gate, and by when it was to be passed. */
  readonly gate: Gate;
  readonly due: Day | null;
  /** Days that the gate is overdue; null: it is not. */
  readonly daysOverdue: number | null;
};

const lengthOf = ({ from, to }: Visit, on: Day): number => Math.max(0, daysBetween(from, to ?? on));

/**
 * Where an alliance stands on a day: time in each stage, loops, what was skipped ("alliance failure often results when
 * organizations skip one or more stages", source 002), whose criteria are not met, and whether its gate is overdue.
 * @param present the approvers who can still approve, by key; null: nothing is known of anybody's leaving
 */
export function standingOf(lifecycle: Lifecycle, on: Day, present: ReadonlySet<string> | null = null): Standing | null {
  const { template, visits, state, earlier } = lifecycle;
  const visit = lastVisit(lifecycle);
  const stage = visit === null ? null : stageOf(template, visit.stage);
  if (visit === null || stage === null) return null;
  const [first] = visits;
  const begunAt = orderOf(template, first?.stage ?? stage.key);
  const furthest = Math.max(...visits.map((each) => orderOf(template, each.stage)));
  const visited = new Set(visits.map((each) => each.stage));
  const before = template.stages.slice(0, furthest).filter(({ key }) => !visited.has(key));
  const isUnrecorded = (key: string): boolean => earlier === 'unknown' && orderOf(template, key) < begunAt;
  const left = template.stages.filter(
    ({ key }) => key !== stage.key && orderOf(template, key) < furthest && !isUnrecorded(key),
  );
  const { due } = stageRecord(lifecycle, stage.key);
  const daysOverdue = due !== null && state === 'open' && on > due ? daysBetween(due, on) : null;
  return {
    stage: stage.key,
    state,
    daysInStage: lengthOf(visit, on),
    times: template.stages
      .map(({ key }) => visits.filter((each) => each.stage === key))
      .flatMap(([one, ...others]) =>
        one === undefined
          ? []
          : [
              {
                stage: one.stage,
                days: [one, ...others].reduce((sum, each) => sum + lengthOf(each, on), 0),
                visits: 1 + others.length,
              },
            ],
      ),
    loops: visits.filter(({ how }) => how === 'revisited').length,
    skipped: before.filter(({ key }) => !isUnrecorded(key)).map(({ key }) => key),
    unrecorded: before.filter(({ key }) => isUnrecorded(key)).map(({ key }) => key),
    unmet: left.flatMap((each) =>
      judgedCriteria(lifecycle, each, on)
        .filter((criterion) => !isPassable(criterion))
        .map((criterion) => ({ ...criterion, stage: each.key })),
    ),
    gate: gateOf(lifecycle, stage, on, present),
    due,
    daysOverdue,
  };
}

/** An alliance's stage in the words of another vocabulary; several where that one divides what ours does not. */
export type ReportedStage = {
  readonly vocabulary: string;
  readonly stages: readonly { readonly key: string; readonly name: string }[];
};

const isStage = (key: string): key is AllianceStage => key in CROSS_WALK;

/** SDC's status tells also how an alliance ended, and whether what was signed is negotiated anew. */
function sdcStatus(lifecycle: Lifecycle, stage: AllianceStage, ending: string | null): readonly string[] {
  if (lifecycle.state === 'given-up') return [];
  if (lifecycle.state === 'ended') return [ending === 'expired' ? 'X' : 'T'];
  const reached = Math.max(...lifecycle.visits.map((visit) => orderOf(lifecycle.template, visit.stage)));
  const isAnew = lastVisit(lifecycle)?.how === 'revisited' && reached > orderOf(lifecycle.template, 'negotiation');
  return stage === 'negotiation' && isAnew ? ['R'] : CROSS_WALK[stage].sdc;
}

/**
 * The present stage in the words of ASAP, ISO 44001 and SDC, by the cross-walk.
 * @param ending how the alliance ended, in the register's terms; null: it did not, or nobody knows
 */
export function reportedStages(lifecycle: Lifecycle, ending: string | null): readonly ReportedStage[] {
  const stage = lastVisit(lifecycle)?.stage ?? '';
  if (!isStage(stage)) return [];
  return VOCABULARIES.map(({ key, stages }) => {
    const keys = key === 'sdc' ? sdcStatus(lifecycle, stage, ending) : CROSS_WALK[stage][key as 'asap' | 'iso-44001'];
    return { vocabulary: key, stages: stages.filter((each) => keys.includes(each.key)) };
  });
}

/** How many alliances ended in which way, by how many stages they had skipped. */
export type SkippedAgainstEnding = { readonly skipped: number; readonly endings: ReadonlyMap<string, number> };

/**
 * Endings of alliances against the number of stages that each skipped or let go by with a waiver of the whole: whether skipping
 * goes with failing, as source 002 says it does. Counts, no test; alliances of which stages are unrecorded are left out.
 * @param alliances each with its ending, in any terms: the register's, and others for those that go on or were given up
 * @returns by number of stages skipped, ascending
 */
export function endingsBySkipped(
  alliances: readonly { readonly lifecycle: Lifecycle; readonly ending: string }[],
): readonly SkippedAgainstEnding[] {
  const counted = new Map<number, Map<string, number>>();
  for (const { lifecycle, ending } of alliances) {
    const standing = standingOf(lifecycle, lastVisit(lifecycle)?.from ?? '0001-01-01');
    if (standing === null || standing.unrecorded.length > 0) continue;
    const endings = counted.get(standing.skipped.length) ?? new Map<string, number>();
    endings.set(ending, (endings.get(ending) ?? 0) + 1);
    counted.set(standing.skipped.length, endings);
  }
  return [...counted].sort(([one], [other]) => one - other).map(([skipped, endings]) => ({ skipped, endings }));
}

/** Whether a stage was let go by as a whole, and by which waiver. */
export const stageWaiver = (lifecycle: Lifecycle, stage: string): Gate['criteria'][number]['waiver'] =>
  stageRecord(lifecycle, stage).waivers.get(WHOLE_STAGE) ?? null;
