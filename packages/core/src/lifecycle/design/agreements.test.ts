import { describe, expect, it } from 'vitest';
import { type Clause, clauseChecklist, CLAUSES, clausesReading } from './clauses.ts';
import { CONTROL_PLAN, controlPlanReading, type ControlledRisk } from './control-plan.ts';
import { DEADLOCK_LADDER, type DeadlockLadder, datedRungs, deadlockStandings } from './deadlock-ladder.ts';
import { DEFAULT_CLAUSES } from './default-clauses.ts';
import { EXCLUSIVITY } from './exclusivity.ts';

const clause = (key: string, more: Partial<Clause> = {}): Clause => ({
  key,
  title: null,
  state: 'agreed',
  words: null,
  reference: null,
  ...more,
});

describe('a checklist of clauses', () => {
  it.each<readonly [string, readonly Clause[], string]>([
    ['a clause twice', [clause('audit'), clause('audit')], 'design-part-repeated'],
    ['a clause of its own without a name', [clause('own')], 'clause-incomplete'],
    ['a clause that is not needed for no reason', [clause('audit', { state: 'not-needed' })], 'clause-incomplete'],
  ])('refuses %s', (_case, clauses, code) => {
    expect(CLAUSES.problems({ clauses }, null).map((problem) => problem.code)).toEqual([code]);
  });

  it('holds every default clause once, in the same order, then the alliance’s own', () => {
    const list = clauseChecklist({ clauses: [clause('own', { title: 'Own' }), clause('audit', { state: 'signed' })] });
    expect(list.map(({ key }) => key)).toEqual([...DEFAULT_CLAUSES.map(({ key }) => key), 'own']);
    expect(list.find(({ key }) => key === 'audit')?.state).toBe('signed');
  });

  it('is open until every clause is signed or not needed', () => {
    const all = DEFAULT_CLAUSES.map(({ key }) => clause(key, { state: 'signed' }));
    expect([CLAUSES.facts({ clauses: all.slice(1) }).isOpen, CLAUSES.facts({ clauses: all }).isOpen]).toEqual([
      true,
      false,
    ]);
    expect(clausesReading({ clauses: all.slice(1) })).toMatchObject({
      counts: { signed: all.length - 1, 'not-begun': 1 },
      open: [all[0]?.key],
    });
  });

  it('names each default clause once, in three languages', () => {
    expect(new Set(DEFAULT_CLAUSES.map(({ key }) => key)).size).toBe(DEFAULT_CLAUSES.length);
    for (const { words } of DEFAULT_CLAUSES) expect(Object.values(words).every((each) => each !== '')).toBe(true);
  });
});

describe('a control plan', () => {
  const risk = (kind: ControlledRisk['kind'], ...controls: readonly ('output' | 'behaviour' | 'social')[]) => ({
    key: `${kind}-${controls.join('-')}`,
    words: 'Risk',
    kind,
    controls: controls.map((each, place) => ({
      key: `c${place}`,
      kind: each,
      words: 'Control',
      owner: null,
      frequency: null,
    })),
  });

  it.each<readonly [ControlledRisk['kind'], readonly ('output' | 'behaviour' | 'social')[], boolean | null]>([
    ['performance', [], false],
    ['performance', ['behaviour'], false],
    ['performance', ['output'], true],
    ['performance', ['social'], true],
    ['relationship', ['output'], false],
    ['relationship', ['behaviour'], true],
    ['relationship', ['social'], true],
    [null, ['output', 'behaviour', 'social'], null],
  ])('answers a risk of %s by %s: %s', (kind, controls, isAnswered) => {
    const plan = { risks: [risk(kind, ...controls)] };
    expect(controlPlanReading(plan)[0]?.isAnswered).toBe(isAnswered);
    expect(CONTROL_PLAN.facts(plan).isOpen).toBe(isAnswered !== true);
  });

  it('tells the controls that nobody sees to', () => {
    expect(controlPlanReading({ risks: [risk('performance', 'output', 'social')] })[0]?.withoutOwner).toEqual([
      'c0',
      'c1',
    ]);
  });
});

describe('a deadlock ladder', () => {
  const rung = (key: string, days: number) => ({ key, level: key, people: null, days });
  const ladder = (arose: string, settled: string | null = null): DeadlockLadder => ({
    rungs: [rung('managers', 10), rung('chairs', 20)],
    end: 'buy-sell',
    endWords: null,
    deadlocks: [{ key: 'd', matter: 'Budget', arose, settled, outcome: null }],
  });

  it('refuses a deadlock that was settled before it arose', () => {
    const codes = DEADLOCK_LADDER.problems(ladder('2024-03-02', '2024-03-01'), null).map(({ code }) => code);
    expect(codes).toEqual(['days-reversed']);
  });

  it('gives each rung its days, the first day counted, over the end of February', () => {
    expect(datedRungs(ladder('2024-02-20').rungs, '2024-02-20').map(({ from, until }) => [from, until])).toEqual([
      ['2024-02-20', '2024-02-29'],
      ['2024-03-01', '2024-03-20'],
    ]);
  });

  it.each<readonly [string, string | null]>([
    ['2024-02-19', null],
    ['2024-02-20', 'managers'],
    ['2024-02-29', 'managers'],
    ['2024-03-01', 'chairs'],
    ['2024-03-20', 'chairs'],
    ['2024-03-21', null],
  ])('has the matter on %s with %s', (today, at) => {
    expect(deadlockStandings(ladder('2024-02-20'), today)[0]?.rung).toBe(at);
  });

  it('is open and due while a deadlock is not settled', () => {
    expect(DEADLOCK_LADDER.facts(ladder('2024-02-20'))).toMatchObject({ isOpen: true, due: '2024-03-20' });
    expect(DEADLOCK_LADDER.facts(ladder('2024-02-20', '2024-02-21'))).toMatchObject({ isOpen: false, due: null });
  });
});

it('an exclusivity that ends before it begins is refused', () => {
  const anywhere = { reach: 'anywhere' } as const;
  const codes = EXCLUSIVITY.problems(
    {
      title: 'Cars in Taiwan',
      bound: ['a'],
      towards: ['b'],
      product: anywhere,
      market: anywhere,
      region: anywhere,
      from: '2024-01-02',
      until: '2024-01-01',
      clause: null,
      words: null,
    },
    null,
  ).map(({ code }) => code);
  expect(codes).toEqual(['days-reversed']);
});
