import { paperRoutes, type PaperWithVersionsAnswer } from '@entente/contract/dossier';
import { segmentationAnswer } from '@entente/contract/portfolio';
import { describe, expect, it } from 'vitest';
import { testFirm } from '../lifecycle/test-lifecycles.ts';
import { portfolioRoom } from '../portfolio/portfolio.routes.ts';
import type { Reply } from '../register/test-app.ts';

const { ask, alliance, people } = await testFirm([portfolioRoom]);
const { owner, manager, mei, stranger } = people;

const paperIn = (reply: Reply): PaperWithVersionsAnswer => paperRoutes.get.answer.parse(reply.body);
const post = (slug: string, content: Record<string, unknown>, who = manager): Promise<Reply> =>
  ask(who, 'POST', `/alliances/${slug}/papers`, content);

async function added(slug: string, content: Record<string, unknown>): Promise<PaperWithVersionsAnswer> {
  const reply = await post(slug, content);
  if (reply.status !== 201) throw new Error(reply.text);
  return paperIn(reply);
}
async function organisation(name: string): Promise<string> {
  const reply = await ask(manager, 'POST', '/organisations', { name });
  if (reply.status !== 201) throw new Error(reply.text);
  return String(reply.body['id']);
}
const [firm, partner, rival] = [await organisation('Firm'), await organisation('Partner'), await organisation('Rival')];
const CLAUSE = { key: 'audit', title: null, state: 'agreed', words: null, reference: '§ 7' };
const OBLIGATION = {
  kind: 'obligation',
  title: 'Royalty',
  category: 'royalty',
  ownCategory: null,
  financial: { amount: '1200.50', currency: 'TWD' },
  side: 'ours',
  organisations: [firm],
  due: '2020-01-31',
  recurs: 'monthly',
  until: null,
  reminderDays: 7,
  holder: mei.id,
  clause: 'compensation',
  reference: null,
  met: [],
  standing: null,
};
const HALF = { kind: 'more-than-half', votes: null, withEach: [] };
const seat = (key: string, of: string) => ({ key, organisation: of, holder: null, isChair: false });
const BODY = {
  kind: 'body',
  name: 'Board',
  type: 'board',
  seats: [seat('1', firm), seat('2', partner)],
  hasCastingVote: false,
  quorum: { seats: 2, percent: null, withEach: [] },
  majority: HALF,
  reserved: [],
  words: null,
};
const rule = (key: string, above: string | null, upTo: string | null) => ({
  key,
  party: null,
  above,
  upTo,
  approver: 'Board',
});
const AUTHORITY = {
  kind: 'authority',
  matters: [{ key: 'm', title: 'Purchase', currency: 'TWD', rules: [rule('a', '10', '20')] }],
};
const LADDER = {
  kind: 'deadlock-ladder',
  rungs: [{ key: 'r', level: 'Chairs', people: null, days: 30 }],
  end: 'buy-sell',
  endWords: null,
  deadlocks: [{ key: 'd', matter: 'Budget', arose: '2020-01-01', settled: null, outcome: null }],
};
const anywhere = { reach: 'anywhere' };
const EXCLUSIVITY = {
  kind: 'exclusivity',
  title: 'Axles with the partner alone',
  bound: [firm],
  towards: [partner],
  product: anywhere,
  market: anywhere,
  region: anywhere,
  from: null,
  until: null,
  clause: 'exclusivity',
  words: null,
};

describe('what is agreed is refused, and nothing is written,', () => {
  it.each<readonly [string, Record<string, unknown>, number, string]>([
    [
      'a clause not needed for no reason',
      { kind: 'clauses', clauses: [{ ...CLAUSE, state: 'not-needed' }] },
      422,
      'clause-incomplete',
    ],
    ['a clause twice', { kind: 'clauses', clauses: [CLAUSE, CLAUSE] }, 422, 'design-part-repeated'],
    ['a majority without its votes', { ...BODY, majority: { ...HALF, kind: 'votes' } }, 422, 'majority-votes'],
    ['a body of a firm that is not there', { ...BODY, seats: [seat('1', mei.id)] }, 422, 'record-unknown'],
    [
      'an amount that is answered twice',
      { ...AUTHORITY, matters: [{ ...AUTHORITY.matters[0], rules: [rule('a', null, '9'), rule('b', '8', null)] }] },
      422,
      'authority-overlap',
    ],
    [
      'a range in which nothing lies',
      { ...AUTHORITY, matters: [{ ...AUTHORITY.matters[0], rules: [rule('a', '9', '8')] }] },
      422,
      'authority-range',
    ],
    ['a signed amount', { ...OBLIGATION, financial: { amount: '-5', currency: 'TWD' } }, 400, 'request-invalid'],
    [
      'an amount of no currency',
      { ...OBLIGATION, financial: { amount: '5', currency: null } },
      422,
      'amount-without-currency',
    ],
    ['an obligation that recurs from no day on', { ...OBLIGATION, due: null }, 422, 'obligation-occurrence'],
    ['a holder who is no member', { ...OBLIGATION, holder: stranger.id }, 422, 'record-unknown'],
    [
      'a deadlock settled before it arose',
      { ...LADDER, deadlocks: [{ ...LADDER.deadlocks[0], settled: '2019-12-31' }] },
      422,
      'days-reversed',
    ],
    ['an exclusivity that binds nobody', { ...EXCLUSIVITY, bound: [] }, 400, 'request-invalid'],
  ])('%s', async (_case, content, status, code) => {
    const slug = await alliance();
    const reply = await post(slug, content);
    expect([reply.status, reply.body['code']]).toEqual([status, code]);
    expect(
      paperRoutes.ofAlliance.answer.parse((await ask(manager, 'GET', `/alliances/${slug}/papers`)).body).items,
    ).toEqual([]);
  });

  it('and so is a second checklist, plan, delegation or ladder of one alliance', async () => {
    const slug = await alliance();
    for (const content of [{ kind: 'clauses', clauses: [] }, { kind: 'control-plan', risks: [] }, AUTHORITY, LADDER]) {
      await added(slug, content);
      const again = await post(slug, content);
      expect([again.status, again.body['code']]).toEqual([409, 'paper-there']);
    }
  });
});

describe('what is computed comes with the paper:', () => {
  it('how far the clauses are, which risks nothing answers, who can block, where authority has gaps', async () => {
    const slug = await alliance();
    expect((await added(slug, { kind: 'clauses', clauses: [CLAUSE] })).reading).toMatchObject({
      counts: { agreed: 1, signed: 0 },
    });
    const risks = [{ key: 'r', words: 'Models come late', kind: 'performance', controls: [] }];
    expect((await added(slug, { kind: 'control-plan', risks })).reading).toMatchObject({
      risks: [{ key: 'r', isAnswered: false, inPlace: [] }],
    });
    expect((await added(slug, BODY)).reading).toMatchObject({
      quorumBlockers: [firm, partner],
      ordinary: {
        blockAlone: [firm, partner],
        standoffs: 1,
        power: [
          { voter: firm, over: 1, under: 2 },
          { voter: partner, over: 1, under: 2 },
        ],
      },
    });
    expect((await added(slug, AUTHORITY)).reading).toMatchObject({
      gaps: [
        { matter: 'm', party: null, above: null, upTo: '10' },
        { matter: 'm', party: null, above: '20', upTo: null },
      ],
    });
    expect((await added(slug, LADDER)).reading).toMatchObject({ open: [{ key: 'd', rung: null, until: null }] });
  });

  it('an obligation is overdue by the day, is due again once met, and done once it was met each time', async () => {
    const slug = await alliance();
    const first = await added(slug, OBLIGATION);
    expect(first).toMatchObject({ due: '2020-01-31', isOpen: true, people: [{ id: mei.id }] });
    expect(first.reading).toMatchObject({ state: 'overdue', nextDue: '2020-01-31' });
    const met = [{ key: 'k', due: '2020-01-31', on: '2020-01-30', words: null }];
    const path = `/alliances/${slug}/papers/${first.id}`;
    const again = paperIn(await ask(mei, 'PATCH', path, { ...OBLIGATION, met }, 1));
    expect([again.due, again.isOpen]).toEqual(['2020-02-29', true]);
    const done = paperIn(await ask(mei, 'PATCH', path, { ...OBLIGATION, met, until: '2020-01-31' }, 2));
    expect([done.due, done.isOpen, done.reading]).toMatchObject([null, false, { state: 'completed', daysLate: null }]);
  });

  it('an obligation without a date is pending, open, and never late', async () => {
    const undated = await added(await alliance(), { ...OBLIGATION, due: null, recurs: null });
    expect(undated).toMatchObject({ due: null, isOpen: true });
    expect(undated.reading).toMatchObject({ state: 'pending', isUndated: true, daysLate: null, nextDue: null });
  });
});

describe('an exclusivity', () => {
  const segmentation = async () =>
    segmentationAnswer.parse(
      (await ask(owner, 'GET', '/organisations/firm/portfolio/segmentation?population=all')).body,
    );

  it('is told against the other alliances that fall under it, from the moment it is written until it is taken away', async () => {
    const [one, other] = [await alliance(), await alliance()];
    for (const [slug, member] of [
      [one, partner],
      [other, rival],
    ] as const)
      for (const organisationId of [firm, member]) {
        const reply = await ask(manager, 'POST', '/memberships', { alliance: slug, organisation: organisationId });
        if (reply.status !== 201) throw new Error(reply.text);
      }
    expect((await segmentation()).exclusivities).toEqual([]);
    const { id } = await added(one, EXCLUSIVITY);
    const { exclusivities, alliances } = await segmentation();
    expect(exclusivities).toMatchObject([
      {
        right: { paper: id, title: EXCLUSIVITY.title, alliance: { slug: one }, towards: [{ name: 'Partner' }] },
        overlap: 'certain',
        bound: [{ name: 'Firm' }],
        outsiders: [{ name: 'Rival' }],
      },
    ]);
    expect(alliances[exclusivities[0]?.alliance ?? -1]?.slug).toBe(other);
    await ask(manager, 'DELETE', `/alliances/${one}/papers/${id}`, undefined, 1);
    expect((await segmentation()).exclusivities).toEqual([]);
  });
});
