import { describe, expect, it } from 'vitest';
import {
  COMPLETION,
  type Completion,
  EXIT_AREAS,
  EXIT_PLAN,
  type ExitPlan,
  exitProgress,
  type ExitTask,
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
    expect(rest).toEqual({ met: 1, done: 1, open: 3, late: ['late'], undated: 1 });
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
    expect(EXIT_PLAN.facts({ ...PLAN, tasks: [task('undated')] })).toMatchObject({ due: null, isOpen: true });
    expect(EXIT_PLAN.facts({ ...PLAN, tasks: [] })).toMatchObject({ due: null, isOpen: false });
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
