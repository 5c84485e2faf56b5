import { paperRoutes, type PaperWithVersionsAnswer } from '@entente/contract/dossier';
import { recordPageRoutes, type StakeAnswer } from '@entente/contract/register';
import { Share } from '@entente/core/kernel';
import { EXIT_AREAS, type StakeToUnwind, unwindingWrites } from '@entente/core/lifecycle';
import { describe, expect, it } from 'vitest';
import { testFirm } from '../lifecycle/test-lifecycles.ts';
import type { Reply } from '../register/test-app.ts';

const { ask, alliance, people } = await testFirm();
const { owner, manager, mei, reader, stranger } = people;

const paperIn = (reply: Reply): PaperWithVersionsAnswer => paperRoutes.get.answer.parse(reply.body);
const post = (slug: string, content: Record<string, unknown>, who = manager): Promise<Reply> =>
  ask(who, 'POST', `/alliances/${slug}/papers`, content);
const papersOf = async (slug: string, who = manager) =>
  paperRoutes.ofAlliance.answer.parse((await ask(who, 'GET', `/alliances/${slug}/papers`)).body).items;

async function added(slug: string, content: Record<string, unknown>, who = manager): Promise<PaperWithVersionsAnswer> {
  const reply = await post(slug, content, who);
  if (reply.status !== 201) throw new Error(reply.text);
  return paperIn(reply);
}
async function made(path: string, body: Record<string, unknown>): Promise<Reply> {
  const reply = await ask(manager, 'POST', path, body);
  if (reply.status !== 201) throw new Error(reply.text);
  return reply;
}
const organisation = async (name: string): Promise<string> => (await made('/organisations', { name })).id;
const [firm, partner, newcomer] = [
  await organisation('Firm'),
  await organisation('Partner'),
  await organisation('Newcomer'),
];

const trigger = (key: string, more: Record<string, unknown> = {}) => ({
  key,
  trigger: 'term-ended',
  text: '',
  state: 'watched',
  on: null,
  ...more,
});
const task = (key: string, more: Record<string, unknown> = {}) => ({
  key,
  area: 'people',
  text: 'Tell the people',
  holder: null,
  due: null,
  state: 'open',
  ...more,
});
const sale = { key: 's', organisation: firm, way: 'sell', to: partner, due: '2026-03-31', terms: '' };
const PLAN = { kind: 'exit-plan', triggers: [trigger('a')], tasks: [task('t')], stakes: [sale] };
const REPORT = {
  kind: 'completion',
  achieved: '',
  missed: '',
  value: '',
  losses: '',
  people: '',
  property: '',
  customers: '',
  openPoints: '',
  endedOn: '2026-03-31',
  by: [mei.id],
  handedInOn: null,
};
const LESSON = {
  kind: 'lesson',
  title: 'Name who disengages before signing',
  lessonKind: 'to-try',
  about: 'negotiation',
  happened: '',
  cause: '',
  advice: '',
  tags: ['exit'],
};

describe('what is said of an ending is refused, and nothing is written,', () => {
  it.each<readonly [string, Record<string, unknown>, number, string]>([
    [
      'a trigger that is not on the list',
      { ...PLAN, triggers: [trigger('a', { trigger: 'boredom' })] },
      422,
      'value-refused',
    ],
    ['an area that is not on the list', { ...PLAN, tasks: [task('t', { area: 'weather' })] }, 422, 'value-refused'],
    ['two tasks of one key', { ...PLAN, tasks: [task('t'), task('t')] }, 422, 'value-refused'],
    ['a task without words', { ...PLAN, tasks: [task('t', { text: '' })] }, 400, 'request-invalid'],
    [
      'a task of somebody who is no member',
      { ...PLAN, tasks: [task('t', { holder: stranger.id })] },
      422,
      'record-unknown',
    ],
    [
      'a stake of a firm that is not there',
      { ...PLAN, stakes: [{ ...sale, organisation: mei.id }] },
      422,
      'record-unknown',
    ],
    ['a stake that goes to nobody known', { ...PLAN, stakes: [{ ...sale, to: mei.id }] }, 422, 'record-unknown'],
    ['a report handed in before the end', { ...REPORT, handedInOn: '2026-03-30' }, 422, 'period-reversed'],
    ['a lesson without a title', { ...LESSON, title: '' }, 400, 'request-invalid'],
    ['a lesson about a stage that there is not', { ...LESSON, about: 'divorce' }, 400, 'request-invalid'],
  ])('%s', async (_case, content, status, code) => {
    const slug = await alliance();
    const reply = await post(slug, content);
    expect([reply.status, reply.body['code']]).toEqual([status, code]);
    expect(await papersOf(slug)).toEqual([]);
  });

  it('a second plan, a second report; a second lesson is added', async () => {
    const slug = await alliance();
    for (const content of [PLAN, REPORT]) {
      await added(slug, content);
      expect((await post(slug, content)).body['code']).toBe('paper-there');
    }
    await added(slug, LESSON);
    await added(slug, LESSON);
    expect((await papersOf(slug)).filter(({ kind }) => kind === 'lesson')).toHaveLength(2);
  });
});

describe('a plan to leave', () => {
  it('is neither read nor written, listed nor counted by whoever reads no NEVER; report and lessons are', async () => {
    const slug = await alliance();
    const { id } = await added(slug, { ...PLAN, tasks: [task('t', { text: 'Sentinel of the plan' })] });
    await added(slug, REPORT);
    for (const who of [mei, reader]) {
      const kinds = (await papersOf(slug, who)).map(({ kind }) => kind);
      expect(kinds).toEqual(['completion']);
      expect((await ask(who, 'GET', `/alliances/${slug}/papers/${id}`)).status).toBe(404);
      expect((await ask(who, 'GET', '/papers')).text).not.toContain('Sentinel');
    }
    expect((await post(await alliance(), PLAN, mei)).status).toBe(422);
    expect((await ask(mei, 'PATCH', `/alliances/${slug}/papers/${id}`, PLAN, 1)).status).toBe(404);
    expect((await papersOf(slug, owner)).map(({ kind, class: of }) => [kind, of])).toContainEqual([
      'exit-plan',
      'NEVER',
    ]);
  });

  it('tells tasks that are late or undated, and areas of which it says nothing', async () => {
    const tasks = [
      task('late', { due: '2020-01-01', holder: mei.id }),
      task('undated'),
      task('done', { due: '2019-01-01', state: 'done', area: 'value' }),
    ];
    const { reading, due, people: named } = await added(await alliance(), { ...PLAN, tasks });
    expect(reading).toMatchObject({ met: [], come: [], open: 2, done: 1, late: ['late'], undated: 1 });
    expect(reading?.kind === 'exit-plan' && reading.areasLeft).toEqual(
      EXIT_AREAS.map(({ key }) => key).filter((key) => key !== 'people' && key !== 'value'),
    );
    expect([due, named]).toMatchObject(['2020-01-01', [{ name: 'Mei' }]]);
  });

  it('tells a trigger from its day, and when it is met, among what is open, until it is past', async () => {
    const slug = await alliance();
    const quiet = { ...PLAN, tasks: [], stakes: [] };
    const first = await added(slug, quiet);
    expect([first.isOpen, first.due]).toEqual([false, null]);
    const open = async () =>
      paperRoutes.list.answer
        .parse((await ask(manager, 'GET', '/papers?open=true&kind=exit-plan')).body)
        .items.filter(({ id }) => id === first.id)
        .map(({ due }) => due);
    const state = async (version: number, more: Record<string, unknown>) => {
      const content = { ...quiet, triggers: [trigger('a', more)] };
      const reply = await ask(manager, 'PATCH', `/alliances/${slug}/papers/${first.id}`, content, version);
      return paperIn(reply).reading;
    };
    expect(await state(1, { on: '2999-12-31' })).toMatchObject({ met: [], come: [] });
    expect(await open()).toEqual(['2999-12-31']);
    expect(await state(2, { on: '2020-12-31' })).toMatchObject({ met: [], come: ['a'] });
    expect(await state(3, { state: 'met', on: '2021-01-04' })).toMatchObject({ met: ['a'], come: [] });
    expect(await open()).toEqual(['2021-01-04']);
    expect(await state(4, { state: 'past', on: '2021-01-04' })).toMatchObject({ met: [], come: [] });
    expect(await open()).toEqual([]);
  });
});

const asked = ({ id, version, holder, share, votingShare }: StakeAnswer): StakeToUnwind => {
  const parsed = (text: string | null) => {
    const value = text === null ? null : Share.parse(text);
    if (value !== null && !value.ok) throw new Error(`No share: ${text}`);
    return value === null ? null : value.value;
  };
  return { id, version, holder: holder?.id ?? '', share: parsed(share), votingShare: parsed(votingShare) };
};

describe('a stake is unwound through the register', () => {
  const stakesOf = async (slug: string, query = ''): Promise<readonly StakeAnswer[]> =>
    recordPageRoutes.alliance.answer.parse((await ask(manager, 'GET', `/alliances/${slug}/record${query}`)).body)
      .stakes;
  const shown = (stakes: readonly StakeAnswer[]) =>
    stakes.map(({ holder, share, from, to }) => [holder?.name, share, from, to]).sort();

  /** A venture of which the firm has 40 and the partner 60 of a hundred. */
  async function venture(): Promise<{
    readonly slug: string;
    readonly ours: StakeAnswer;
    readonly theirs: StakeAnswer;
  }> {
    const entity = await organisation(`Venture ${Math.random()}`);
    const slug = await alliance({ form: 'joint-venture', venture: entity });
    for (const [holder, share] of [
      [firm, '40.1'],
      [partner, '59.9'],
    ] as const)
      await made('/stakes', { alliance: slug, issuer: entity, holder, share, from: '2003-10-01' });
    const stakes = await stakesOf(slug);
    const of = (id: string): StakeAnswer => {
      const found = stakes.find(({ holder }) => holder?.id === id);
      if (found === undefined) throw new Error('Both hold a stake');
      return found;
    };
    return { slug, ours: of(firm), theirs: of(partner) };
  }

  /** Sends what the rule says, as the page does. */
  const unwind = (stake: StakeAnswer, day: string, taken: Parameters<typeof unwindingWrites>[2]): Promise<Reply> =>
    ask(manager, 'POST', '/changes', {
      changes: unwindingWrites(asked(stake), day, taken).map((each) =>
        each.act === 'end'
          ? { collection: 'stakes', record: each.stake, version: each.version, change: { to: each.to } }
          : {
              collection: 'stakes',
              create: {
                alliance: stake.alliance?.id ?? null,
                issuer: stake.issuer.id,
                holder: each.holder,
                share: each.share,
                from: each.from,
                to: '..',
              },
            },
      ),
      reason: 'Termination plan',
    });

  it('is refused whole on a day before it began, on a version that is stale, and where the sum would be too much', async () => {
    const { slug, ours, theirs } = await venture();
    const before = shown(await stakesOf(slug));
    const early = await unwind(ours, '2003-09-30', { by: partner, receiving: asked(theirs) });
    expect([early.status, early.text]).toMatchObject([422, expect.stringContaining('period-reversed')]);
    const stale = await unwind(ours, '2026-03-31', { by: partner, receiving: { ...asked(theirs), version: 9 } });
    expect(stale.status).toBe(412);
    const forgotten = await unwind(ours, '2026-03-31', { by: partner, receiving: null });
    expect([forgotten.status, forgotten.text]).toMatchObject([422, expect.stringContaining('stake-overlap')]);
    expect(shown(await stakesOf(slug))).toEqual(before);
  });

  it('ends on its day and is the receiver’s from the next, as one change that is dated and told with its reason', async () => {
    const { slug, ours, theirs } = await venture();
    const reply = await unwind(ours, '2026-03-31', { by: partner, receiving: asked(theirs) });
    expect(reply.status).toBe(201);
    expect(shown(await stakesOf(slug))).toEqual([
      ['Firm', '40.1', '2003-10-01', '2026-03-31'],
      ['Partner', '100', '2026-04-01', '..'],
      ['Partner', '59.9', '2003-10-01', '2026-03-31'],
    ]);
    expect(reply.body['change']).toMatchObject({ reason: 'Termination plan', abilities: { undo: true } });
  });

  it('goes to a newcomer with its share, or simply ends', async () => {
    const { slug, ours, theirs } = await venture();
    expect((await unwind(ours, '2026-03-31', { by: newcomer, receiving: null })).status).toBe(201);
    expect((await unwind(theirs, '2026-06-30', null)).status).toBe(201);
    expect(shown(await stakesOf(slug))).toEqual([
      ['Firm', '40.1', '2003-10-01', '2026-03-31'],
      ['Newcomer', '40.1', '2026-04-01', '..'],
      ['Partner', '59.9', '2003-10-01', '2026-06-30'],
    ]);
  });

  it('is undone as a whole, and the stakes are as they were', async () => {
    const { slug, ours, theirs } = await venture();
    const before = shown(await stakesOf(slug));
    const reply = await unwind(ours, '2026-03-31', { by: partner, receiving: asked(theirs) });
    const change = String(reply.headers['entente-change']);
    expect(shown(await stakesOf(slug))).not.toEqual(before);
    expect((await ask(manager, 'POST', `/changes/${change}/undo`, {})).status).toBe(201);
    expect(shown(await stakesOf(slug))).toEqual(before);
  });
});

describe('what is told at the end', () => {
  it('is open until the report is handed in', async () => {
    const slug = await alliance();
    const { id, isOpen, people: named } = await added(slug, REPORT, mei);
    expect([isOpen, named]).toMatchObject([true, [{ name: 'Mei' }]]);
    const path = `/alliances/${slug}/papers/${id}`;
    const done = paperIn(await ask(mei, 'PATCH', path, { ...REPORT, handedInOn: '2026-04-15' }, 1));
    expect(done.isOpen).toBe(false);
  });

  it('is found again as lessons of every alliance, each with its alliance, and gone when it is taken away', async () => {
    const [one, other] = [await alliance(), await alliance()];
    const lesson = await added(one, { ...LESSON, title: 'First' });
    await added(other, { ...LESSON, title: 'Second' }, mei);
    const lessons = async () =>
      paperRoutes.list.answer
        .parse((await ask(reader, 'GET', '/papers?kind=lesson')).body)
        .items.filter(({ alliance: of }) => of.slug === one || of.slug === other)
        .map(({ content, alliance: of }) => [content?.kind === 'lesson' && content.title, of.slug]);
    expect(await lessons()).toEqual([
      ['First', one],
      ['Second', other],
    ]);
    await ask(manager, 'DELETE', `/alliances/${one}/papers/${lesson.id}`, undefined, 1);
    expect(await lessons()).toEqual([['Second', other]]);
  });
});
