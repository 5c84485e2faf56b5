import { paperRoutes, type PaperWithVersionsAnswer } from '@entente/contract/dossier';
import { describe, expect, it } from 'vitest';
import { testFirm } from '../lifecycle/test-lifecycles.ts';
import type { Reply } from '../register/test-app.ts';

const { ask, alliance, people } = await testFirm();
const { manager, mei, reader, stranger } = people;
const slug = await alliance();

const read = (day: string, value: number, key = day) => ({ key, day, value, source: 'Ledger', comment: null });
const METRIC = {
  kind: 'metric',
  name: 'Orders on time',
  quadrant: 'operational',
  timing: 'leading',
  unit: '%',
  direction: 'higher',
  target: { value: 95, by: '2020-06-30' },
  everyDays: 30,
  owner: mei.id,
  isRetired: false,
  readings: [read('2020-01-31', 90), read('2020-02-29', 91), read('2020-03-31', 93)],
};
const DECISION = {
  kind: 'course-decision',
  course: 'adapt',
  day: '2020-07-01',
  by: [mei.id],
  reasons: 'Deliveries stay late',
  basis: [],
};
const post = (content: Record<string, unknown>, who = manager): Promise<Reply> =>
  ask(who, 'POST', `/alliances/${slug}/papers`, content);
async function added(content: Record<string, unknown>): Promise<PaperWithVersionsAnswer> {
  const reply = await post(content);
  if (reply.status !== 201) throw new Error(reply.text);
  return paperRoutes.get.answer.parse(reply.body);
}

describe('what is judged is refused, and nothing is written,', () => {
  it.each<readonly [string, Record<string, unknown>, number, string]>([
    [
      'two readings of a day',
      { ...METRIC, readings: [read('2020-01-31', 1, 'a'), read('2020-01-31', 2, 'b')] },
      422,
      'value-refused',
    ],
    [
      'a reading without a figure',
      { ...METRIC, readings: [{ ...read('2020-01-31', 1), value: null }] },
      400,
      'request-invalid',
    ],
    ['an interval of no days', { ...METRIC, everyDays: 0 }, 400, 'request-invalid'],
    ['an owner who is no member', { ...METRIC, owner: stranger.id }, 422, 'record-unknown'],
    ['a decision without reasons', { ...DECISION, reasons: '' }, 400, 'request-invalid'],
    ['a decision by somebody who is no member', { ...DECISION, by: [stranger.id] }, 422, 'record-unknown'],
    [
      'a decision that rests on one thing twice',
      {
        ...DECISION,
        basis: [
          { kind: 'paper', id: mei.id },
          { kind: 'paper', id: mei.id },
        ],
      },
      422,
      'value-refused',
    ],
  ])('%s', async (_, content, status, code) => {
    const reply = await post(content);
    expect([reply.status, reply.body['code']]).toEqual([status, code]);
    expect((await ask(manager, 'GET', `/alliances/${slug}/papers`)).body['items']).toEqual([]);
  });
});

describe('a metric', () => {
  it('is read with its trend, what is missing to its target, and for how long a reading has been due', async () => {
    const metric = await added(METRIC);
    expect(metric).toMatchObject({ class: 'INTERNAL', due: '2020-04-30', isOpen: true, people: [{ name: 'Mei' }] });
    expect(metric.reading).toMatchObject({
      kind: 'metric',
      latest: { day: '2020-03-31', value: 93 },
      change: 2,
      trend: { verdict: 'better', readings: 3 },
      shortfall: 2,
      standing: 'missed',
    });
    expect(metric.reading?.kind === 'metric' && (metric.reading.staleDays ?? 0) > 365).toBe(true);
    const more = { ...METRIC, readings: [...METRIC.readings, read('2020-04-30', 96)], isRetired: true };
    const path = `/alliances/${slug}/papers/${metric.id}`;
    const changed = paperRoutes.get.answer.parse((await ask(manager, 'PATCH', path, more, 1)).body);
    expect(changed).toMatchObject({ version: 2, due: null, isOpen: false });
    expect(changed.reading).toMatchObject({ change: 3, shortfall: -1, standing: 'reached', staleDays: null });
    expect(changed.versions[1]?.content).toMatchObject({ readings: { length: 3 } });
  });

  it('is read by readers and written by nobody without the right', async () => {
    expect((await post(METRIC, reader)).status).toBe(404);
    expect((await ask(reader, 'GET', `/alliances/${slug}/papers?kind=metric`)).body['items']).toHaveLength(1);
    expect((await ask(stranger, 'GET', `/alliances/${slug}/papers`)).status).toBe(404);
  });
});

it('decisions on the course follow one another, each with what it rests on', async () => {
  const metric = await added({ ...METRIC, name: 'Returns' });
  const first = await added({ ...DECISION, basis: [{ kind: 'paper', id: metric.id }] });
  const second = await added({ ...DECISION, course: 'exit', day: '2021-01-01', by: [] });
  expect([first.people, second.people]).toMatchObject([[{ name: 'Mei' }], []]);
  const list = (await ask(reader, 'GET', `/alliances/${slug}/papers?kind=course-decision`)).body['items'];
  expect(list).toMatchObject([
    { content: { course: 'adapt', basis: [{ id: metric.id }] } },
    { content: { course: 'exit' } },
  ]);
});
