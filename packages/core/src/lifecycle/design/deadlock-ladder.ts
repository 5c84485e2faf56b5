import type { Day, Problem } from '../../kernel/index.ts';
import { dayAfter } from '../days.ts';
import { NO_FACTS, type PaperRule } from '../dossier/paper-rule.ts';
import { daysReversed, repeatedParts } from './part-keys.ts';

/** What happens when the last rung is left without a solution. */
export const DEADLOCK_ENDS = [
  'status-quo',
  'expert',
  'mediation',
  'arbitration',
  'casting-vote',
  'buy-sell',
  'put-call',
  'dissolution',
] as const;
export type DeadlockEnd = (typeof DEADLOCK_ENDS)[number];

/** A level to which a matter goes that the one below could not settle. */
export type DeadlockRung = {
  readonly key: string;
  readonly level: string;
  /** Who meets there, in words. */
  readonly people: string | null;
  /** How long they have, in days. */
  readonly days: number;
};

/** A matter on which the sides could not agree. */
export type Deadlock = {
  readonly key: string;
  readonly matter: string;
  readonly arose: Day;
  readonly settled: Day | null;
  /** How it was settled. */
  readonly outcome: string | null;
};

export type DeadlockLadder = {
  readonly rungs: readonly DeadlockRung[];
  /** Null: nobody has said what then. */
  readonly end: DeadlockEnd | null;
  readonly endWords: string | null;
  readonly deadlocks: readonly Deadlock[];
};

/** A rung with the days from which and by which it has the matter. */
export type DatedRung = DeadlockRung & { readonly from: Day; readonly until: Day };

/**
 * Which rung has a matter from when until when: the first from the day on which it arose, each next one from the day after.
 * @param arose the first day, which counts
 * @example datedRungs([{ key: 'a', level: 'Managers', people: null, days: 10 }], '2024-02-20')[0].until // => '2024-02-29'
 */
export function datedRungs(rungs: readonly DeadlockRung[], arose: Day): readonly DatedRung[] {
  let from = arose;
  return rungs.map((rung) => {
    const until = dayAfter(from, rung.days - 1);
    const dated = { ...rung, from, until };
    from = dayAfter(until, 1);
    return dated;
  });
}

/** Where an open deadlock stands on a day; `rung` null: the ladder is at its end, or the deadlock had not arisen. */
export type DeadlockStanding = { readonly key: string; readonly rung: string | null; readonly until: Day | null };

/** Where each deadlock that is not settled stands on a day. */
export function deadlockStandings({ rungs, deadlocks }: DeadlockLadder, today: Day): readonly DeadlockStanding[] {
  return deadlocks
    .filter(({ settled }) => settled === null)
    .map(({ key, arose }) => {
      const rung = datedRungs(rungs, arose).find(({ from, until }) => from <= today && today <= until);
      return { key, rung: rung?.key ?? null, until: rung?.until ?? null };
    });
}

function endOf({ rungs, deadlocks }: DeadlockLadder): Day | null {
  const ends = deadlocks
    .filter(({ settled }) => settled === null)
    .flatMap(({ arose }) => datedRungs(rungs, arose).at(-1)?.until ?? []);
  return [...ends].sort()[0] ?? null;
}

/** An alliance has one ladder; deadlocks that are not settled are due when the first of them reaches its end. */
export const DEADLOCK_LADDER: PaperRule<DeadlockLadder> = {
  stage: 'design',
  class: 'INTERNAL',
  isSingle: true,
  facts: (content) => ({
    ...NO_FACTS,
    due: endOf(content),
    isOpen: content.deadlocks.some(({ settled }) => settled === null),
  }),
  problems: ({ rungs, deadlocks }): readonly Problem[] => [
    ...repeatedParts(rungs, '/rungs'),
    ...repeatedParts(deadlocks, '/deadlocks'),
    ...deadlocks.flatMap(({ arose, settled }, place) => daysReversed(arose, settled, `/deadlocks/${place}/settled`)),
  ],
};
