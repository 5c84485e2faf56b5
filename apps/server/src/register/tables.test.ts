import type { Slug } from '@entente/core/kernel';
import { emptyRows } from '@entente/core/register';
import { describe, expect, test } from 'vitest';
import { localCaller } from './demo.commands.ts';
import { loadIntoWorkspace } from './load.commands.ts';
import { prepared } from './test-records.ts';
import { testServer } from './test-server.ts';
import { csvRows, sheetXml } from './test-table-files.ts';

const server = await testServer();
const { ask } = server;
const path = await prepared(server, 'tables');
const GIVEN: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  [
    'custom-fields',
    {
      kind: 'alliance',
      key: 'priority',
      as: 'term',
      labels: { en: 'Priority', ja: '優先度' },
      terms: [{ term: 'high', labels: { en: 'very high', ja: '高' } }],
    },
  ],
  [
    'alliances',
    { slug: 'formula', name: '=cmd|calc!A1', form: 'oem', start: '1995~', end: 'unknown', objectives: 'a,\n"b"' },
  ],
  [
    'alliances',
    { slug: 'plain', name: '六和', form: 'licence', start: '2001', end: '2004', custom: { priority: 'high' } },
  ],
  ['stakes', { alliance: 'alliance', holder: 'parent', share: '33.40', from: '1994' }],
  [
    'events',
    {
      slug: 'e',
      title: 'Signed',
      about: [
        { kind: 'alliance', id: 'plain' },
        { kind: 'organisation', id: 'parent' },
      ],
    },
  ],
  [
    'sources',
    { key: 's', kind: 'interview', title: 'Talk', authors: ['A. One', 'B. Two'], details: { method: 'visit' } },
  ],
];
for (const [collection, body] of GIVEN) {
  const { status, text } = await ask('POST', `${path}/${collection}`, body);
  if (status !== 201) throw new Error(text);
}

async function file(tail: string) {
  const reply = await server.app.inject({ url: `/api/v1${path}/${tail}`, headers: { host: 'localhost:15500' } });
  if (reply.statusCode !== 200) throw new Error(reply.body);
  return reply;
}
const rows = async (tail: string): Promise<string[][]> => csvRows((await file(tail)).body);

describe('a CSV file', () => {
  test('is UTF-8 with its sign, CRLF at line ends, and named after workspace, list and day', async () => {
    const { headers, rawPayload, body } = await file('alliances/table?columns=name,form');
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    const day = new Date().toISOString().slice(0, 10);
    expect(headers['content-disposition']).toBe(`attachment; filename="entente-tables-alliances-${day}.csv"`);
    expect(headers['entente-version']).toMatch(/^\d+$/);
    expect([...rawPayload.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(body.slice(1)).toBe("name,form\r\nAlliance,joint venture\r\n'=cmd|calc!A1,OEM supply\r\n六和,licence\r\n");
  });

  test('holds exactly the columns, the records and the order of the list', async () => {
    expect(await rows('alliances/table?columns=end,name&sort=-name&filter=form:not:oem')).toEqual([
      ['end', 'name'],
      ['2004', '六和'],
      ['', 'Alliance'],
    ]);
    expect(await rows('alliances/table?columns=name&q=nothing')).toEqual([['name']]);
  });

  test('is told in the words of the language that was asked for', async () => {
    const columns = 'columns=form,end,custom.priority,venture';
    expect(await rows(`alliances/table?language=ja&${columns}`)).toEqual([
      ['形態', '終了', '優先度', expect.any(String)],
      ['合弁事業', '', '', 'Venture'],
      ['OEM供給', '不明', '', ''],
      ['ライセンス供与', '2004', '高', ''],
    ]);
    const [heads] = await rows('stakes/table?columns=share,holder&language=zh-Hant');
    expect(heads).toEqual(['持股比例 (%)', expect.stringMatching(/\p{Script=Han}/u)]);
  });

  test('for reading in again begins with ids and holds names of fields, terms and slugs', async () => {
    const [heads, first, second, third] = await rows(
      'alliances/table?headings=names&columns=slug,form,start,end,venture,custom.priority',
    );
    expect(heads).toEqual(['id', 'slug', 'form', 'start', 'end', 'venture', 'custom.priority']);
    expect(first?.slice(1)).toEqual(['alliance', 'joint-venture', '1994', '..', 'venture', '']);
    expect(second?.slice(1)).toEqual(['formula', 'oem', '1995~', 'unknown', '', '']);
    expect(third?.slice(1)).toEqual(['plain', 'licence', '2001', '2004', '', 'high']);
    expect(first?.[0]).toMatch(/^[0-9a-f]{8}-/);
  });

  test('without columns holds every field of the records, the workspace’s own among them', async () => {
    const [heads] = await rows('alliances/table?headings=names');
    expect(heads).toEqual([
      'id',
      'name',
      'form',
      'venture',
      'start',
      'end',
      'ending',
      'endedInto',
      'objectives',
      'stage',
      'status',
      'slug',
      'custom.priority',
    ]);
    expect((await rows('alliances/table?columns=objectives'))[2]).toEqual(['a,\n"b"']);
  });

  test('writes shares, several authors, details and what events are about', async () => {
    expect(await rows('stakes/table?columns=share,holder,issuer&headings=names')).toEqual([
      ['id', 'share', 'holder', 'issuer'],
      [expect.any(String), '33.4', 'parent', 'venture'],
    ]);
    expect((await rows('sources/table?columns=authors,details&filter=key:is:s'))[1]).toEqual([
      'A. One; B. Two',
      'method: visit',
    ]);
    expect((await rows('events/table?columns=about'))[1]).toEqual(['六和; Parent']);
    expect((await rows('events/table?columns=about&headings=names'))[1]?.[1]).toBe(
      'alliance:plain; organisation:parent',
    );
  });
});

describe('chosen records', () => {
  type Item = { readonly id: string; readonly slug: string };
  const idsOf = async (...slugs: string[]): Promise<string[]> => {
    const { body } = await ask('GET', `${path}/alliances`);
    return slugs.map((slug) => (body['items'] as Item[]).find((item) => item.slug === slug)?.id ?? slug);
  };
  const chosen = (records: readonly string[], wishes: object = {}) =>
    server.app.inject({
      method: 'POST',
      url: `/api/v1${path}/alliances/table`,
      headers: { host: 'localhost:15500' },
      payload: { records, columns: 'name,form', sort: '-name', ...wishes },
    });

  test('alone are in the file, in the order of the list, whatever order they were chosen in', async () => {
    const ids = await idsOf('alliance', 'plain');
    const text = (await chosen(ids)).body;
    expect(text).toBe((await chosen([...ids].reverse())).body);
    expect(csvRows(text)).toEqual([
      ['name', 'form'],
      ['六和', 'licence'],
      ['Alliance', 'joint venture'],
    ]);
  });

  test('are the same rows in an Excel file', async () => {
    const { headers, rawPayload } = await chosen(await idsOf('formula', 'plain'), { format: 'xlsx' });
    expect(headers['content-disposition']).toContain('.xlsx"');
    const xml = await sheetXml(rawPayload);
    expect(xml.match(/<row /g)).toHaveLength(3);
    for (const text of ['六和', 'licence', '=cmd|calc!A1']) expect(xml).toContain(text);
    expect(xml).not.toContain('<f>');
    expect(xml).not.toContain('joint venture');
  });

  test.each([
    ['one that is gone', ['00000000-0000-4000-8000-000000000000'], 422, 'record-unknown'],
    ['no record at all', [], 400, 'request-invalid'],
    ['what is no id', ['plain'], 400, 'request-invalid'],
  ])('are refused with %s', async (_, records, status, code) => {
    const reply = await chosen(records);
    expect([reply.statusCode, reply.json<{ code: string }>().code]).toEqual([status, code]);
  });
});

test('an Excel file holds the same, text as text and numbers as numbers', async () => {
  const { headers, rawPayload } = await file('stakes/table?format=xlsx&columns=share,from,holder');
  expect(headers['content-type']).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
  expect(headers['content-disposition']).toContain('.xlsx"');
  const xml = await sheetXml(rawPayload);
  expect(xml).toContain('<v>33.4</v>');
  expect(xml).toMatch(/t="(?:inlineStr|str)"[^>]*>(?:<is><t>|<v>)1994</);
  expect(xml).toContain('Parent');
  const formulas = await sheetXml((await file('alliances/table?format=xlsx&columns=name')).rawPayload);
  expect(formulas).toContain('=cmd|calc!A1');
  expect(formulas).not.toContain('<f>');
});

test('a table of every kind of record can be taken away, in both formats', async () => {
  const { COLLECTIONS } = await import('@entente/contract/register');
  for (const collection of Object.keys(COLLECTIONS)) {
    for (const headings of ['words', 'names']) {
      const listed = (await ask('GET', `${path}/${collection}?limit=500`)).body['total'] as number;
      expect((await rows(`${collection}/table?headings=${headings}`)).length, collection).toBe(listed + 1);
    }
    expect((await file(`${collection}/table?format=xlsx`)).rawPayload.subarray(0, 2).toString()).toBe('PK');
  }
});

test('a long table is whole, in order, and of one instant though others write meanwhile', async () => {
  const caller = await localCaller(server.database.app, '2026-11-22');
  const many = emptyRows();
  for (let at = 0; at < 2250; at += 1) {
    many.houses.push({ id: `house-${at}`, slug: `house-${at}` as Slug, name: `House ${at}`, reading: null });
  }
  expect((await loadIntoWorkspace(caller, 'tables', many, { reason: 'many', replace: false })).ok).toBe(true);
  const [text] = await Promise.all([
    rows('houses/table?columns=name&sort=entered'),
    ask('POST', `${path}/houses`, { name: 'Late' }),
  ]);
  const names = text.slice(1).flat();
  expect(names.slice(1, 2251)).toEqual(Array.from({ length: 2250 }, (_, at) => `House ${at}`));
  expect(names.length === 2251 || names.at(-1) === 'Late').toBe(true);
});

test('five tables at once wait for each other and all come', async () => {
  const all = await Promise.all(Array.from({ length: 5 }, () => rows('houses/table?columns=name')));
  expect(new Set(all.map((table) => table.length)).size).toBe(1);
});

test.each([
  ['an unknown column', 'columns=colour', 'list-field-unknown'],
  ['SQL for a column', `columns=${encodeURIComponent('name;drop table x')}`, 'request-invalid'],
  ['a field of the workspace’s own that is none', 'columns=custom.nothing', 'list-field-unknown'],
  ['an unknown format', 'format=pdf', 'request-invalid'],
  ['an unknown language', 'language=fr', 'request-invalid'],
  ['a malformed filter', 'filter=form', 'filter-malformed'],
  ['a limit', 'limit=5', 'request-invalid'],
])('%s is refused before a byte is sent', async (_, tail, code) => {
  const { status, body } = await ask('GET', `${path}/alliances/table?${tail}`);
  expect(status).toBe(400);
  expect(body).toMatchObject({ code });
});
