import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Lifecycle } from '../course/lifecycle.ts';
import type { Step, StepContent } from '../course/step.ts';
import { lifecycleOf } from '../course/steps.ts';
import { SEVEN_STAGES } from '../templates/seven-stages.ts';
import { DUE_GROUPS, dueGroup, lifecycleDue } from './due.ts';

const STAGE = 'strategy-formation';
const KEYS = SEVEN_STAGES.stages[0]?.exitCriteria.map(({ key }) => key) ?? [];
const [FIRST = '', ...OTHERS] = KEYS;
const TODAY = '2026-11-23';
const UNTIL = '2026-12-07';

const step = (content: StepContent, on = '2026-10-02'): Step => ({ ...content, on, by: 'keiko' });
const begun = step({ kind: 'begun', stage: STAGE, earlier: 'skipped', reason: null }, '2026-10-01');
const judged = (criterion: string, verdict: 'met' | 'unmet'): Step =>
  step({ kind: 'judged', stage: STAGE, criterion, verdict, evidence: 'Minutes', source: null, place: null });
const met = KEYS.map((key) => judged(key, 'met'));
const planned = (due: string | null): Step => step({ kind: 'planned', stage: STAGE, due });
const waived = (criterion: string | null, until: string): Step =>
  step({ kind: 'waived', stage: STAGE, criterion, reason: 'No time', until });
const named = step({ kind: 'approvers-named', stage: STAGE, approvers: [{ key: 'mei', name: 'Mei', side: 'own' }] });
const word = (verdict: 'approved' | 'refused'): Step =>
  step({ kind: 'gate-judged', stage: STAGE, approver: 'mei', verdict, comment: null });

function after(...steps: readonly Step[]): Lifecycle | null {
  const outcome = lifecycleOf(SEVEN_STAGES, steps);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}
const due = (...steps: readonly Step[]) => lifecycleDue(after(begun, ...steps), { today: TODAY, until: UNTIL });

describe('nothing is due', () => {
  it.each<readonly [string, readonly Step[]]>([
    ['of a gate without a day and without approvers', []],
    ['of a gate whose day was taken back', [planned('2026-11-01'), planned(null)]],
    ['of a gate that is due after the days that are asked for', [planned('2026-12-08')]],
    ['of a gate without a day that everybody named has approved', [...met, named, word('approved')]],
    ['of a waiver that holds longer', [waived(FIRST, '2026-12-08')]],
    ['of a waiver of what is met by now', [waived(FIRST, '2026-11-24'), judged(FIRST, 'met')]],
    ['of a waiver that a later one took the place of', [waived(FIRST, '2026-11-24'), waived(FIRST, '2027-11-24')]],
    [
      'of what was given up',
      [
        planned('2026-11-01'),
        waived(FIRST, '2026-11-24'),
        step({ kind: 'given-up', reason: 'Too dear' }, '2026-11-02'),
      ],
    ],
    [
      'of a gate that was passed',
      [planned('2026-11-01'), ...met, step({ kind: 'advanced', stage: 'partner-selection' }, '2026-11-02')],
    ],
  ])('%s', (_name, steps) => {
    expect(due(...steps)).toEqual({ gate: null, waivers: [] });
  });

  it('where nothing has begun', () => {
    expect(lifecycleDue(null, { today: TODAY, until: UNTIL })).toEqual({ gate: null, waivers: [] });
  });
});

describe('due is', () => {
  it('a gate by its day, with what it misses', () => {
    expect(due(planned('2026-12-07')).gate).toMatchObject({ stage: STAGE, due: UNTIL, missing: KEYS.length });
    expect(due(planned('2026-11-01'), judged(FIRST, 'met')).gate).toMatchObject({ missing: OTHERS.length });
  });

  it('a gate that waits for a word, also of who refused, whether or not a day is known', () => {
    expect(due(named).gate).toMatchObject({ due: null, awaited: [{ key: 'mei' }] });
    expect(due(...met, named, word('refused'), planned('2026-12-01')).gate).toMatchObject({
      due: '2026-12-01',
      missing: 0,
      awaited: [{ key: 'mei' }],
    });
  });

  it('a gate with what it will miss on its day, when a waiver has run out by then', () => {
    const others = OTHERS.map((key) => judged(key, 'met'));
    expect(due(...others, waived(FIRST, '2026-11-30'), planned('2026-11-30')).gate).toMatchObject({ missing: 0 });
    expect(due(...others, waived(FIRST, '2026-11-30'), planned('2026-12-01')).gate).toMatchObject({ missing: 1 });
  });

  it('a waiver once, whatever it lets go by, and whoever gave it', () => {
    expect(due(waived(null, '2026-12-07')).waivers).toEqual([
      { stage: STAGE, criterion: null, until: '2026-12-07', by: 'keiko' },
    ]);
    expect(due(waived(null, '2026-10-31'), waived(FIRST, '2026-12-01')).waivers).toMatchObject([
      { criterion: FIRST, until: '2026-12-01' },
      { criterion: null, until: '2026-10-31' },
    ]);
  });
});

describe('the group of a day', () => {
  it.each([
    ['2026-11-22', 'overdue'],
    ['2026-11-23', 'today'],
    ['2026-11-24', 'week'],
    ['2026-11-29', 'week'],
    ['2026-11-30', 'later'],
  ])('%s: %s', (day, group) => {
    expect(dueGroup(day, TODAY)).toBe(group);
  });

  it('never comes before that of an earlier day', () => {
    const day = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2050-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, day, (one, other, today) => {
        const [earlier = '', later = ''] = [one, other].sort();
        const at = (each: string): number => DUE_GROUPS.indexOf(dueGroup(each, today));
        expect(at(earlier)).toBeLessThanOrEqual(at(later));
      }),
    );
  });
});
