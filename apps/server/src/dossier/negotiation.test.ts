import { paperRoutes, type PaperWithVersionsAnswer } from '@entente/contract/dossier';
import { TERM_HEADINGS } from '@entente/core/lifecycle';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { packedText } from '../authorisation/test-packed-files.ts';
import type { TestPerson } from '../authorisation/test-people.store.ts';
import { testFirm } from '../lifecycle/test-lifecycles.ts';
import type { Reply } from '../register/test-app.ts';

const { server, workspaceId, people, ask, as, alliance, idOf } = await testFirm();
const { owner, manager, mei, reader, stranger } = people;

const paperIn = (reply: Reply): PaperWithVersionsAnswer => paperRoutes.get.answer.parse(reply.body);
const organisation = async (name: string): Promise<string> =>
  String((await ask(owner, 'POST', '/organisations', { name, kind: 'firm' })).body['id']);
const [us, them] = [await organisation('高松機械工業株式会社'), await organisation('Fair Friend Group')];

/** No figure or word of a file has this in it, unless it came from what one side wants. */
const CANARY = 8_642_097;
const ISSUES = [
  {
    key: 'royalty',
    name: 'Royalty',
    topic: 'compensation',
    scale: 'number',
    unit: '%',
    ours: { wants: null, target: 5, reservation: 3, weight: 2 },
    theirs: { wants: null, target: 2, reservation: 6, weight: 1, ground: `Said in March ${CANARY}` },
  },
  {
    key: 'price',
    name: 'Price of the plant',
    topic: 'contributions',
    scale: 'number',
    unit: '万円',
    ours: { wants: null, target: CANARY + 9, reservation: CANARY, weight: 1 },
    theirs: { wants: null, target: CANARY - 9, reservation: CANARY + 5, weight: 3, ground: 'Their accounts' },
  },
];
const values = (royalty: number, price: number) => [
  { issue: 'royalty', value: royalty },
  { issue: 'price', value: price },
];
const NEGOTIATION = {
  kind: 'negotiation',
  parties: [
    { organisation: us, side: 'ours' },
    { organisation: them, side: 'theirs' },
  ],
  issues: ISSUES,
  proposals: [
    { key: 'p2', on: '2026-04-01', by: us, values: values(4, CANARY + 2), comment: null },
    { key: 'p1', on: '2026-03-01', by: us, values: values(5, CANARY + 9), comment: null },
  ],
  accepted: null,
};
const SHEET = {
  kind: 'term-sheet',
  title: '友嘉・高松 合弁のタームシート',
  on: '2026-05-01',
  parties: [us, them],
  terms: [
    { key: 'a', heading: 'compensation', text: 'ロイヤルティ：4 %、<毎年>支払う', state: 'agreed', isBinding: false },
    { key: 'b', heading: 'law', text: '準據法為臺灣法律', state: 'open', isBinding: null },
  ],
};

const add = (slug: string, content: object, who: TestPerson = manager) =>
  ask(who, 'POST', `/alliances/${slug}/papers`, content);
async function added(slug: string, content: object): Promise<PaperWithVersionsAnswer> {
  const reply = await add(slug, content);
  if (reply.status !== 201) throw new Error(reply.text);
  return paperIn(reply);
}
const file = (slug: string, query: string, who: TestPerson = manager) =>
  server.askRaw('GET', `/workspaces/firm/alliances/${slug}/term-sheet${query}`, undefined, who.headers);
const TAG = /<[^>]+>/g;
/** The words of a file: those of DOCX in their marks, which are taken away. */
async function wordsOf(slug: string, query: string): Promise<string> {
  const text = await packedText((await file(slug, query)).bytes);
  return query.includes('docx') ? Buffer.from(text.replaceAll(TAG, '\n'), 'latin1').toString('utf8') : text;
}

describe('a negotiation is refused', () => {
  it('of whoever does not read what nobody of another side may', async () => {
    const slug = await alliance();
    expect((await add(slug, NEGOTIATION, mei)).status).toBe(422);
    expect((await add(slug, NEGOTIATION, reader)).status).toBe(404);
    expect((await add(slug, NEGOTIATION, stranger)).status).toBe(404);
  });

  it('with an estimate without a ground, with a party that is not there, and a second time', async () => {
    const slug = await alliance();
    const [issue] = ISSUES;
    const groundless = {
      ...NEGOTIATION,
      issues: [{ ...issue, theirs: { ...issue?.theirs, ground: null } }],
      proposals: [],
    };
    const reply = await add(slug, groundless);
    expect([reply.status, reply.body['code']]).toEqual([422, 'field-required']);
    expect(reply.body['errors']).toMatchObject([{ pointer: '/issues/0/theirs/ground' }]);
    const parties = [...NEGOTIATION.parties, { organisation: workspaceId, side: 'theirs' }];
    expect((await add(slug, { ...NEGOTIATION, parties })).body['code']).toBe('record-unknown');
    await added(slug, NEGOTIATION);
    expect((await add(slug, NEGOTIATION)).body['code']).toBe('paper-there');
  });

  it('past the API too, in any class that another side might read', async () => {
    const slug = await alliance();
    const here = await idOf(slug);
    await expect(
      as(
        manager,
        sql`insert into app.paper (workspace_id, alliance_id, id, version, kind, class, content)
          values (${workspaceId}, ${here}, ${us}, 1, 'negotiation', 'SHAREABLE'::app.class, '{}')`,
      ),
    ).rejects.toMatchObject({ constraint: 'paper_class' });
  });
});

describe('a negotiation', () => {
  it('is told with its zones, the standing of each proposal in time and the frontier', async () => {
    const { reading, class: paperClass, isOpen } = await added(await alliance(), NEGOTIATION);
    expect([paperClass, isOpen]).toEqual(['NEVER', true]);
    if (reading?.kind !== 'negotiation') throw new Error('It has a reading of its kind');
    expect(reading.zones).toMatchObject([
      { issue: 'royalty', state: 'open', lowest: 3, highest: 6 },
      { issue: 'price', state: 'open', lowest: CANARY, highest: CANARY + 5 },
    ]);
    expect(reading.proposals.map(({ proposal, underTheirs }) => [proposal, underTheirs])).toEqual([
      ['p1', ['price']],
      ['p2', []],
    ]);
    expect(reading.proposals[1]?.concession?.given).toBeCloseTo((2 / 3) * 0.5 + (1 / 3) * (7 / 9), 9);
    expect(reading.frontier).toMatchObject({ state: 'known', isCut: false });
    expect(reading.frontier.pieces.length).toBe(2);
  });

  it('is not there for whoever may not read it: not its id, not in any list', async () => {
    const slug = await alliance();
    const { id } = await added(slug, NEGOTIATION);
    for (const who of [mei, reader, stranger]) {
      expect((await ask(who, 'GET', `/alliances/${slug}/papers/${id}`)).status).toBe(404);
      for (const path of [`/alliances/${slug}/papers`, '/papers', '/papers?kind=negotiation']) {
        const { text } = await ask(who, 'GET', path);
        expect([text.includes(id), text.includes(String(CANARY))]).toEqual([false, false]);
      }
    }
  });
});

describe('a term sheet as a file', () => {
  it('is for nobody who is of another workspace', async () => {
    const slug = await alliance();
    await added(slug, SHEET);
    expect((await file(slug, '', stranger)).status).toBe(404);
    expect((await file('no-such-alliance', '?format=pdf')).status).toBe(404);
    expect((await file(slug, '?format=rtf')).status).toBe(400);
  });

  it.each(['docx', 'pdf'])('has its words in every script, its parties and its states, as %s', async (format) => {
    const slug = await alliance();
    await added(slug, SHEET);
    const { status, headers } = await file(slug, `?format=${format}`, reader);
    expect([status, headers['content-disposition']]).toEqual([
      200,
      `attachment; filename="term-sheet-${slug}.${format}"`,
    ]);
    const bare = (text: string): string => text.replaceAll(/\s|&lt;|&gt;|[<>]/g, '');
    const words = bare(await wordsOf(slug, `?format=${format}&language=ja`));
    for (const part of [
      SHEET.title,
      '高松機械工業株式会社、Fair Friend Group',
      'ロイヤルティ：4 %、<毎年>支払う',
      '準據法為臺灣法律',
      '合意済み、拘束力なし',
      '未合意、拘束力は未定',
    ])
      expect(words).toContain(bare(part));
  });

  it('is a blank sheet with every heading where none was written, and says the same each time it is asked for', async () => {
    const slug = await alliance();
    const blank = await wordsOf(slug, '?format=docx');
    expect(blank.match(/Nothing is put down yet/g)?.length).toBe(TERM_HEADINGS.length);
    expect(blank).toContain('Term sheet: Alliance');
    await added(slug, SHEET);
    const [one, other] = [await file(slug, '?format=pdf'), await file(slug, '?format=pdf')];
    expect(one.bytes.equals(other.bytes)).toBe(true);
    expect(await wordsOf(slug, '?format=docx')).toContain(SHEET.title);
  });

  it('holds nothing of what either side wants, or would walk away at', async () => {
    const slug = await alliance();
    await added(slug, NEGOTIATION);
    await added(slug, SHEET);
    for (const query of ['?format=docx', '?format=pdf']) {
      const words = await wordsOf(slug, query);
      expect(words).toContain('4 %');
      for (const token of [CANARY - 9, CANARY, CANARY + 5, CANARY + 9].map(String)) expect(words).not.toContain(token);
    }
  });
});
