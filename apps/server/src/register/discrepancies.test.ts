import type { DiscrepancyPageAnswer } from '@entente/contract/evidence';
import { describe, expect, test } from 'vitest';
import { prepared, tag } from './test-records.ts';
import { type Reply, testServer } from './test-server.ts';

const server = await testServer();
const { ask } = server;
const path = await prepared(server, 'disputes');
const address = `${path}/discrepancies`;
await ask('POST', `${path}/sources`, { key: 'later', kind: 'report', title: 'Later', date: '2019' });
await ask('POST', `${path}/sources`, { key: 'third', kind: 'web', title: 'Third', date: '2012' });

const claim = async (kind: string, id: string, field: string, value: string, source: string): Promise<Reply> => {
  const reply = await ask('POST', `${path}/claims`, { subject: { kind, id }, field, value, source, place: 'p. 1' });
  if (reply.status !== 201) throw new Error(reply.text);
  return reply;
};
const stake = await ask('POST', `${path}/stakes`, {
  alliance: 'alliance',
  holder: 'parent',
  share: '60',
  from: '1995',
});
const zulu = await ask('POST', `${path}/organisations`, { name: 'Zulu Works', slug: 'zulu' });
await claim('stake', stake.id, 'share', '55', 'article');
const older = await claim('organisation', zulu.id, 'founded', '1971', 'article');
await claim('organisation', zulu.id, 'founded', '1972', 'later');
await claim('organisation', zulu.id, 'place', 'Taipei', 'third');
await claim('organisation', zulu.id, 'place', 'Taoyuan', 'later');
// No disagreement: a month of the year, the same number, and a claim that nobody holds any more.
await claim('stake', stake.id, 'from', '1995-03', 'article');
await claim('organisation', 'parent', 'founded', '1950', 'article');
const gone = await claim('organisation', 'parent', 'founded', '1951', 'later');
await ask('PATCH', `${path}/claims/${gone.id}`, { rank: 'deprecated', reason: 'A slip' }, tag(gone));

async function listed(query = ''): Promise<DiscrepancyPageAnswer> {
  const reply = await ask('GET', `${address}${query}`);
  expect({ status: reply.status, text: reply.status === 200 ? '' : reply.text }).toEqual({ status: 200, text: '' });
  return reply.body as unknown as DiscrepancyPageAnswer;
}
const told = ({ items }: DiscrepancyPageAnswer): string[] =>
  items.map(({ subject, field }) => `${subject.name} ${field}`);

const OF_ZULU = ['Zulu Works founded', 'Zulu Works place'];
const OF_STAKE = ['Parent → Venture share'];

describe('the list of discrepancies', () => {
  test('tells each field on which claims disagree, on whose page it stands and which claim counts, by record', async () => {
    const page = await listed();
    expect(told(page)).toEqual([...OF_STAKE, ...OF_ZULU]);
    expect(page.total).toBe(3);
    expect(page.items[0]).toMatchObject({
      subject: { kind: 'stake', home: { kind: 'alliance', slug: 'alliance', name: 'Alliance' } },
      open: true,
      settled: null,
      claims: [
        { value: '60', source: { slug: 'entry-local' } },
        { value: '55', source: { slug: 'article' }, place: 'p. 1' },
      ],
    });
    const [first] = page.items;
    expect(first?.taken).toBe(first?.claims[0]?.id);
  });

  test.each([
    ['?kind=stake', OF_STAKE],
    ['?kind=event', []],
    ['?source=third', ['Zulu Works place']],
    ['?source=article', [...OF_STAKE, 'Zulu Works founded']],
    ['?record=organisation:zulu', OF_ZULU],
    ['?record=alliance:alliance', OF_STAKE],
    [`?record=stake:${stake.id}`, OF_STAKE],
    ['?open=true', [...OF_STAKE, ...OF_ZULU]],
    ['?open=false', []],
  ])('is narrowed by %s', async (query, fields) => {
    const page = await listed(query);
    expect({ fields: told(page), total: page.total }).toEqual({ fields, total: fields.length });
    expect(page.counts).toMatchObject({
      open: 3,
      settled: 0,
      kinds: [{ kind: 'organisation', count: 2 }, { count: 1 }],
    });
  });

  test('is read page by page, nothing twice and nothing left out', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await listed(`?limit=1${cursor}`);
      seen.push(...told(page));
      cursor = page.nextCursor === null ? '' : `&cursor=${page.nextCursor}`;
    } while (cursor !== '');
    expect(seen).toEqual([...OF_STAKE, ...OF_ZULU]);
  });

  test('says who settled one, when and by which change; undone, it is open again', async () => {
    const reply = await ask(
      'PATCH',
      `${path}/claims/${older.id}`,
      { rank: 'preferred', reason: 'The charter' },
      tag(await ask('GET', `${path}/claims/${older.id}`)),
    );
    const change = String(reply.headers['entente-change']);
    const page = await listed('?open=false');
    expect(told(page)).toEqual(['Zulu Works founded']);
    expect(page.counts).toMatchObject({ open: 2, settled: 1 });
    expect(page.items[0]).toMatchObject({
      open: false,
      taken: older.id,
      settled: { claim: older.id, change, by: { name: 'Local user' } },
    });
    expect((await ask('GET', `${path}/organisations/zulu`)).body['founded']).toBe('1971');
    await ask('POST', `${path}/changes/${change}/undo`, { reason: 'Not the charter' });
    expect((await listed('?open=false')).total).toBe(0);
    expect((await ask('GET', `${path}/organisations/zulu`)).body['founded']).toBe('1972');
  });
});

describe('bad input', () => {
  test.each([
    ['a record that is not there', '?record=alliance:nowhere', 422, 'record-unknown'],
    ['a source that is not there', '?source=nowhere', 422, 'record-unknown'],
    ['a kind that is none', '?kind=planet', 400, 'request-invalid'],
    ['a record without its kind', '?record=alliance', 400, 'request-invalid'],
    ['a cursor that is none', '?cursor=%F0%9F%8D%8A', 400, 'cursor-malformed'],
    ['a filter that is none', '?colour=red', 400, 'request-invalid'],
    ['an empty page', '?limit=0', 400, 'request-invalid'],
  ])('%s is refused', async (_, query, status, code) => {
    const reply = await ask('GET', `${address}${query}`);
    expect(reply.body).toMatchObject({ status, code });
  });

  test('a cursor of another list, or with a broken place, is refused', async () => {
    const other = (await ask('GET', `${path}/changes?limit=1`)).body['nextCursor'];
    expect((await ask('GET', `${address}?cursor=${String(other)}`)).body['code']).toBe('cursor-malformed');
    for (const value of ['', '[]', '["a","b","c","d","e"]', '{', '["a","b",1,"d","e","f"]']) {
      const broken = Buffer.from(JSON.stringify(['record', value, zulu.id])).toString('base64url');
      expect((await ask('GET', `${address}?cursor=${broken}`)).body['code']).toBe('cursor-malformed');
    }
  });

  test('a workspace that is not there is refused', async () => {
    expect((await ask('GET', '/workspaces/nowhere/discrepancies')).body).toMatchObject({ code: 'workspace-not-found' });
  });
});
