import { type PaperOf, paperRoutes, type PaperReading, type PaperWithVersionsAnswer } from '@entente/contract/dossier';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { enrol } from '../authorisation/test-people.store.ts';
import { testFirm } from '../lifecycle/test-lifecycles.ts';
import { configurationFrom } from '../platform/configuration.ts';
import { loadCaseLibrary } from '../portfolio/case-library.commands.ts';
import { shippedLibrary } from '../register/case-library.ts';
import { createDemoWorkspace, localCaller } from '../register/demo.commands.ts';
import type { Reply } from '../register/test-app.ts';
import { unpacked } from '../register/test-table-files.ts';
import { loadCasePapers } from './case-papers.commands.ts';

const { server, people, member, ask, as, alliance } = await testFirm();
const { manager, mei, reader, stranger } = people;

type Choice = PaperOf<'partner-choice'>;
type Reading = Extract<PaperReading, { kind: 'partner-choice' }>;

const criterion = (key: string, more: Partial<Choice['criteria'][number]> = {}): Choice['criteria'][number] => ({
  key,
  name: `Criterion ${key}`,
  group: null,
  direction: 'max',
  weight: 1,
  unit: null,
  preference: { shape: 'usual', indifference: null, preference: null, spread: null },
  ...more,
});
const rated = (rater: string, candidate: string, values: Readonly<Record<string, number>>) => ({
  rater,
  candidate,
  values: Object.entries(values).map(([by, value]) => ({ criterion: by, value, comment: null })),
});
const CHOICE: Choice = {
  kind: 'partner-choice',
  question: 'With whom?',
  firm: null,
  candidates: ['a', 'b', 'c'].map((key) => ({
    key,
    organisation: null,
    name: `Firm ${key}`,
    stage: 'short-list',
    reason: null,
  })),
  groups: [],
  criteria: [criterion('fit', { weight: 3 }), criterion('cost', { direction: 'min' })],
  weighing: { by: 'entered', rater: null },
  raters: [
    { key: 'x', member: null, name: 'Xenia', left: null },
    { key: 'y', member: null, name: 'Yuki', left: null },
  ],
  ratings: [
    rated('x', 'a', { fit: 5, cost: 2 }),
    rated('x', 'b', { fit: 3, cost: 1 }),
    rated('y', 'a', { fit: 4, cost: 3 }),
    rated('y', 'b', { fit: 5, cost: 1 }),
  ],
  judgements: [],
  method: 'wsm',
  normalisation: 'minmax',
  seed: 7,
  decision: null,
  illustrative: null,
};

const paperIn = (reply: Reply): PaperWithVersionsAnswer => paperRoutes.get.answer.parse(reply.body);
const readingIn = (reply: Reply): Reading => {
  const { reading } = paperIn(reply);
  if (reading?.kind !== 'partner-choice') throw new Error('a choice is read as one');
  return reading;
};
const post = (slug: string, content: unknown, who = manager) => ask(who, 'POST', `/alliances/${slug}/papers`, content);

describe('a choice of partners is refused, and nothing is written,', () => {
  it.each<readonly [string, Partial<Choice>, number, string]>([
    [
      'of two candidates of one name',
      { candidates: [...CHOICE.candidates, ...CHOICE.candidates.slice(0, 1)] },
      422,
      'name-twice',
    ],
    ['with ratings of nobody', { ratings: [rated('z', 'a', { fit: 3 })] }, 422, 'choice-part-unknown'],
    ['with a rating off the scale', { ratings: [rated('x', 'a', { fit: 7 })] }, 422, 'rating-off-scale'],
    [
      'with a candidate that was dropped for no reason',
      { candidates: CHOICE.candidates.map((each) => ({ ...each, stage: 'dropped' })) },
      422,
      'candidate-reason-missing',
    ],
    [
      'decided for a candidate that does not count as chosen',
      { decision: { chosen: 'a', by: [], on: '2026-01-01', reason: 'It fits' } },
      422,
      'choice-undecided',
    ],
    [
      'decided by somebody who is no member',
      {
        candidates: CHOICE.candidates.map((each, at) => (at === 0 ? { ...each, stage: 'chosen' } : each)),
        decision: { chosen: 'a', by: [stranger.id], on: '2026-01-01', reason: 'It fits' },
      },
      422,
      'record-unknown',
    ],
    ['with a field that it has not', { mood: 'good' } as Partial<Choice>, 400, 'request-invalid'],
  ])('%s', async (_name, more, status, code) => {
    const slug = await alliance();
    const reply = await post(slug, { ...CHOICE, ...more });
    expect([reply.status, reply.body['code']]).toEqual([status, code]);
    expect(paperRoutes.list.answer.parse((await ask(manager, 'GET', `/alliances/${slug}/papers`)).body).items).toEqual(
      [],
    );
  });

  it('beside another of the same alliance', async () => {
    const slug = await alliance();
    expect((await post(slug, CHOICE)).status).toBe(201);
    const again = await post(slug, CHOICE);
    expect([again.status, again.body['code']]).toEqual([409, 'paper-there']);
  });

  it('to whoever may not read what is never told to a partner: it is neither written nor seen', async () => {
    const slug = await alliance();
    const { id } = paperIn(await post(slug, CHOICE));
    for (const who of [mei, reader]) {
      expect((await ask(who, 'GET', `/alliances/${slug}/papers/${id}`)).status).toBe(404);
      const { text } = await ask(who, 'GET', '/papers');
      expect(text).not.toContain('Xenia');
    }
    expect((await post(await alliance(), CHOICE, mei)).status).toBe(422);
    const { rows } = await as(mei, sql`select id from app.paper where id = ${id}`);
    expect(rows).toEqual([]);
  });
});

describe('the reading of a choice', () => {
  it('ranks by the chosen method with the others beside it, and says who is not ranked and why', async () => {
    const reading = readingIn(await post(await alliance(), CHOICE));
    expect(reading.weights).toEqual([
      { key: 'fit', weight: 0.75 },
      { key: 'cost', weight: 0.25 },
    ]);
    expect(reading.rankings.map(({ method, normalisation }) => [method, normalisation])).toEqual([
      ['wsm', 'minmax'],
      ['topsis', 'vector'],
      ['promethee2', null],
      ['ahp', null],
    ]);
    expect(reading.rankings[0]?.scores).toEqual([
      { candidate: 'a', score: 0.75, rank: 1 },
      { candidate: 'b', score: 0.25, rank: 2 },
    ]);
    expect(reading.unranked).toEqual([{ candidate: 'c', why: 'unrated', criteria: ['fit', 'cost'] }]);
    expect(reading.own.map(({ rater, scores }) => [rater, scores?.map(({ rank }) => rank)])).toEqual([
      ['x', [1, 2]],
      ['y', [2, 1]],
    ]);
    expect(reading.cells[0]).toMatchObject({
      candidate: 'a',
      criterion: 'fit',
      spread: { least: 4, most: 5, mean: 4.5 },
    });
    expect(reading.sensitivity?.intervals[0]).toMatchObject({ criterion: 'fit', from: 0.5, to: 1, below: ['b'] });
  });

  it('draws the same weights from the seed that is kept, others from another, and says how many', async () => {
    const [one, again, other] = [
      readingIn(await post(await alliance(), CHOICE)),
      readingIn(await post(await alliance(), CHOICE)),
      readingIn(await post(await alliance(), { ...CHOICE, seed: 8 })),
    ];
    expect(one.acceptability).toMatchObject({ samples: 10_000, seed: 7, raters: ['x', 'y'] });
    expect(again.acceptability).toEqual(one.acceptability);
    expect(other.acceptability?.candidates).not.toEqual(one.acceptability?.candidates);
    for (const { ranks } of one.acceptability?.candidates ?? [])
      expect(ranks.reduce((sum, part) => sum + part, 0)).toBeCloseTo(1, 9);
  });

  it('follows a change of criteria after rating: what is gone is kept and told, what came is asked for', async () => {
    const slug = await alliance();
    const { id } = paperIn(await post(slug, CHOICE));
    const path = `/alliances/${slug}/papers/${id}`;
    const gone = await ask(manager, 'PATCH', path, { ...CHOICE, criteria: [criterion('fit')] }, 1);
    expect(readingIn(gone).warnings.map(({ code }) => code)).toContain('rating-outdated');
    expect((paperIn(gone).content as Choice).ratings).toEqual(CHOICE.ratings);
    const came = await ask(
      manager,
      'PATCH',
      path,
      { ...CHOICE, criteria: [...CHOICE.criteria, criterion('trust')] },
      2,
    );
    expect(readingIn(came)).toMatchObject({
      problems: [{ code: 'criterion-empty', criterion: 'trust' }],
      acceptability: null,
      sensitivity: null,
    });
    const back = readingIn(await ask(manager, 'PATCH', path, CHOICE, 3));
    expect(back.rankings[0]?.scores).toHaveLength(2);
  });

  it('keeps what a rater gave who left, and says so', async () => {
    const left = CHOICE.raters.map((each) => (each.key === 'y' ? { ...each, left: { on: '2026-02-01' } } : each));
    const reading = readingIn(await post(await alliance(), { ...CHOICE, raters: left }));
    expect(reading.warnings).toContainEqual(expect.objectContaining({ code: 'rater-left', rater: 'y' }));
    expect(reading.cells[0]?.spread.count).toBe(2);
  });

  it('names the worst of pairs that contradict each other, and the value that would agree', async () => {
    const reading = readingIn(
      await post(await alliance(), {
        ...CHOICE,
        criteria: ['fit', 'cost', 'trust', 'reach'].map((key) => criterion(key)),
        weighing: { by: 'judgements', rater: 'x' },
        judgements: [
          {
            rater: 'x',
            of: 'criteria',
            below: null,
            // All but the last say 8 : 4 : 2 : 1.
            pairs: [
              { one: 'fit', other: 'cost', value: 2 },
              { one: 'cost', other: 'trust', value: 2 },
              { one: 'trust', other: 'reach', value: 2 },
              { one: 'fit', other: 'trust', value: 4 },
              { one: 'cost', other: 'reach', value: 4 },
              { one: 'reach', other: 'fit', value: 2 },
            ],
          },
        ],
      }),
    );
    const judged = reading.levels[0]?.judged;
    expect(judged?.consistencyRatio).toBeGreaterThan(0.1);
    expect(judged?.worst).toMatchObject({ one: 'fit', other: 'reach', given: 0.5 });
    expect(judged?.worst?.agreeing).toBeGreaterThan(1);
    expect(judged?.worst?.ratioThen).toBeLessThan(judged?.consistencyRatio ?? 0);
    expect(reading.warnings.map(({ code }) => code)).toContain('judgements-inconsistent');
  });

  it('of twenty candidates and eight raters fits into a paper', async () => {
    const criteria = Array.from({ length: 6 }, (_, at) => criterion(`c${at}`));
    const candidates = Array.from({ length: 20 }, (_, at) => ({
      ...CHOICE.candidates[0],
      key: `k${at}`,
      name: `Firm ${at}`,
    }));
    const raters = Array.from({ length: 8 }, (_, at) => ({
      key: `r${at}`,
      member: null,
      name: `Rater ${at}`,
      left: null,
    }));
    const ratings = raters.flatMap(({ key: who }, r) =>
      candidates.map(({ key }, k) =>
        rated(who, key, Object.fromEntries(criteria.map((each, c) => [each.key, 1 + ((k * 7 + c * 3 + r) % 5)]))),
      ),
    );
    const reading = readingIn(await post(await alliance(), { ...CHOICE, criteria, candidates, raters, ratings }));
    expect(reading.acceptability?.candidates).toHaveLength(20);
  });
});

describe('the weights of a reading', () => {
  it('are fewer where each draw is long, and the answer says how many', async () => {
    const criteria = Array.from({ length: 12 }, (_, at) => criterion(`c${at}`));
    const candidates = Array.from({ length: 40 }, (_, at) => ({
      ...CHOICE.candidates[0],
      key: `k${at}`,
      name: `Firm ${at}`,
    }));
    const [rater] = CHOICE.raters;
    const ratings = candidates.map(({ key }, k) =>
      rated(rater?.key ?? '', key, Object.fromEntries(criteria.map((each, c) => [each.key, 1 + ((k * 7 + c) % 5)]))),
    );
    const large = { ...CHOICE, criteria, candidates, raters: [rater], ratings };
    expect(readingIn(await post(await alliance(), large)).acceptability?.samples).toBe(5_000);
  });
});

describe('what a reading hangs on is told over HTTP too:', () => {
  const even = rated('x', 'a', { fit: 3, cost: 3 });
  const zero = CHOICE.criteria.map((each) => ({ ...each, weight: 0 }));
  it.each<readonly [string, Partial<Choice>, 'problems' | 'warnings', string]>([
    ['weights of 0 alone', { criteria: zero }, 'problems', 'criteria-tree-malformed'],
    [
      'a criterion that nobody rated',
      { criteria: [...CHOICE.criteria, criterion('trust')] },
      'problems',
      'criterion-empty',
    ],
    [
      'a criterion on which all are equal',
      { ratings: [even, rated('x', 'b', { fit: 5, cost: 3 })], raters: CHOICE.raters.slice(0, 1) },
      'warnings',
      'criterion-equal',
    ],
  ])('%s', async (_name, more, list, code) => {
    const reading = readingIn(await post(await alliance(), { ...CHOICE, ...more }));
    expect(reading[list].map((each) => each.code)).toContain(code);
  });

  it('ties, which share a rank', async () => {
    const ratings = [even, { ...even, candidate: 'b' }];
    const reading = readingIn(await post(await alliance(), { ...CHOICE, ratings, raters: CHOICE.raters.slice(0, 1) }));
    expect(reading.rankings[0]?.scores.map(({ rank }) => rank)).toEqual([1, 1]);
    expect(reading.acceptability?.candidates.map(({ ranks }) => ranks)).toEqual([
      [0.5, 0.5],
      [0.5, 0.5],
    ]);
  });
});

describe('a choice is taken away', () => {
  const HARMLESS: Choice = { ...CHOICE, question: '=1+1', illustrative: 'All of it' };
  async function taken(format: string, who = manager, content: unknown = HARMLESS) {
    const slug = await alliance();
    const { id } = paperIn(await post(slug, content));
    return server.app.inject({
      method: 'GET',
      url: `/api/v1/workspaces/firm/alliances/${slug}/papers/${id}/table?format=${format}`,
      headers: { host: 'localhost:15500', ...who.headers },
    });
  }

  it('by nobody who may not read it, nor in another format', async () => {
    expect((await taken('csv', reader)).statusCode).toBe(404);
    expect((await taken('pdf')).statusCode).toBe(400);
    const action = {
      kind: 'action',
      text: 'Go',
      due: null,
      holder: null,
      organisation: null,
      state: 'open',
      outcome: null,
    };
    expect((await taken('csv', manager, action)).statusCode).toBe(404);
  });

  it('as CSV with scores, weights, what is made up, and no formula', async () => {
    const { body: text } = await taken('csv');
    expect(text).toContain("question,'=1+1");
    expect(text).toContain('illustrative,All of it');
    expect(text).toContain('Firm a,short-list,,0.75,1');
    expect(text).toContain(',weight,,,,,,,0.75,0.25');
    expect(text).toContain('Yuki,Firm b,Criterion fit,5,');
  });

  it('as a workbook with the same', async () => {
    const text = await unpacked((await taken('xlsx')).rawPayload);
    for (const word of ['All of it', 'Criterion fit', 'Yuki']) expect(text).toContain(word);
  });
});

describe('the case library', () => {
  const configuration = configurationFrom({ ENTENTE_DEMO: '1' });
  if (!configuration.ok) throw new Error('the default configuration holds');
  const library = shippedLibrary(configuration.value.projectFolder);

  it('brings the choice of Takamatsu Machinery with the figures of the worked example, marked as made up', async () => {
    const local = await localCaller(server.database.app, '2026-11-22');
    await createDemoWorkspace(
      local,
      () => Promise.resolve(library.rows),
      (transaction) => loadCasePapers(transaction, library.papers),
    );
    const demo = await sql<{ id: string }>`select id from app.workspace where slug = 'demo'`.execute(
      server.database.superuser,
    );
    const boss = await member('Boss', 'manager');
    await enrol(server.database, demo.rows[0]?.id ?? '', boss.id, 'manager');
    const path = '/workspaces/demo/alliances/ft-china/papers';
    const [paper] = paperRoutes.list.answer.parse((await server.ask('GET', path, undefined, boss.headers)).body).items;
    const reply = await server.ask('GET', `${path}/${paper?.id ?? ''}`, undefined, boss.headers);
    const reading = readingIn(reply);
    expect(reading.rankings[0]?.scores.map(({ candidate, score }) => [candidate, Number(score.toFixed(4))])).toEqual([
      ['own-plant', 0.3273],
      ['chinese-firm', 0.5661],
      ['fair-friend', 0.8276],
    ]);
    expect((paperIn(reply).content as Choice).illustrative).toContain('made up');
    expect(
      paperIn(reply)
        .organisations.map(({ slug }) => slug)
        .sort(),
    ).toEqual(['ffg', 'takamatsu-machinery']);
    const reset = await loadCaseLibrary(local, 'demo', library, { reason: 'Anew', replace: true });
    expect(reset.ok).toBe(true);
    const again = paperRoutes.list.answer.parse((await server.ask('GET', path, undefined, boss.headers)).body).items;
    expect(again.map(({ kind }) => kind)).toEqual(['partner-choice']);
    expect(again[0]?.id).not.toBe(paper?.id);
  });
});
