import { describe, expect, it } from 'vitest';
import { SEVEN_STAGES } from '../templates/seven-stages.ts';
import { gateOf } from './gate.ts';
import { type Lifecycle, stageOf } from './lifecycle.ts';
import { endingsBySkipped, reportedStages, standingOf } from './standing.ts';
import type { Step, StepContent } from './step.ts';
import { lifecycleAfter, lifecycleOf } from './steps.ts';

const step = (on: string, content: StepContent): Step => ({ ...content, on, by: 'keiko' });

const begun = (stage = 'strategy-formation', earlier: 'unknown' | 'skipped' = 'unknown'): Step =>
  step('2003-10-01', { kind: 'begun', stage, earlier, reason: null });

/** Each exit criterion of a stage, met on a day. */
const met = (stage: string, on = '2003-11-01'): readonly Step[] =>
  (stageOf(SEVEN_STAGES, stage)?.exitCriteria ?? []).map(({ key }) =>
    step(on, { kind: 'judged', stage, criterion: key, verdict: 'met', evidence: 'Minutes', source: null, place: null }),
  );

const advanced = (stage: string, on = '2003-12-01'): Step => step(on, { kind: 'advanced', stage });

const waived = (stage: string, criterion: string | null, until: string, on = '2003-11-01'): Step =>
  step(on, { kind: 'waived', stage, criterion, reason: 'The fair left no time', until });

function reached(...steps: readonly Step[]): Lifecycle {
  const outcome = lifecycleOf(SEVEN_STAGES, steps);
  if (!outcome.ok || outcome.value === null) throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

const refusalOf = (...steps: readonly Step[]): string | null => {
  const outcome = lifecycleOf(SEVEN_STAGES, steps);
  return outcome.ok ? null : (outcome.problems[0]?.code ?? '');
};

const judged = (criterion: string, verdict: 'met' | 'unmet', evidence: string): Step =>
  step('2003-11-02', {
    kind: 'judged',
    stage: 'strategy-formation',
    criterion,
    verdict,
    evidence,
    source: null,
    place: null,
  });

const named = (...keys: readonly string[]): Step =>
  step('2003-11-02', {
    kind: 'approvers-named',
    stage: 'strategy-formation',
    approvers: keys.map((key) => ({ key, name: key, side: 'own' })),
  });

const word = (approver: string, verdict: 'approved' | 'refused', on = '2003-11-03'): Step =>
  step(on, { kind: 'gate-judged', stage: 'strategy-formation', approver, verdict, comment: null });

describe('a step is refused', () => {
  const strategyMet = [begun(), ...met('strategy-formation')];
  it.each<readonly [string, string, readonly Step[]]>([
    ['before the lifecycle has begun', 'lifecycle-not-there', [advanced('negotiation')]],
    ['when it begins a second time', 'lifecycle-not-there', [begun(), begun()]],
    ['into a stage that the template has not', 'stage-unknown', [begun('courtship')]],
    ['while an exit criterion is open', 'gate-shut', [begun(), advanced('partner-selection')]],
    [
      'while a criterion is judged unmet',
      'gate-shut',
      [...strategyMet, judged('strategy-formulated', 'unmet', 'Board'), advanced('partner-selection')],
    ],
    ['past a stage that lies between', 'stage-skipped', [...strategyMet, advanced('negotiation')]],
    [
      'when its waiver has lapsed',
      'gate-shut',
      [begun(), waived('strategy-formation', null, '2003-11-30'), advanced('partner-selection')],
    ],
    [
      'back to a later stage',
      'lifecycle-not-there',
      [begun('design'), step('2003-12-01', { kind: 'revisited', stage: 'management', reason: 'x' })],
    ],
    ['on to an earlier stage', 'lifecycle-not-there', [begun('design'), ...met('design'), advanced('negotiation')]],
    [
      'dated before the present stage was entered',
      'step-before-stage',
      [begun(), step('2003-09-30', { kind: 'planned', stage: 'design', due: null })],
    ],
    ['with a verdict that rests on nothing', 'evidence-missing', [begun(), judged('strategy-formulated', 'met', '  ')]],
    ['with a criterion of another stage', 'stage-item-unknown', [begun(), judged('consensus', 'met', 'Minutes')]],
    ['with a waiver that ends when it is given', 'waiver-past', [begun(), waived('design', null, '2003-11-01')]],
    ['with an approver named twice', 'approver-repeated', [begun(), named('mei', 'mei')]],
    [
      'with the word of somebody who was not named',
      'approver-unnamed',
      [begun(), named('mei'), word('ken', 'approved')],
    ],
    ['while an approver has not spoken', 'gate-shut', [...strategyMet, named('mei'), advanced('partner-selection')]],
    [
      'when an approver refused',
      'gate-shut',
      [...strategyMet, named('mei'), word('mei', 'refused'), advanced('partner-selection')],
    ],
    [
      'that moves on before the day of what it rests on',
      'step-before-others',
      [begun(), ...met('strategy-formation', '2003-12-02'), advanced('partner-selection', '2003-12-01')],
    ],
    [
      'that approves before the approver was named',
      'step-before-others',
      [begun(), named('mei'), word('mei', 'approved', '2003-11-01')],
    ],
    [
      'that gives up what was signed',
      'lifecycle-not-there',
      [begun('management'), step('2004-01-01', { kind: 'given-up', reason: 'x' })],
    ],
    [
      'that ends before the last stage',
      'lifecycle-not-there',
      [begun('evaluation'), step('2004-01-01', { kind: 'ended', reason: null })],
    ],
    [
      'after the end',
      'lifecycle-not-there',
      [begun(), step('2003-11-01', { kind: 'given-up', reason: 'No partner' }), named('mei')],
    ],
  ])('%s', (_, code, steps) => {
    expect(refusalOf(...steps)).toBe(code);
  });

  it('with the number of the step that is at fault', () => {
    const outcome = lifecycleOf(SEVEN_STAGES, [begun(), advanced('partner-selection')]);
    expect(outcome.ok ? null : outcome.problems[0]?.pointer).toBe('/1');
  });

  it('and leaves the lifecycle as it was', () => {
    const before = reached(begun(), ...met('strategy-formation'));
    const text = JSON.stringify([...before.stages]);
    expect(lifecycleAfter(before, SEVEN_STAGES, advanced('negotiation')).ok).toBe(false);
    expect(lifecycleAfter(before, SEVEN_STAGES, advanced('partner-selection')).ok).toBe(true);
    expect(JSON.stringify([...before.stages])).toBe(text);
    expect(before.visits).toHaveLength(1);
  });
});

describe('a gate', () => {
  it('opens when each criterion is met and each approver has approved', () => {
    const there = reached(
      begun(),
      ...met('strategy-formation'),
      named('mei', 'ken'),
      word('mei', 'approved'),
      word('ken', 'refused'),
      word('ken', 'approved'),
      advanced('partner-selection'),
    );
    expect(standingOf(there, '2003-12-11')).toMatchObject({
      stage: 'partner-selection',
      daysInStage: 10,
      loops: 0,
      skipped: [],
    });
  });

  it('is passed with a waiver of what is not met, which then stays told', () => {
    const there = reached(
      begun(),
      judged('alliance-most-viable', 'met', 'Minutes'),
      waived('strategy-formation', 'strategy-formulated', '2004-01-31'),
      advanced('partner-selection'),
    );
    expect(standingOf(there, '2004-01-31')?.unmet).toEqual([]);
    expect(standingOf(there, '2004-02-01')?.unmet).toMatchObject([{ stage: 'strategy-formation', state: 'lapsed' }]);
  });

  it('asks approvers anew after the stage was gone back to', () => {
    const again = [
      begun(),
      ...met('strategy-formation'),
      named('mei'),
      word('mei', 'approved'),
      advanced('partner-selection'),
      step('2004-01-10', {
        kind: 'revisited',
        stage: 'strategy-formation',
        reason: 'The partner asks for another form',
      }),
    ];
    expect(refusalOf(...again, advanced('partner-selection', '2004-02-01'))).toBe('gate-shut');
    const there = reached(...again, word('mei', 'approved', '2004-02-01'), advanced('partner-selection', '2004-02-01'));
    expect(standingOf(there, '2004-02-11')).toMatchObject({
      loops: 1,
      times: [
        { stage: 'strategy-formation', days: 61 + 22, visits: 2 },
        { stage: 'partner-selection', days: 40 + 10, visits: 2 },
      ],
    });
  });

  it('stays shut while an approver who left has not been replaced, and says who', () => {
    const there = reached(begun(), ...met('strategy-formation'), named('mei', 'ken'), word('mei', 'approved'));
    const stage = stageOf(SEVEN_STAGES, 'strategy-formation');
    if (stage === null) throw new Error('no such stage');
    const gate = gateOf(there, stage, '2003-12-01', new Set(['mei']));
    expect(gate.isOpen).toBe(false);
    expect(gate.approvers).toMatchObject([
      { approver: { key: 'mei' }, state: 'approved', hasLeft: false },
      { approver: { key: 'ken' }, state: 'awaited', hasLeft: true },
    ]);
    expect(
      refusalOf(
        begun(),
        ...met('strategy-formation'),
        named('mei', 'ken'),
        word('mei', 'approved'),
        named('mei'),
        advanced('partner-selection'),
      ),
    ).toBeNull();
  });
});

describe('where an alliance stands', () => {
  it('tells stages that were let go by as skipped, and those before the record as unrecorded', () => {
    const skipped = reached(
      begun(),
      ...met('strategy-formation'),
      waived('partner-selection', null, '2005-01-01'),
      advanced('negotiation'),
    );
    expect(standingOf(skipped, '2003-12-01')).toMatchObject({
      skipped: ['partner-selection'],
      unrecorded: [],
      unmet: [],
    });
    expect(standingOf(skipped, '2006-01-01')?.unmet.map(({ state }) => state)).toEqual(['lapsed', 'lapsed']);
    const late = standingOf(reached(begun('design')), '2003-12-01');
    expect(late).toMatchObject({
      skipped: [],
      unrecorded: ['strategy-formation', 'partner-selection', 'negotiation'],
      unmet: [],
    });
    expect(standingOf(reached(begun('design', 'skipped')), '2003-12-01')?.skipped).toHaveLength(3);
  });

  it('lets no waiver lapse once the alliance has ended', () => {
    const over = reached(
      begun('termination'),
      waived('termination', null, '2004-06-30'),
      step('2004-01-01', { kind: 'ended', reason: null }),
    );
    const states = standingOf(over, '2026-01-01')?.gate.criteria.map(({ state }) => state);
    expect(states).toEqual(['waived', 'waived']);
    const open = reached(begun('termination'), waived('termination', null, '2004-06-30'));
    expect(standingOf(open, '2026-01-01')?.gate.criteria.map(({ state }) => state)).toEqual(['lapsed', 'lapsed']);
  });

  it('counts the days that a gate is overdue from the day after it was due', () => {
    const there = reached(
      begun(),
      step('2003-10-02', { kind: 'planned', stage: 'strategy-formation', due: '2003-12-31' }),
    );
    expect(standingOf(there, '2003-12-31')?.daysOverdue).toBeNull();
    expect(standingOf(there, '2004-03-01')?.daysOverdue).toBe(61);
  });

  it.each([
    [
      [begun()],
      null,
      ['Set the alliance-specific strategy'],
      ['Operational awareness', 'Knowledge', 'Internal assessment'],
      ['Seeking'],
    ],
    [[begun('management')], null, ['Launching & management'], ['Value creation'], ['Completed/Signed']],
    [
      [begun('management'), step('2004-01-01', { kind: 'revisited', stage: 'negotiation', reason: 'Stakes changed' })],
      null,
      ['Building trust & value-creating negotiation'],
      ['Working together'],
      ['Renegotiated'],
    ],
    [
      [begun('termination'), ...met('termination'), step('2004-01-01', { kind: 'ended', reason: null })],
      'expired',
      ['Transform, innovate or exit'],
      ['Exit strategy activation'],
      ['Expired'],
    ],
  ] as const)('is reported under each vocabulary (%#)', (steps, ending, asap, iso, sdc) => {
    const names = reportedStages(reached(...(steps as readonly Step[])), ending).map(({ stages }) =>
      stages.map(({ name }) => name),
    );
    expect(names).toEqual([asap, iso, sdc]);
  });

  it('holds endings against the number of stages skipped, of alliances whose stages are all known', () => {
    const whole = reached(begun());
    const skipping = reached(begun('negotiation', 'skipped'));
    const unknown = reached(begun('negotiation'));
    const counted = endingsBySkipped([
      { lifecycle: whole, ending: 'unknown' },
      { lifecycle: skipping, ending: 'failed' },
      { lifecycle: skipping, ending: 'failed' },
      { lifecycle: unknown, ending: 'failed' },
    ]);
    expect(counted.map(({ skipped, endings }) => [skipped, [...endings]])).toEqual([
      [0, [['unknown', 1]]],
      [2, [['failed', 2]]],
    ]);
  });
});
