import { describe, expect, test } from 'vitest';
import { prepared } from './test-records.ts';
import { testServer } from './test-server.ts';

const server = await testServer();
const { ask } = server;
const path = await prepared(server, 'totals');

const on = (kind: 'alliance' | 'organisation', id: string) => ({ kind, id });
const sales = { quantity: 'sales', unit: 'JPY' } as const;
const GIVEN: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  ['custom-fields', { kind: 'stake', key: 'price', as: 'decimal', labels: { en: 'price' } }],
  ...['one', 'two', 'jv'].map((slug) => ['organisations', { slug, name: slug }] as const),
  ['alliances', { slug: 'pact', name: 'Pact' }],
  // 60:40 until 2003, then 50:50; the rest of another venture.
  ['stakes', { issuer: 'jv', holder: 'one', share: '60', from: '1995', to: '2003', custom: { price: '7' } }],
  ['stakes', { issuer: 'jv', holder: 'two', share: '40', from: '1995', to: '2003' }],
  ['stakes', { issuer: 'jv', holder: 'one', share: '50', from: '2003', custom: { price: '2.5' } }],
  ['stakes', { issuer: 'jv', holder: 'two', share: '50.0', from: '2003' }],
  ['stakes', { issuer: 'jv', holders: 'two others', holderCount: 2, from: '2010' }],
  ['stakes', { issuer: 'venture', holder: 'one', share: '33.4', from: '1994' }],
  ['measures', { slug: 'm-1', of: on('organisation', 'one'), ...sales, value: '100', date: '2001' }],
  ['measures', { slug: 'm-2', of: on('organisation', 'two'), ...sales, value: '20.5', date: '2001' }],
  ['measures', { slug: 'm-3', of: on('organisation', 'one'), ...sales, value: '130', date: '2005' }],
  ['measures', { slug: 'm-4', of: on('alliance', 'pact'), ...sales, date: '2001' }],
  [
    'measures',
    { slug: 'm-5', of: on('organisation', 'one'), quantity: 'staff', unit: 'people', value: '5', date: '2001' },
  ],
  [
    'measures',
    {
      slug: 'm-6',
      of: on('organisation', 'two'),
      quantity: 'staff',
      unit: 'people',
      value: '9',
      bound: '>',
      date: '2001',
    },
  ],
  [
    'measures',
    { slug: 'm-7', of: on('alliance', 'pact'), quantity: 'output', unit: 'cars', value: '1380', order: 'first' },
  ],
  [
    'measures',
    { slug: 'm-8', of: on('alliance', 'pact'), quantity: 'output', unit: 'cars', value: '1450', order: 'last' },
  ],
  [
    'measures',
    {
      slug: 'm-9',
      of: on('alliance', 'pact'),
      quantity: 'engines',
      unit: 'units',
      value: '3',
      item: 'petrol',
      date: '2001',
    },
  ],
  [
    'measures',
    {
      slug: 'm-10',
      of: on('alliance', 'pact'),
      quantity: 'engines',
      unit: 'units',
      value: '4',
      item: 'diesel',
      date: '2001',
    },
  ],
];
for (const [collection, body] of GIVEN) {
  const { status, text } = await ask('POST', `${path}/${collection}`, body);
  if (status !== 201) throw new Error(`${collection} ${JSON.stringify(body)} ${text}`);
}

type Total = Readonly<Record<string, unknown>>;
type Group = { value: string | null; totals: Total[] };

async function summary(tail: string): Promise<{ totals: Total[]; groups: Group[] }> {
  const { status, body, text } = await ask('GET', `${path}/${tail}`);
  if (status !== 200) throw new Error(text);
  return body as never;
}
const totalOf = async (field: string, tail: string): Promise<Total | undefined> =>
  (await summary(tail)).totals.find((total) => total['field'] === field);
const quantity = async (name: string, tail = 'measures/summary'): Promise<Total | undefined> =>
  (await summary(tail)).totals.find((total) => total['quantity'] === name);

describe('shares', () => {
  test.each([
    ['2000', '100', 2],
    ['2005', '100', 2],
    ['1990', null, 0],
  ])('of one organisation at the end of %s come to %s', async (addedOn, sum, known) => {
    const total = await totalOf('share', `stakes/summary?issuer=jv&addedOn=${addedOn}`);
    expect(total).toMatchObject({ sum, known, unadded: null, asOf: `${addedOn}-12-31`, unit: '%' });
  });

  test('are added as of today unless a day is asked for, and tell of the rest that is unknown', async () => {
    const today = new Date().toISOString().slice(0, 10);
    expect(await totalOf('share', 'stakes/summary?issuer=jv')).toMatchObject({ sum: '100', unknown: 1, asOf: today });
    expect(await totalOf('share', 'stakes/summary?issuer=jv&asOf=2000')).toMatchObject({ asOf: '2000-12-31' });
  });

  test('of several organisations are not added; grouped by the organisation they are', async () => {
    const all = await summary('stakes/summary?group=issuer&addedOn=2000');
    expect(all.totals.find(({ field }) => field === 'share')).toMatchObject({
      sum: null,
      unadded: 'several-wholes',
      known: 3,
      least: '33.4',
      most: '60',
    });
    expect(
      all.groups.map(({ value, totals }) => [value, totals.find(({ field }) => field === 'share')?.['sum']]),
    ).toEqual([
      ['jv', '100'],
      ['venture', '33.4'],
    ]);
    const held = await summary('stakes/summary?group=holder&addedOn=2000');
    const [own] = held.groups.filter(({ value }) => value === 'one');
    expect(own?.totals.find(({ field }) => field === 'share')).toMatchObject({ sum: null, unadded: 'several-wholes' });
  });

  test('of one holder twice on the day are not added', async () => {
    const rival = await ask('POST', `${path}/stakes`, {
      issuer: 'jv',
      holder: 'one',
      from: '1999/2010',
      to: '2002/2009',
      share: '0',
    });
    expect(rival.status).toBe(201);
    expect(await totalOf('share', 'stakes/summary?issuer=jv&addedOn=2001')).toMatchObject({
      sum: null,
      unadded: 'several-times',
      known: 3,
    });
    expect(await totalOf('share', 'stakes/summary?issuer=jv&addedOn=1998')).toMatchObject({ sum: '100' });
    const removed = await ask('DELETE', `${path}/stakes/${rival.id}`, undefined, { 'if-match': '"1"' });
    expect(removed.status).toBe(204);
  });

  test('that would come to more than the whole are not added', async () => {
    const uncertain = { issuer: 'venture', holder: 'two', from: '1999/2010', to: '2002/2009', share: '80' };
    expect((await ask('POST', `${path}/stakes`, uncertain)).status).toBe(201);
    expect(await totalOf('share', 'stakes/summary?issuer=venture&addedOn=2001')).toMatchObject({
      sum: null,
      unadded: 'several-times',
      most: '80',
    });
    expect(await totalOf('share', 'stakes/summary?issuer=venture&addedOn=1998')).toMatchObject({ sum: '33.4' });
  });

  test('leave fields of the workspace’s own to be added whenever they held', async () => {
    expect(await totalOf('custom.price', 'stakes/summary?issuer=jv&addedOn=2005')).toMatchObject({
      sum: '9.5',
      known: 2,
      asOf: null,
    });
    expect(await totalOf('holderCount', 'stakes/summary?addedOn=2005')).toMatchObject({ known: 0, sum: null });
    expect(await totalOf('holderCount', 'stakes/summary?addedOn=2010')).toMatchObject({ known: 1, sum: '2' });
  });

  test.each(['measures', 'alliances'])('alone take a day on which to add: %s refuse it', async (collection) => {
    expect((await ask('GET', `${path}/${collection}/summary?addedOn=2000`)).status).toBe(400);
  });
});

describe('measures', () => {
  test('of one quantity and unit are added exactly where all are of one date and each of another thing', async () => {
    expect(await quantity('sales', 'measures/summary?filter=date:in:2001')).toEqual({
      field: 'value',
      quantity: 'sales',
      unit: 'JPY',
      known: 2,
      unknown: 1,
      sum: '120.5',
      unadded: null,
      asOf: null,
      least: '20.5',
      most: '100',
    });
  });

  test.each([
    ['sales', 'several-times', 'of one thing at two dates, and of others'],
    ['engines', 'several-times', 'of one thing at one date, of several items'],
    ['output', 'several-times', 'of one thing, the first and the last, without dates'],
    ['staff', 'inexact', 'of which one is a bound'],
  ])('%s are not added (%s): %s', async (name, unadded) => {
    expect(await quantity(name)).toMatchObject({ sum: null, unadded });
  });

  test('of one thing alone are their own sum, a bound not', async () => {
    const { groups } = await summary('measures/summary?group=of&filter=quantity:is:staff');
    expect(groups.map(({ value, totals }) => [value, totals[0]?.['sum'], totals[0]?.['unadded']])).toEqual([
      ['organisation:one', '5', null],
      ['organisation:two', null, 'inexact'],
    ]);
  });
});
