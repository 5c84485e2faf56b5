import { expect } from 'vitest';
import { prepared } from './test-records.ts';
import type { TestServer } from './test-server.ts';

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
/** A workspace with records of every kind whose fields differ; answers the path to it. */
export async function preparedLists(server: TestServer, slug: string): Promise<string> {
  const path = await prepared(server, slug);
  for (const [collection, body] of GIVEN) {
    const { status, text } = await server.ask('POST', `${path}/${collection}`, body);
    if (status !== 201) throw new Error(`${collection} ${JSON.stringify(body)} ${text}`);
  }
  return path;
}

export type Item = Readonly<Record<string, unknown>>;

export const filterQuery = (filters: readonly string[]): string =>
  filters.map((filter) => `filter=${encodeURIComponent(filter)}`).join('&');

/** What tells a record from others in these lists. */
export const named = (item: Item): unknown =>
  item['slug'] ?? item['key'] ?? item['role'] ?? item['holders'] ?? item['share'];

/** What a list holds under some filters. */
export async function listed(
  { ask }: TestServer,
  path: string,
  collection: string,
  filters: readonly string[],
): Promise<unknown[]> {
  const reply = await ask('GET', `${path}/${collection}?${filterQuery(filters)}`);
  if (reply.status !== 200) throw new Error(reply.text);
  const items = reply.body['items'] as Item[];
  expect(reply.body['total']).toBe(items.length);
  return items.map(named);
}
