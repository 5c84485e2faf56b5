import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SEVEN_STAGES } from '../templates/seven-stages.ts';
import { lastVisit, type Lifecycle } from './lifecycle.ts';
import { standingOf } from './standing.ts';
import type { Step, StepContent } from './step.ts';
import { lifecycleAfter, lifecycleOf } from './steps.ts';
import { recordedLifecycle } from './taken.ts';

const KEYS = SEVEN_STAGES.stages.map(({ key }) => key);
const PEOPLE = ['mei', 'ken'];

const DAY_ZERO = Date.UTC(2000, 0, 1) / 86_400_000;

/** A day by its number from the first of 2000. */
const dayOf = (number: number): string => new Date(Date.UTC(2000, 0, 1 + number)).toISOString().slice(0, 10);

const criterionOf = (key: string): readonly string[] =>
  SEVEN_STAGES.stages.find((each) => each.key === key)?.exitCriteria.map((each) => each.key) ?? [];

/** One thing that somebody tries: what is left open is filled in from where the alliance then stands. */
type Try = {
  readonly days: number;
  readonly kind:
    | 'judge'
    | 'judge-all'
    | 'waive'
    | 'waive-stage'
    | 'name'
    | 'approve'
    | 'move'
    | 'back'
    | 'end'
    | 'give-up'
    | 'begin';
  /** Places in the order of stages from the present one; 0 mostly. */
  readonly from: number;
  readonly pick: number;
  readonly isSo: boolean;
};

const tried: fc.Arbitrary<Try> = fc.record({
  days: fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: 0, max: 40 }) },
    { weight: 1, arbitrary: fc.integer({ min: -60, max: -1 }) },
  ),
  kind: fc.constantFrom(
    ...([
      'judge',
      'judge-all',
      'judge-all',
      'waive',
      'waive-stage',
      'name',
      'approve',
      'approve',
      'move',
      'move',
      'move',
      'back',
      'end',
      'give-up',
      'begin',
    ] as const),
  ),
  from: fc.constantFrom(0, 0, 0, 1, 1, 2, -1),
  pick: fc.nat(60),
  isSo: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
});

function contentsOf({ kind, from, pick, isSo }: Try, present: number, on: string): readonly StepContent[] {
  const key = KEYS[Math.min(KEYS.length - 1, Math.max(0, present + from))] ?? '';
  const criteria = criterionOf(key);
  const one = criteria[pick % criteria.length] ?? '';
  const judged = (criterion: string): StepContent => ({
    kind: 'judged',
    stage: key,
    criterion,
    verdict: isSo ? 'met' : 'unmet',
    evidence: 'Minutes',
    source: null,
    place: null,
  });
  const waived = (criterion: string | null): StepContent => ({
    kind: 'waived',
    stage: key,
    criterion,
    reason: 'No time',
    until: dayOf(Math.round(Date.parse(on) / 86_400_000) - DAY_ZERO + pick - 5),
  });
  const approver = PEOPLE[pick % PEOPLE.length] ?? '';
  switch (kind) {
    case 'begin':
      return [{ kind: 'begun', stage: key, earlier: isSo ? 'unknown' : 'skipped', reason: null }];
    case 'judge':
      return [judged(one)];
    case 'judge-all':
      return criteria.map(judged);
    case 'waive':
      return [waived(one)];
    case 'waive-stage':
      return [waived(null)];
    case 'name':
      return [
        {
          kind: 'approvers-named',
          stage: key,
          approvers: PEOPLE.slice(0, pick % 3).map((who) => ({ key: who, name: who, side: 'own' })),
        },
      ];
    case 'approve':
      return [{ kind: 'gate-judged', stage: key, approver, verdict: isSo ? 'approved' : 'refused', comment: null }];
    case 'move':
      return [{ kind: 'advanced', stage: KEYS[present + 1 + (pick % 5 === 0 ? 1 : 0)] ?? key }];
    case 'back':
      return [{ kind: 'revisited', stage: KEYS[pick % KEYS.length] ?? key, reason: 'Anew' }];
    case 'end':
      return [{ kind: 'ended', reason: null }];
    case 'give-up':
      // Rarely, or few walks would come far.
      return pick < 6 ? [{ kind: 'given-up', reason: 'No partner' }] : [];
  }
}

const walk = fc.tuple(fc.nat(KEYS.length - 1), fc.array(tried, { minLength: 1, maxLength: 80, size: 'max' }));
type Walk = readonly [first: number, tries: readonly Try[]];

type Taken = { readonly step: Step; readonly before: Lifecycle | null; readonly after: Lifecycle };

/** All steps of a walk that the rules let somebody take, with the lifecycle before and after each. */
function taken([first, tries]: Walk): readonly Taken[] {
  let day = 100;
  const all: Taken[] = [];
  const attempt = (step: Step): void => {
    const before = all.at(-1)?.after ?? null;
    const outcome = lifecycleAfter(before, SEVEN_STAGES, step);
    if (outcome.ok) all.push({ step, before, after: outcome.value });
  };
  attempt({ kind: 'begun', stage: KEYS[first] ?? '', earlier: 'unknown', reason: null, on: dayOf(day), by: null });
  for (const each of tries) {
    const there = all.at(-1)?.after;
    if (there === undefined) break;
    const on = dayOf(day + each.days);
    day = Math.max(day, day + each.days);
    for (const content of contentsOf(each, KEYS.indexOf(lastVisit(there)?.stage ?? ''), on))
      attempt({ ...content, on, by: null });
  }
  return all;
}

/**
 * What a gate asks for, told a second time from the bare steps, without the code under test: the latest verdict on a criterion is
 * `met`, or the latest waiver of it (else of its stage) reaches to the day.
 */
function isLetThrough(steps: readonly Step[], key: string, on: string): boolean {
  return criterionOf(key).every((criterion) => {
    const verdicts = steps.flatMap((each) =>
      each.kind === 'judged' && each.stage === key && each.criterion === criterion ? [each.verdict] : [],
    );
    if (verdicts.at(-1) === 'met') return true;
    const waivers = (of: string | null): readonly string[] =>
      steps.flatMap((each) =>
        each.kind === 'waived' && each.stage === key && each.criterion === of ? [each.until] : [],
      );
    const until = waivers(criterion).at(-1) ?? waivers(null).at(-1);
    return until !== undefined && on <= until;
  });
}

/** The approvers named last, and the last word of each since the stage was entered. */
function isApproved(steps: readonly Step[], key: string): boolean {
  const entered = steps.findLastIndex(
    (each) => (each.kind === 'advanced' || each.kind === 'revisited' || each.kind === 'begun') && each.stage === key,
  );
  const naming = steps.findLast((each) => each.kind === 'approvers-named' && each.stage === key);
  if (naming?.kind !== 'approvers-named') return true;
  return naming.approvers.every(({ key: approver }) => {
    const said = steps.findLastIndex(
      (each, at) => at > entered && each.kind === 'gate-judged' && each.stage === key && each.approver === approver,
    );
    const unnamed = steps.findLastIndex(
      (each) =>
        each.kind === 'approvers-named' && each.stage === key && !each.approvers.some((one) => one.key === approver),
    );
    const last = steps[said];
    return said > unnamed && last?.kind === 'gate-judged' && last.verdict === 'approved';
  });
}

describe('a walk of random steps', () => {
  it('never leaves a stage whose criteria are open, whose approvers have not spoken, or past one that lies between', () => {
    fc.assert(
      fc.property(walk, (steps) => {
        for (const { step, before, after } of taken(steps)) {
          if (step.kind !== 'advanced' && step.kind !== 'ended') continue;
          const from = before === null ? '' : (lastVisit(before)?.stage ?? '');
          const so = before?.steps ?? [];
          expect(isLetThrough(so, from, step.on)).toBe(true);
          expect(isApproved(so, from)).toBe(true);
          if (step.kind === 'ended') expect(from).toBe('termination');
          const to = KEYS.indexOf(lastVisit(after)?.stage ?? '');
          for (const between of KEYS.slice(KEYS.indexOf(from) + 1, to))
            expect(isLetThrough(so, between, step.on)).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('comes everywhere: to the end, to every stage, back, and to shut gates of each cause', () => {
    const seen = new Map<string, number>();
    const count = (what: string): void => void seen.set(what, (seen.get(what) ?? 0) + 1);
    for (const each of fc.sample(walk, { numRuns: 1000, seed: 5 })) {
      const all = taken(each);
      for (const { step } of all) count(step.kind);
      const stood = all.at(-1)?.after;
      if (stood !== undefined) for (const visit of stood.visits) if (visit.how === 'advanced') count(visit.stage);
    }
    for (const what of [
      'judged',
      'waived',
      'approvers-named',
      'gate-judged',
      'revisited',
      'ended',
      'given-up',
      ...KEYS.slice(1),
    ])
      expect([what, (seen.get(what) ?? 0) > 10]).toEqual([what, true]);
  });

  it('has every transition in its steps, one visit open at a time and none out of order', () => {
    fc.assert(
      fc.property(walk, (steps) => {
        const last = taken(steps).at(-1)?.after;
        if (last === undefined) return;
        const moves = last.steps.filter(({ kind }) => kind === 'begun' || kind === 'advanced' || kind === 'revisited');
        expect(last.visits.map(({ stage: key, from, how }) => [key, from, how])).toEqual(
          moves.map((move) => [(move as { stage: string }).stage, move.on, move.kind]),
        );
        expect(last.visits.filter(({ to }) => to === null)).toHaveLength(last.state === 'open' ? 1 : 0);
        for (const [at, visit] of last.visits.entries()) {
          const next = last.visits[at + 1];
          if (next !== undefined) expect(visit.to).toBe(next.from);
          if (visit.to !== null) expect(visit.from <= visit.to).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('takes no step after its end, and none that changes what was', () => {
    fc.assert(
      fc.property(walk, (steps) => {
        const all = taken(steps);
        const end = all.findIndex(({ after }) => after.state !== 'open');
        if (end >= 0) expect(end).toBe(all.length - 1);
        const again = lifecycleOf(
          SEVEN_STAGES,
          all.map(({ step }) => step),
        );
        expect(again.ok && again.value).toEqual(all.at(-1)?.after ?? null);
        const recorded = recordedLifecycle(
          SEVEN_STAGES,
          all.map(({ step }) => step),
        );
        expect(recorded).toEqual(all.at(-1)?.after ?? null);
      }),
      { numRuns: 1000 },
    );
  });

  it('has stood on every day as the steps up to that day come to', () => {
    fc.assert(
      fc.property(walk, fc.nat(200), (steps, nth) => {
        const all = taken(steps).map(({ step }) => step);
        const day = all[nth % all.length]?.on ?? '';
        const then = lifecycleOf(
          SEVEN_STAGES,
          all.filter(({ on }) => on <= day),
        );
        expect(then.ok && then.value?.visits.map(({ stage: key, from }) => [key, from])).toEqual(
          all.flatMap((each) =>
            each.on <= day && (each.kind === 'begun' || each.kind === 'advanced' || each.kind === 'revisited')
              ? [[each.stage, each.on]]
              : [],
          ),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('tells times in stages that come to the days since it began', () => {
    fc.assert(
      fc.property(walk, (steps) => {
        const last = taken(steps).at(-1)?.after;
        const [first] = last?.visits ?? [];
        if (last === undefined || first === undefined) return;
        const on =
          last.steps
            .map((each) => each.on)
            .sort()
            .at(-1) ?? first.from;
        const standing = standingOf(last, on);
        const until = lastVisit(last)?.to ?? on;
        const days = (Date.parse(until) - Date.parse(first.from)) / 86_400_000;
        expect(standing?.times.reduce((sum, each) => sum + each.days, 0)).toBe(days);
        expect(standing?.skipped.some((key) => last.visits.some((visit) => visit.stage === key))).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});
