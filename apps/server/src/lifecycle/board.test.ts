import { type LifecycleBoardAnswer, lifecycleRoutes } from '@entente/contract/lifecycle';
import { describe, expect, it } from 'vitest';
import type { TestPerson } from '../authorisation/test-people.store.ts';
import { BEGUN, named, testFirm } from './test-lifecycles.ts';

const { people, ask, alliance, take } = await testFirm();
const { mei, reader, stranger } = people;

describe('the board', () => {
  const boardOf = async (who: TestPerson, query = ''): Promise<LifecycleBoardAnswer> =>
    lifecycleRoutes.board.answer.parse((await ask(who, 'GET', `/lifecycles${query}`)).body);

  it('tells of each alliance where it stands and what its gate waits for, and of those that have no lifecycle', async () => {
    const [slug, bare] = [await alliance(), await alliance()];
    await take(slug, BEGUN, named(mei), {
      kind: 'planned',
      on: '2003-11-02',
      stage: 'strategy-formation',
      due: '2003-11-20',
    });
    await take(slug, {
      kind: 'waived',
      on: '2003-11-03',
      stage: 'strategy-formation',
      criterion: 'strategy-formulated',
      reason: 'Later',
      until: '2003-11-25',
    });
    const board = await boardOf(reader, '?asOf=2003-12-01');
    expect(board.alliances.find((card) => card.slug === slug)).toMatchObject({
      state: 'open',
      stage: 'strategy-formation',
      since: '2003-10-01',
      daysInStage: 61,
      due: '2003-11-20',
      daysOverdue: 11,
      open: 2,
      lapsed: 1,
      unmet: 0,
      skipped: [],
      loops: 0,
      gate: { isOpen: false, awaited: [{ key: mei.id, name: 'Mei' }] },
    });
    expect(board.without.alliances.map((one) => one.slug)).toContain(bare);
    expect(board.without.alliances.map((one) => one.slug)).not.toContain(slug);
    const earlier = await boardOf(reader, '?asOf=2003-09-01');
    expect(earlier.without.alliances.map((one) => one.slug)).toContain(slug);
  });

  it('names the stages that an alliance has been in, also those that lie ahead of it again', async () => {
    const slug = await alliance();
    await take(slug, { ...BEGUN, stage: 'design' });
    await take(slug, { kind: 'revisited', on: '2003-11-01', stage: 'negotiation', reason: 'Another split' });
    const board = await boardOf(reader);
    expect(board.alliances.find((card) => card.slug === slug)).toMatchObject({
      stage: 'negotiation',
      visited: ['negotiation', 'design'],
      loops: 1,
    });
  });

  it('sets endings against skipped stages, without alliances whose beginnings are unrecorded', async () => {
    const before = await boardOf(reader);
    const over = { end: '2004', ending: 'failed' };
    const [one, other, unknown] = [await alliance(over), await alliance(over), await alliance(over)];
    await take(one, { ...BEGUN, stage: 'negotiation' });
    await take(other, { ...BEGUN, stage: 'negotiation' });
    await take(unknown, { ...BEGUN, stage: 'negotiation', earlier: 'unknown' });
    const failedOf = ({ endings }: LifecycleBoardAnswer, skipped: number): number =>
      endings.find((row) => row.skipped === skipped)?.endings.failed ?? 0;
    const after = await boardOf(reader);
    expect([failedOf(after, 2) - failedOf(before, 2), failedOf(after, 0) - failedOf(before, 0)]).toEqual([2, 0]);
  });
});

describe('the template', () => {
  it('is read with its words, its sources and the cross-walk', async () => {
    const reply = await ask(reader, 'GET', '/lifecycle-template');
    const { template, vocabularies, crossWalk } = lifecycleRoutes.template.answer.parse(reply.body);
    expect(template.stages).toHaveLength(7);
    expect(template.stages.every(({ source }) => source.source === '002')).toBe(true);
    expect(vocabularies.map(({ key }) => key)).toEqual(['asap', 'iso-44001', 'sdc']);
    expect(crossWalk['design']?.['asap']).toEqual(['planning', 'structuring']);
    expect((await ask(stranger, 'GET', '/lifecycle-template')).status).toBe(404);
  });
});
