import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Share } from '../../kernel/index.ts';
import {
  COMPLETION,
  type Completion,
  EXIT_AREAS,
  EXIT_PLAN,
  type ExitPlan,
  exitProgress,
  type ExitTask,
  type ExitTrigger,
  type StakeToUnwind,
  unwindingWrites,
} from '../index.ts';

const task = (key: string, more: Partial<ExitTask> = {}): ExitTask => ({
  key,
  area: 'value',
  text: key,
  holder: null,
  due: null,
  state: 'open',
  ...more,
});
const PLAN: ExitPlan = {
  triggers: [
    { key: 'a', trigger: 'term-ended', text: '', state: 'met', on: '2026-01-01' },
    { key: 'b', trigger: 'deadlock', text: '', state: 'watched', on: null },
  ],
  tasks: [
    task('late', { due: '2026-01-01', holder: 'mei' }),
    task('today', { due: '2026-02-01', area: 'people' }),
    task('undated'),
    task('done', { due: '2025-01-01', state: 'done' }),
    task('dropped', { due: '2025-01-01', state: 'dropped' }),
  ],
  stakes: [{ key: 's', organisation: 'tm', way: 'sell', to: 'ffg', due: null, terms: '' }],
};

describe('a plan to leave', () => {
  it('tells what is met, done, late and left out; a task is not late on its day, nor without one', () => {
    const { areasLeft, ...rest } = exitProgress(PLAN, '2026-02-01');
    expect(rest).toEqual({ met: ['a'], come: [], done: 1, open: 3, late: ['late'], undated: 1 });
    expect(areasLeft).toEqual(EXIT_AREAS.map(({ key }) => key).filter((key) => key !== 'value' && key !== 'people'));
  });

  it('is due with its earliest open task, and nobody’s to hold where that names nobody', () => {
    expect(EXIT_PLAN.facts(PLAN)).toMatchObject({
      due: '2026-01-01',
      holder: 'mei',
      isOpen: true,
      people: ['mei'],
      organisations: ['tm', 'ffg'],
    });
    const quiet = { ...PLAN, triggers: [] };
    expect(EXIT_PLAN.facts({ ...quiet, tasks: [task('undated')] })).toMatchObject({ due: null, isOpen: true });
    expect(EXIT_PLAN.facts({ ...quiet, tasks: [] })).toMatchObject({ due: null, isOpen: false });
  });

  it.each<readonly [string, Partial<ExitTrigger>, readonly unknown[]]>([
    ['watched without a day: it lies in the drawer', { state: 'watched' }, [null, false, [], []]],
    ['watched for a later day: due then', { state: 'watched', on: '2026-02-02' }, ['2026-02-02', true, [], []]],
    ['watched and its day has come: told', { state: 'watched', on: '2026-02-01' }, ['2026-02-01', true, [], ['b']]],
    ['met: told and open, also without a day', { state: 'met' }, [null, true, ['b'], []]],
    ['met on a day: due since', { state: 'met', on: '2026-01-03' }, ['2026-01-03', true, ['b'], []]],
    ['past: no longer told', { state: 'past', on: '2026-01-03' }, [null, false, [], []]],
  ])('a trigger that is %s', (_name, more, expected) => {
    const trigger: ExitTrigger = { key: 'b', trigger: 'deadlock', text: '', state: 'watched', on: null, ...more };
    const plan: ExitPlan = { triggers: [trigger], tasks: [], stakes: [] };
    const { due, isOpen } = EXIT_PLAN.facts(plan);
    const { met, come } = exitProgress(plan, '2026-02-01');
    expect([due, isOpen, met, come]).toEqual(expected);
  });

  it('is NEVER told to the other side', () => {
    expect(EXIT_PLAN.class).toBe('NEVER');
  });

  it('refuses keys that are there twice, and triggers and areas that are not on the list', () => {
    const problems = EXIT_PLAN.problems(
      {
        triggers: [{ key: 'a', trigger: 'boredom', text: '', state: 'met', on: null }],
        tasks: [task('x'), task('x', { area: 'weather' })],
        stakes: [],
      },
      null,
    );
    expect(problems.map(({ pointer }) => pointer)).toEqual(['/tasks/1/key', '/triggers/0/trigger', '/tasks/1/area']);
  });
});

const REPORT: Completion = {
  achieved: '',
  missed: '',
  value: '',
  losses: '',
  people: '',
  property: '',
  customers: '',
  openPoints: '',
  endedOn: '2026-01-31',
  by: ['mei'],
  handedInOn: null,
};

describe('a completion report', () => {
  it('is open until it is handed in, no earlier than the end', () => {
    expect(COMPLETION.facts(REPORT)).toMatchObject({ isOpen: true, holder: 'mei' });
    expect(COMPLETION.facts({ ...REPORT, handedInOn: '2026-02-01' }).isOpen).toBe(false);
    expect(COMPLETION.problems({ ...REPORT, handedInOn: '2026-01-30' }, null)).toMatchObject([
      { code: 'period-reversed' },
    ]);
  });
});

describe('a stake that is unwound', () => {
  const tm = { id: 'a', version: 3, holder: 'tm', share: '40.1' as Share, votingShare: null };
  const ffg = { id: 'b', version: 1, holder: 'ffg', share: '59.9' as Share, votingShare: null };

  it('ends on its day', () => {
    expect(unwindingWrites(tm, '2026-02-28', null)).toEqual([{ act: 'end', stake: 'a', version: 3, to: '2026-02-28' }]);
  });

  it('is the receiver’s from the next day, over the end of a month and of a leap February', () => {
    const begun = (day: string) => unwindingWrites(tm, day, { by: 'x', receiving: null })[1];
    expect(begun('2026-02-28')).toEqual({
      act: 'begin',
      holder: 'x',
      share: '40.1',
      votingShare: null,
      from: '2026-03-01',
    });
    expect(begun('2028-02-28')).toMatchObject({ from: '2028-02-29' });
    expect(begun('2026-12-31')).toMatchObject({ from: '2027-01-01' });
  });

  it('is added to what the receiver holds, exactly; an unknown share makes no known sum', () => {
    const [, ended, begun] = unwindingWrites(tm, '2026-02-28', { by: 'ffg', receiving: ffg });
    expect(ended).toMatchObject({ act: 'end', stake: 'b', version: 1 });
    expect(begun).toMatchObject({ act: 'begin', holder: 'ffg', share: '100', votingShare: null });
    const unknown = unwindingWrites({ ...tm, share: null }, '2026-02-28', { by: 'ffg', receiving: ffg });
    expect(unknown[2]).toMatchObject({ share: null });
  });

  it('goes with its votes: those of both, where they differ from the share in one', () => {
    const silent = { ...tm, votingShare: '0' as Share };
    expect(unwindingWrites(silent, '2026-02-28', { by: 'x', receiving: null })[1]).toMatchObject({ votingShare: '0' });
    const begun = (one: StakeToUnwind, other: StakeToUnwind) =>
      unwindingWrites(one, '2026-02-28', { by: 'ffg', receiving: other })[2];
    expect(begun(silent, ffg)).toMatchObject({ share: '100', votingShare: '59.9' });
    expect(begun(silent, { ...ffg, share: null })).toMatchObject({ share: null, votingShare: null });
  });

  it('leaves as much with the receiver as both held, whatever the shares', () => {
    const hundredths = fc.integer({ min: 0, max: 5000 }).map((each) => Share.parse(String(each / 100)));
    fc.assert(
      fc.property(hundredths, hundredths, (one, other) => {
        if (!one.ok || !other.ok) throw new Error('Both are shares');
        const receiving = { ...ffg, share: other.value };
        const begun = unwindingWrites({ ...tm, share: one.value }, '2026-02-28', { by: 'ffg', receiving })[2];
        expect(begun).toMatchObject({ share: Share.sum([one.value, other.value]) });
        expect(Number(begun?.act === 'begin' && begun.share)).toBeCloseTo(Number(one.value) + Number(other.value), 9);
      }),
    );
  });
});
