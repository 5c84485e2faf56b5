import { type CollectionName, COLLECTIONS, sortKeysOf, KIND_OF } from '@entente/contract/register';
import { filterFields, OPERATORS_OF } from '@entente/core/register';
import { describe, expect, test } from 'vitest';
import { prepared } from './test-records.ts';
import { testServer } from './test-server.ts';

const server = await testServer();
const { ask } = server;
const path = await prepared(server, 'filters');

/** Records of which a filter can tell one from another; the first of each collection is the one that `prepared` made. */
const GIVEN: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  ...['line', 'note', 'date', 'decimal', 'whole', 'flag'].map(
    (as) => ['custom-fields', { kind: 'alliance', key: `own-${as}`, as, labels: { en: as } }] as const,
  ),
  [
    'custom-fields',
    {
      kind: 'alliance',
      key: 'own-term',
      as: 'term',
      labels: { en: 'term' },
      terms: ['high', 'low'].map((term) => ({ term, labels: { en: term } })),
    },
  ],
  [
    'organisations',
    { slug: 'toyota', name: 'Toyota', kind: 'firm', country: 'JP', founded: '1937', place: 'Aichi (Japan)' },
  ],
  ['organisations', { slug: 'lioho', name: '六和機械', kind: 'sme', country: 'TW', founded: '1971~' }],
  [
    'organisations',
    { slug: 'citroen', name: 'Citroën', founded: '19XX', closed: '2010/2015', lei: '5493006MHB84DD0ZWV18' },
  ],
  [
    'alliances',
    {
      slug: 'a-1',
      name: 'A | B \\ pact',
      form: 'licence',
      start: '1994-05',
      end: '2003-04',
      ending: 'expired',
      objectives: 'Étude of\ncasting, in トヨタ',
      custom: {
        'own-line': 'Alpha',
        'own-note': 'one\ntwo',
        'own-date': '2005-06',
        'own-decimal': '12.50',
        'own-whole': '3',
        'own-flag': 'true',
        'own-term': 'high',
      },
    },
  ],
  [
    'alliances',
    {
      slug: 'a-2',
      name: 'Second',
      start: '1990/1999',
      end: 'unknown',
      custom: { 'own-decimal': '-2', 'own-whole': '10', 'own-flag': 'false', 'own-term': 'low' },
    },
  ],
  ['alliances', { slug: 'a-3', name: 'Third', form: 'oem', start: '200X', end: '2005', endedInto: 'a-1' }],
  ['memberships', { alliance: 'a-1', organisation: 'toyota', role: 'licensor' }],
  ['memberships', { alliance: 'a-1', organisation: 'lioho', role: 'licensee' }],
  ['memberships', { alliance: 'a-2', organisation: 'lioho' }],
  ['stakes', { alliance: 'alliance', holder: 'toyota', share: '50', from: '1994', to: '2000' }],
  ['stakes', { alliance: 'alliance', holder: 'lioho', share: '33.40', votingShare: '40', from: '1994' }],
  ['stakes', { alliance: 'alliance', holders: 'two others', holderCount: 2, from: '2001' }],
  [
    'events',
    {
      slug: 'e-1',
      title: 'Signed',
      date: '1994-05-02',
      kind: 'milestone',
      about: [
        { kind: 'alliance', id: 'a-1' },
        { kind: 'organisation', id: 'toyota' },
      ],
    },
  ],
  ['events', { slug: 'e-2', title: 'A house grew', about: [{ kind: 'house', id: 'group' }] }],
  ['events', { slug: 'e-3', title: 'Nothing named', date: '../1990' }],
  [
    'measures',
    {
      slug: 'm-1',
      of: { kind: 'organisation', id: 'toyota' },
      quantity: 'employees',
      value: '1450',
      unit: 'people',
      status: 'actual',
    },
  ],
  [
    'measures',
    {
      slug: 'm-2',
      of: { kind: 'alliance', id: 'a-1' },
      quantity: 'employees',
      value: '12.5',
      unit: 'people',
      bound: 'about',
    },
  ],
  ['measures', { slug: 'm-3', of: { kind: 'alliance', id: 'a-1' }, quantity: 'sales', value: '-7', unit: 'JPY' }],
  ['measures', { slug: 'm-4', of: { kind: 'alliance', id: 'a-2' }, quantity: 'sales', unit: 'JPY' }],
  [
    'sources',
    {
      key: 's-1',
      kind: 'interview',
      title: 'Talk',
      authors: ['N. Chen', 'Ōta Kei'],
      language: 'zh-Hant',
      within: 'article',
      details: { method: 'visit' },
    },
  ],
  ['people', { slug: 'p-1', name: 'Ōta', organisation: 'lioho', level: 'upper' }],
];
for (const [collection, body] of GIVEN) {
  const { status, text } = await ask('POST', `${path}/${collection}`, body);
  if (status !== 201) throw new Error(`${collection} ${JSON.stringify(body)} ${text}`);
}

type Item = Readonly<Record<string, unknown>>;
const query = (filters: readonly string[]): string =>
  filters.map((filter) => `filter=${encodeURIComponent(filter)}`).join('&');
/** What tells a record from others in these lists. */
const named = (item: Item): unknown => item['slug'] ?? item['key'] ?? item['role'] ?? item['holders'] ?? item['share'];

async function found(collection: string, ...filters: string[]): Promise<unknown[]> {
  const reply = await ask('GET', `${path}/${collection}?${query(filters)}`);
  if (reply.status !== 200) throw new Error(reply.text);
  const items = reply.body['items'] as Item[];
  expect(reply.body['total']).toBe(items.length);
  return items.map(named);
}

describe('of alliances', () => {
  test.each([
    // terms
    ['form:is:licence', ['a-1']],
    ['form:is:licence|oem', ['a-1', 'a-3']],
    ['form:not:licence', ['alliance', 'a-2', 'a-3']],
    ['form:empty', ['a-2']],
    ['form:filled', ['alliance', 'a-1', 'a-3']],
    // one line, and its exact text
    ['name:has:pact', ['a-1']],
    ['name:has:b PACT', ['a-1']],
    ['name:lacks:second', ['alliance', 'a-1', 'a-3']],
    ['name:is:A \\| B \\\\ pact', ['a-1']],
    ['name:is:Second|Third', ['a-2', 'a-3']],
    ['name:not:Second|Third', ['alliance', 'a-1']],
    ['name:is:second', []],
    ["name:is:'; drop table app.alliance; --", []],
    ['name:has:%', []],
    ['name:has:_', []],
    ['name:empty', []],
    // several lines, in any script
    ['objectives:has:etude', ['a-1']],
    ['objectives:has:casting とよた', ['a-1']],
    ['objectives:has:casting steel', []],
    ['objectives:lacks:casting', ['alliance', 'a-2', 'a-3']],
    ['objectives:is:Étude of\ncasting, in トヨタ', ['a-1']],
    ['objectives:not:x', ['alliance', 'a-1', 'a-2', 'a-3']],
    ['objectives:filled', ['a-1']],
    ['objectives:empty', ['alliance', 'a-2', 'a-3']],
    // names in addresses
    ['slug:is:a-1|a-3', ['a-1', 'a-3']],
    ['slug:has:a1', ['a-1']],
    ['slug:not:alliance', ['a-1', 'a-2', 'a-3']],
    // dates: certainly before or after, perhaps in
    ['start:in:1994', ['alliance', 'a-1', 'a-2']],
    ['start:in:1994-06', ['alliance', 'a-2']],
    ['start:in:2000/..', ['a-3']],
    ['start:in:../1993', ['a-2']],
    ['start:before:1994-06', ['a-1']],
    ['start:before:2000', ['alliance', 'a-1', 'a-2']],
    ['start:after:1993', ['alliance', 'a-1', 'a-3']],
    ['start:after:1999', ['a-3']],
    ['start:is:1994', ['alliance']],
    ['start:not:1994|200X', ['a-1', 'a-2']],
    ['start:empty', []],
    ['start:filled', ['alliance', 'a-1', 'a-2', 'a-3']],
    // ends: open and unknown are no dates
    ['end:in:2003', ['a-1']],
    ['end:in:../..', 'date-malformed'],
    ['end:before:2010', ['a-1', 'a-3']],
    ['end:after:1900', ['a-1', 'a-3']],
    ['end:is:..', ['alliance']],
    ['end:is:unknown|2005', ['a-2', 'a-3']],
    ['end:not:unknown', ['alliance', 'a-1', 'a-3']],
    ['end:empty', ['alliance']],
    ['end:filled', ['a-1', 'a-2', 'a-3']],
    // references, by slug
    ['venture:is:venture', ['alliance']],
    ['venture:not:venture', ['a-1', 'a-2', 'a-3']],
    ['venture:empty', ['a-1', 'a-2', 'a-3']],
    ['endedInto:is:a-1|a-2', ['a-3']],
    ['venture:is:nobody', 'record-unknown'],
    // members
    ['organisation:is:lioho', ['a-1', 'a-2']],
    ['organisation:is:toyota|parent', ['a-1']],
    ['organisation:not:toyota', ['alliance', 'a-2', 'a-3']],
    ['organisation:empty', ['alliance', 'a-3']],
    ['organisation:filled', ['a-1', 'a-2']],
    // moments
    ['createdAt:in:2000/2999', ['alliance', 'a-1', 'a-2', 'a-3']],
    ['updatedAt:before:2020', []],
    ['updatedAt:after:2020', ['alliance', 'a-1', 'a-2', 'a-3']],
    ['updatedAt:in:../2020', []],
    // fields of the workspace's own
    ['custom.own-line:is:Alpha', ['a-1']],
    ['custom.own-line:has:alph', ['a-1']],
    ['custom.own-line:lacks:alph', ['alliance', 'a-2', 'a-3']],
    ['custom.own-line:empty', ['alliance', 'a-2', 'a-3']],
    ['custom.own-note:has:two', ['a-1']],
    ['custom.own-date:in:2005', ['a-1']],
    ['custom.own-date:before:2005-06', []],
    ['custom.own-date:after:2004', ['a-1']],
    ['custom.own-decimal:least:0', ['a-1']],
    ['custom.own-decimal:most:0', ['a-2']],
    ['custom.own-decimal:is:12.5', ['a-1']],
    ['custom.own-whole:least:4', ['a-2']],
    ['custom.own-flag:is:true', ['a-1']],
    ['custom.own-flag:not:true', ['alliance', 'a-2', 'a-3']],
    ['custom.own-term:is:high|low', ['a-1', 'a-2']],
    ['custom.own-term:is:none', 'term-unknown'],
    ['custom.nothing:is:x', 'list-field-unknown'],
    ['custom.nothing:empty', 'list-field-unknown'],
  ] as const)('%s', async (filter, expected) => {
    if (typeof expected !== 'string') return expect(await found('alliances', filter)).toEqual(expected);
    const refused = await ask('GET', `${path}/alliances?${query([filter])}`);
    expect(refused.body).toMatchObject({ code: expected });
  });
});

describe('of other records', () => {
  test.each<[string, string, unknown[]]>([
    ['organisations', 'country:is:JP|TW', ['toyota', 'lioho']],
    ['organisations', 'country:not:JP', ['parent', 'venture', 'lioho', 'citroen']],
    ['organisations', 'country:empty', ['parent', 'venture', 'citroen']],
    ['organisations', 'kind:is:sme', ['lioho']],
    ['organisations', 'place:has:aichi japan', ['toyota']],
    ['organisations', 'name:has:citroen', ['citroen']],
    ['organisations', 'name:has:六和', ['lioho']],
    ['organisations', 'lei:has:5493', ['citroen']],
    ['organisations', 'lei:is:5493006MHB84DD0ZWV18', ['citroen']],
    ['organisations', 'lei:empty', ['parent', 'venture', 'toyota', 'lioho']],
    ['organisations', 'founded:in:1971', ['lioho', 'citroen']],
    ['organisations', 'founded:before:1950', ['toyota']],
    ['organisations', 'closed:in:2012', ['citroen']],
    ['organisations', 'closed:after:2012', []],
    ['stakes', 'share:least:33.4', ['50', '33.4']],
    ['stakes', 'share:most:33.4', ['33.4']],
    ['stakes', 'share:is:50.0', ['50']],
    ['stakes', 'share:not:50', ['33.4', 'two others']],
    ['stakes', 'share:empty', ['two others']],
    ['stakes', 'votingShare:filled', ['33.4']],
    ['stakes', 'holderCount:least:2', ['two others']],
    ['stakes', 'holderCount:most:1', []],
    ['stakes', 'holders:has:OTHERS', ['two others']],
    ['stakes', 'holder:is:toyota|lioho', ['50', '33.4']],
    ['stakes', 'issuer:is:venture', ['50', '33.4', 'two others']],
    ['stakes', 'alliance:is:a-1', []],
    ['stakes', 'to:before:2010', ['50']],
    ['stakes', 'from:in:2001', ['two others']],
    ['events', 'about:is:house:group', ['e-2']],
    ['events', 'about:is:alliance:a-1|house:group', ['e-1', 'e-2']],
    ['events', 'about:not:alliance:a-1', ['e-2', 'e-3']],
    ['events', 'about:empty', ['e-3']],
    ['events', 'about:filled', ['e-1', 'e-2']],
    ['events', 'organisation:is:toyota', ['e-1']],
    ['events', 'organisation:empty', ['e-2', 'e-3']],
    ['events', 'alliance:filled', ['e-1']],
    ['events', 'date:in:1980', ['e-3']],
    ['events', 'date:before:1991', ['e-3']],
    ['events', 'date:after:1991', ['e-1']],
    ['events', 'date:empty', ['e-2']],
    ['events', 'title:has:house', ['e-2']],
    ['measures', 'value:least:0', ['m-1', 'm-2']],
    ['measures', 'value:most:-7.0', ['m-3']],
    ['measures', 'value:is:12.50', ['m-2']],
    ['measures', 'value:empty', ['m-4']],
    ['measures', 'of:is:alliance:a-1', ['m-2', 'm-3']],
    ['measures', 'of:not:alliance:a-1', ['m-1', 'm-4']],
    ['measures', 'of:filled', ['m-1', 'm-2', 'm-3', 'm-4']],
    ['measures', 'of:empty', []],
    ['measures', 'organisation:is:toyota', ['m-1']],
    ['measures', 'organisation:filled', ['m-1']],
    ['measures', 'alliance:empty', ['m-1']],
    ['measures', 'bound:is:about', ['m-2']],
    ['measures', 'quantity:is:sales', ['m-3', 'm-4']],
    ['sources', 'authors:has:ota', ['s-1']],
    ['sources', 'authors:lacks:chen', ['article', 'entry-local']],
    ['sources', 'authors:empty', ['article', 'entry-local']],
    ['sources', 'details:has:visit', ['s-1']],
    ['sources', 'details:filled', ['s-1']],
    ['sources', 'language:is:zh-Hant', ['s-1']],
    ['sources', 'within:is:article', ['s-1']],
    ['sources', 'kind:is:entry', ['entry-local']],
    ['sources', 'key:has:entry', ['entry-local']],
    ['people', 'organisation:is:lioho', ['p-1']],
    ['people', 'name:has:ota', ['p-1']],
    ['memberships', 'role:filled', ['licensor', 'licensee']],
    ['memberships', 'alliance:is:a-1', ['licensor', 'licensee']],
  ])('%s %s', async (collection, filter, expected) => {
    const given = await found(collection, filter);
    // The source of what was typed in comes with the first record that was.
    expect([...given].sort()).toEqual([...expected].sort());
  });

  test('claims by what they say, of what, and by whom', async () => {
    const fields = async (...filters: string[]): Promise<unknown[]> => {
      const { body } = await ask('GET', `${path}/claims?${query(filters)}`);
      return (body['items'] as Item[]).map(({ field, value }) => `${String(field)} ${String(value)}`);
    };
    expect(await fields('subject:is:alliance:a-3', 'field:is:form|end')).toEqual(['form oem', 'end 2005']);
    expect(await fields('value:has:etude')).toEqual(['objectives Étude of\ncasting, in トヨタ']);
    expect(await fields('source:is:article')).toEqual([]);
    expect(await fields('rank:not:normal')).toEqual([]);
  });
});

test('all filters must hold, beside a search, a day and what else a list takes', async () => {
  expect(await found('alliances', 'form:filled', 'start:in:1994')).toEqual(['alliance', 'a-1']);
  expect(await found('alliances', 'form:filled', 'start:in:1994', 'end:empty')).toEqual(['alliance']);
  const { body } = await ask('GET', `${path}/alliances?q=pact&asOf=2000&form=licence&filter=end:filled&exists=any`);
  expect((body['items'] as Item[]).map(named)).toEqual(['a-1']);
  expect((await ask('GET', `${path}/alliances?q=pact&asOf=2004&filter=end:filled`)).body['total']).toBe(0);
});

test('every operator of every field is answered, for every kind of record', async () => {
  const values: Readonly<Record<string, string>> = {
    date: '2005',
    end: '2005',
    moment: '2005',
    country: 'JP',
    lei: 'x',
  };
  for (const collection of Object.keys(COLLECTIONS) as CollectionName[]) {
    for (const field of filterFields(KIND_OF[collection])) {
      for (const operator of OPERATORS_OF[field.as]) {
        const isTerm = field.as === 'term';
        const leads = field.as === 'reference' || field.as === 'subject' || field.as === 'subjects';
        if (leads && operator !== 'empty' && operator !== 'filled') continue;
        const value = isTerm ? (field.terms[0] ?? '') : (values[field.as] ?? '7');
        const tail = operator === 'empty' || operator === 'filled' ? '' : `:${field.as === 'language' ? 'ja' : value}`;
        const { status, text } = await ask(
          'GET',
          `${path}/${collection}?${query([`${field.name}:${operator}${tail}`])}`,
        );
        expect(`${collection} ${field.name} ${operator} ${status} ${status === 200 ? '' : text}`).toBe(
          `${collection} ${field.name} ${operator} 200 `,
        );
      }
    }
  }
});

describe('an order', () => {
  test('every key of every list, both ways, gives each record once, page by page and window by window', async () => {
    for (const collection of Object.keys(COLLECTIONS) as CollectionName[]) {
      for (const key of sortKeysOf(KIND_OF[collection])) {
        for (const sort of [key, `-${key}`]) {
          const ids = async (tail: string): Promise<{ ids: string[]; cursor: string | null }> => {
            const { status, body, text } = await ask('GET', `${path}/${collection}?sort=${sort}&${tail}`);
            if (status !== 200) throw new Error(`${collection} ${sort} ${text}`);
            return {
              ids: (body['items'] as { id: string }[]).map(({ id }) => id),
              cursor: body['nextCursor'] as string,
            };
          };
          const whole = await ids('limit=500');
          expect(new Set(whole.ids).size, `${collection} ${sort}`).toBe(whole.ids.length);
          const half = Math.ceil(whole.ids.length / 2);
          if (half === 0 || half === whole.ids.length) continue;
          const first = await ids(`limit=${half}`);
          const second = await ids(`limit=${half}&cursor=${first.cursor}`);
          expect([...first.ids, ...second.ids], `${collection} ${sort}`).toEqual(whole.ids);
          expect((await ids(`limit=2&offset=${half - 1}`)).ids).toEqual(whole.ids.slice(half - 1, half + 1));
        }
      }
    }
  }, 180_000);

  test('puts what has no value last in both directions, and goes by several keys', async () => {
    const slugs = async (sort: string): Promise<unknown[]> =>
      ((await ask('GET', `${path}/alliances?sort=${sort}`)).body['items'] as Item[]).map(named);
    expect(await slugs('form')).toEqual(['alliance', 'a-1', 'a-3', 'a-2']);
    expect(await slugs('-form')).toEqual(['a-3', 'a-1', 'alliance', 'a-2']);
    expect(await slugs('end')).toEqual(['a-1', 'a-3', 'alliance', 'a-2']);
    expect(await slugs('-end')).toEqual(['a-3', 'a-1', 'alliance', 'a-2']);
    expect(await slugs('ending,-start')).toEqual(['a-1', 'a-3', 'alliance', 'a-2']);
    expect(await slugs('ending,start,name')).toEqual(['a-1', 'a-2', 'alliance', 'a-3']);
    expect(await slugs('-custom.own-whole')).toEqual(['a-2', 'a-1', 'alliance', 'a-3']);
    expect(await slugs('custom.own-decimal,-entered')).toEqual(['a-2', 'a-1', 'a-3', 'alliance']);
    expect(await slugs('venture,-name')).toEqual(['alliance', 'a-3', 'a-2', 'a-1']);
  });

  test('goes on by a cursor through records without a value', async () => {
    const seen: unknown[] = [];
    let cursor = '';
    for (let page = 0; page < 4; page += 1) {
      const { body } = await ask('GET', `${path}/alliances?sort=-ending,-custom.own-whole&limit=1${cursor}`);
      seen.push(...(body['items'] as Item[]).map(named));
      cursor = `&cursor=${String(body['nextCursor'])}`;
    }
    expect(seen).toEqual(['a-1', 'a-2', 'alliance', 'a-3']);
  });

  test('tells the version of the workspace, which a change raises', async () => {
    const before = Number((await ask('GET', `${path}/houses`)).headers['entente-version']);
    await ask('POST', `${path}/houses`, { name: 'One more' });
    const after = await ask('GET', `${path}/houses`);
    expect(Number(after.headers['entente-version'])).toBe(before + 1);
    expect(after.body['total']).toBe(2);
  });

  test('has an empty window beyond its end, and still tells how many there are', async () => {
    const { body } = await ask('GET', `${path}/alliances?offset=1000`);
    expect(body).toEqual({ items: [], nextCursor: null, total: 4 });
  });
});

describe('refused, in a sentence that helps, is', () => {
  const many = query(Array.from({ length: 1000 }, () => 'form:is:oem'));
  test.each([
    ['a filter of an unknown field', 'filter=colour:is:red', 'list-field-unknown'],
    ['SQL for a field', `filter=${encodeURIComponent('name") or true --:is:x')}`, 'list-field-unknown'],
    ['SQL for a custom field', `filter=${encodeURIComponent("custom.x' or true --:is:x")}`, 'list-field-unknown'],
    ['a field of every object', 'filter=constructor:is:x', 'list-field-unknown'],
    ['a column that is no field', 'filter=workspace_id:is:x', 'list-field-unknown'],
    ['an operator of other fields', 'filter=form:least:3', 'filter-malformed'],
    ['SQL for an operator', `filter=${encodeURIComponent('form:is not null or:x')}`, 'filter-malformed'],
    ['a filter without an operator', 'filter=form', 'filter-malformed'],
    ['an empty filter', 'filter=', 'filter-malformed'],
    ['a filter with a null character', 'filter=name:has:a%00b', 'filter-malformed'],
    ['a malformed date', 'filter=start:in:31/04/2010', 'date-malformed'],
    ['a day that no month has', 'filter=start:before:2010-04-31', 'date-malformed'],
    ['a thousand filters', many, 'request-invalid'],
    ['a filter of a megabyte', `filter=name:has:${'x'.repeat(5000)}`, 'request-invalid'],
    ['an unknown sort key', 'sort=colour', 'request-invalid'],
    ['SQL for a sort key', `sort=${encodeURIComponent('name; drop table app.alliance')}`, 'request-invalid'],
    ['an unknown key among known ones', 'sort=name,colour', 'request-invalid'],
    ['one sort key twice', 'sort=name,-name', 'request-invalid'],
    ['four sort keys', 'sort=name,form,start,end', 'request-invalid'],
    ['an unknown field of the workspace’s own as a sort key', 'sort=custom.nothing', 'list-field-unknown'],
    ['an offset before the beginning', 'offset=-1', 'request-invalid'],
    ['an offset of two millions', 'offset=2000000', 'request-invalid'],
    ['half an offset', 'offset=0.5', 'request-invalid'],
    ['a limit over 500', 'limit=501', 'request-invalid'],
    ['an offset and a cursor', 'offset=1&cursor=abc', 'request-invalid'],
    ['a cursor of nowhere', 'cursor=abc', 'cursor-malformed'],
    ['a group by an unknown field', 'group=colour', 'request-invalid'],
  ])('%s', async (_, tail, code) => {
    const { status, body } = await ask('GET', `${path}/alliances?${tail}`);
    expect(body).toMatchObject({ code, errors: [{ fix: expect.stringMatching(/\w/) as unknown }] });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });

  test('a cursor of another order, of another length, or with values of another kind', async () => {
    const first = await ask('GET', `${path}/alliances?sort=start&limit=1`);
    const cursor = String(first.body['nextCursor']);
    const made = (parts: unknown): string => Buffer.from(JSON.stringify(parts)).toString('base64url');
    for (const [sort, given] of [
      ['name', cursor],
      ['-start', cursor],
      ['start,name', cursor],
      ['start', made(['start', '2005-01-01'])],
      ['start', made(['start', '2005-01-01', '1', '2'])],
      ['start', made(['start', 'x', '1'])],
      ['start', made(['start', '2005-01-01', 'x'])],
      ['start', made(['start', 5, '1'])],
      ['start', made({})],
    ]) {
      const { body } = await ask('GET', `${path}/alliances?sort=${sort}&cursor=${given}`);
      expect({ sort, given, code: body['code'] }).toEqual({ sort, given, code: 'cursor-malformed' });
    }
  });
});

describe('a summary', () => {
  type Total = Readonly<Record<string, unknown>>;
  type Group = { value: string | null; name: string | null; count: number; totals: Total[] };
  const summary = async (tail: string): Promise<{ total: number; totals: Total[]; groups: Group[] }> => {
    const { status, body, text } = await ask('GET', `${path}/${tail}`);
    if (status !== 200) throw new Error(text);
    return body as never;
  };

  test('counts by the values of a field, the most first, those without one last among equals', async () => {
    const { total, groups } = await summary('alliances/summary?group=form');
    expect(total).toBe(4);
    expect(groups.map(({ value, count }) => [value, count])).toEqual([
      ['joint-venture', 1],
      ['licence', 1],
      ['oem', 1],
      [null, 1],
    ]);
    const kinds = await summary('organisations/summary?group=country&filter=country:filled');
    expect(kinds.groups.map(({ value, count }) => [value, count])).toEqual([
      ['JP', 1],
      ['TW', 1],
    ]);
  });

  test('counts each record in every group to which it belongs, by the names of what it leads to', async () => {
    const { groups } = await summary('alliances/summary?group=organisation');
    expect(groups.map(({ value, name, count }) => [value, name, count])).toEqual([
      ['lioho', '六和機械', 2],
      [null, null, 2],
      ['toyota', 'Toyota', 1],
    ]);
    const about = await summary('measures/summary?group=of');
    expect(about.groups.map(({ value, name }) => [value, name])).toEqual([
      ['alliance:a-1', 'A | B \\ pact'],
      ['alliance:a-2', 'Second'],
      ['organisation:toyota', 'Toyota'],
    ]);
  });

  test('gives values by which a filter finds as many records', async () => {
    for (const [collection, group] of [
      ['alliances', 'form'],
      ['alliances', 'start'],
      ['alliances', 'end'],
      ['alliances', 'venture'],
      ['alliances', 'organisation'],
      ['alliances', 'name'],
      ['alliances', 'custom.own-term'],
      ['alliances', 'custom.own-decimal'],
      ['organisations', 'country'],
      ['stakes', 'share'],
      ['stakes', 'holder'],
      ['measures', 'of'],
      ['measures', 'unit'],
      ['events', 'alliance'],
    ] as const) {
      const { groups } = await summary(`${collection}/summary?group=${group}`);
      for (const { value, count } of groups) {
        const written = value === null ? 'empty' : `is:${value.replace(/[\\|]/g, '\\$&')}`;
        const given = await found(collection, `${group}:${written}`);
        expect({ group, value, count: given.length }).toEqual({ group, value, count });
      }
    }
  });

  test('adds measures of one quantity and unit alone, exactly', async () => {
    const { totals } = await summary('measures/summary');
    expect(totals).toEqual([
      {
        field: 'value',
        quantity: 'employees',
        unit: 'people',
        known: 2,
        unknown: 0,
        sum: '1462.5',
        least: '12.5',
        most: '1450',
      },
      { field: 'value', quantity: 'sales', unit: 'JPY', known: 1, unknown: 1, sum: '-7', least: '-7', most: '-7' },
    ]);
    const { groups } = await summary('measures/summary?group=of&filter=of:is:alliance:a-1');
    expect(groups[0]?.totals.map(({ quantity, sum }) => [quantity, sum])).toEqual([
      ['employees', '12.5'],
      ['sales', '-7'],
    ]);
  });

  test('adds shares of one organisation alone', async () => {
    const share = (totals: Total[]): Total | undefined => totals.find(({ field }) => field === 'share');
    const all = await summary('stakes/summary');
    expect(share(all.totals)).toMatchObject({ unit: '%', known: 2, unknown: 1, sum: null, least: '33.4', most: '50' });
    const grouped = await summary('stakes/summary?group=issuer');
    expect(grouped.groups.map(({ value, totals }) => [value, share(totals)?.['sum']])).toEqual([['venture', '83.4']]);
    expect(share((await summary('stakes/summary?issuer=venture')).totals)?.['sum']).toBe('83.4');
    expect(share((await summary('stakes/summary?group=holder')).groups[0]?.totals ?? [])?.['sum']).toBeNull();
    const counts = all.totals.find(({ field }) => field === 'holderCount');
    expect(counts).toMatchObject({ unit: null, known: 1, sum: '2' });
  });

  test('totals the workspace’s own numbers', async () => {
    const { totals } = await summary('alliances/summary');
    expect(totals.map(({ field, sum, known }) => [field, sum, known])).toEqual([
      ['custom.own-decimal', '10.5', 2],
      ['custom.own-whole', '13', 2],
    ]);
  });

  test('goes by the same filters as a list', async () => {
    expect((await summary('alliances/summary?filter=form:filled&q=pact&asOf=2000')).total).toBe(1);
    expect(await summary('alliances/summary?filter=name:has:nothing')).toMatchObject({ total: 0, groups: [] });
  });

  test.each(['about', 'createdAt', 'colour', 'custom.nothing', 'workspaceId'])('is refused by %s', async (group) => {
    const { status, body } = await ask('GET', `${path}/events/summary?group=${group}`);
    expect([status, body['code']]).toEqual([400, 'list-field-unknown']);
  });
});
