import { LIFECYCLE_ENDINGS, type LifecycleBoardAnswer, type LifecycleCardAnswer } from '@entente/contract/lifecycle';
import { endingsBySkipped, type JudgedCriterion, type Lifecycle, standingOf } from '@entente/core/lifecycle';
import { approverAnswer } from './approvers.ts';
import type { DevelopedRow } from './lifecycles.store.ts';

type Ending = (typeof LIFECYCLE_ENDINGS)[number];
export type Developed = { readonly alliance: DevelopedRow; readonly lifecycle: Lifecycle | null };

/** Alliances without a lifecycle that are named; the others are counted. */
const MOST_WITHOUT = 200;

const isStanding = ({ state }: JudgedCriterion): boolean => state !== 'met' && state !== 'waived';
const lapsed = (criteria: readonly JudgedCriterion[]): number =>
  criteria.filter(({ state }) => state === 'lapsed').length;

function cardOf(
  { slug, name, class: recordClass }: DevelopedRow,
  lifecycle: Lifecycle,
  asOf: string,
  present: ReadonlySet<string> | null,
): LifecycleCardAnswer | null {
  const standing = standingOf(lifecycle, asOf, present);
  const visit = lifecycle.visits.at(-1);
  if (standing === null || visit === undefined) return null;
  const { unmet, gate, times, ...rest } = standing;
  return {
    slug,
    name,
    class: recordClass,
    ...rest,
    since: visit.from,
    visited: times.map(({ stage }) => stage),
    unmet: unmet.length,
    open: gate.criteria.filter(isStanding).length,
    lapsed: lapsed(unmet) + lapsed(gate.criteria),
    gate: {
      isOpen: gate.isOpen,
      awaited: gate.approvers
        .filter(({ state }) => state !== 'approved')
        .map(({ approver }) => approverAnswer(approver)),
    },
  };
}

const isEnding = (text: string | null): text is Ending => LIFECYCLE_ENDINGS.some((ending) => ending === text);

function endingOf({ isOver, ending }: DevelopedRow, { state }: Lifecycle): Ending {
  if (state === 'given-up') return 'given-up';
  if (isOver) return isEnding(ending) ? ending : 'unknown';
  return state === 'ended' ? 'unknown' : 'none';
}

/** Where every alliance stands in its development on a day. */
export function lifecycleBoardAnswer(
  developed: readonly Developed[],
  asOf: string,
  present: (alliance: DevelopedRow) => ReadonlySet<string> | null,
): LifecycleBoardAnswer {
  const without = developed.filter(({ lifecycle }) => lifecycle === null).map(({ alliance }) => alliance);
  const counted = developed.flatMap(({ alliance, lifecycle }) =>
    lifecycle === null ? [] : [{ lifecycle, ending: endingOf(alliance, lifecycle) }],
  );
  return {
    asOf,
    alliances: developed.flatMap(({ alliance, lifecycle }) =>
      lifecycle === null ? [] : (cardOf(alliance, lifecycle, asOf, present(alliance)) ?? []),
    ),
    without: {
      count: without.length,
      alliances: without.slice(0, MOST_WITHOUT).map(({ slug, name }) => ({ slug, name })),
    },
    endings: endingsBySkipped(counted).map(({ skipped, endings }) => ({
      skipped,
      endings: Object.fromEntries(endings),
    })),
  };
}
