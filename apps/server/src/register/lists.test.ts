import type { Slug } from '@entente/core/kernel';
import { emptyRows, type Organisation } from '@entente/core/register';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { localCaller } from './demo.commands.ts';
import { loadIntoWorkspace } from './load.commands.ts';
import { prepared } from './test-records.ts';
import { testServer } from './test-server.ts';

const server = await testServer();
const { ask } = server;
const path = await prepared(server, 'lists');

const NAMES = [
  'Toyota',
  'トヨタ紡織',
  '六和機械',
  '高松機械',
  'Citroën',
  'F.T. Japan',
  'Ｆｕｊｉ Tech',
  'ZF',
  'Ibara Seiki',
  'Äther',
];
for (const [at, name] of NAMES.entries()) {
  await ask('POST', `${path}/organisations`, {
    name,
    slug: `n-${at}`,
    country: at < 4 ? 'JP' : 'TW',
    ...(at % 3 === 0 ? {} : { founded: `19${50 + at}` }),
  });
}
await ask('POST', `${path}/organisation-names`, {
  organisation: 'n-2',
  text: 'Lioho Machine Works',
  kind: 'full',
  reading: 'liùhé jīxiè',
});
await ask('POST', `${path}/organisation-names`, { organisation: 'n-2', text: 'リオホ', kind: 'alias' });

type Item = { slug: string; id: string; name: string };
const items = async (tail: string): Promise<Item[]> => (await ask('GET', `${path}/${tail}`)).body['items'] as Item[];
const slugs = async (tail: string): Promise<string[]> => (await items(tail)).map(({ slug }) => slug);

const organisationRow = (id: string, name: string): Organisation => ({
  id,
  slug: id as Slug,
  name,
  kind: null,
  country: null,
  founded: null,
  closed: null,
  lei: null,
  place: null,
  valueChainPosition: null,
});

describe('a search', () => {
  test.each([
    ['toyota', ['n-0']],
    ['TOYOTA', ['n-0']],
    ['とよた', ['n-1']],
    ['トヨタ', ['n-1']],
    ['ﾄﾖﾀ', ['n-1']],
    ['六和', ['n-2']],
    ['機械', ['n-2', 'n-3']],
    ['高', ['n-3']],
    ['citroen', ['n-4']],
    ['ft japan', ['n-5']],
    ['japan f.t.', ['n-5']],
    ['fuji', ['n-6']],
    ['bara', ['n-8']],
    ['lioho', ['n-2']],
    ['りおほ', ['n-2']],
    ['liuhe jixie', ['n-2']],
    ['lioho machine', ['n-2']],
    ['lioho toyota', []],
    ['%', []],
    ['_', []],
    ["'", []],
    ['!?', []],
    ['zf', ['n-7']],
  ])('for %j finds %j', async (q, expected) => {
    expect(await slugs(`organisations?q=${encodeURIComponent(q)}`)).toEqual(expected);
  });

  test('is done in one index of the workspace', async () => {
    const caller = await localCaller(server.database.app, '2026-11-22');
    const rows = emptyRows();
    for (let at = 0; at < 3000; at += 1) rows.organisations.push(organisationRow(`crowd-${at}`, `六和 ${at}`));
    await ask('POST', '/workspaces', { name: 'Crowd', slug: 'crowd' });
    const loaded = await loadIntoWorkspace(caller, 'crowd', rows, { reason: 'a crowd', replace: false });
    expect(loaded.ok).toBe(true);
    await sql`vacuum analyze app.organisation`.execute(server.database.superuser);
    const plan = await server.database.app.transaction().execute(async (transaction) => {
      const found = sql<{ id: string }>`select id from app.workspace where slug = 'crowd'`;
      await sql`select set_config('entente.actor', ${caller.actor.personId}, true)`.execute(transaction);
      const id = (await found.execute(transaction)).rows[0]?.id ?? '';
      await sql`select set_config('entente.workspace', ${id}, true), set_config('enable_seqscan', 'off', true),
        set_config('enable_bitmapscan', 'off', true)`.execute(transaction);
      return sql<Record<string, string>>`explain select id from app.organisation where search like '%六和%'`.execute(
        transaction,
      );
    });
    expect(plan.rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('Index Only Scan using organisation_search');
  });

  test('compares letters and digits of plain text as of any other', async () => {
    const ascii = Array.from({ length: 127 }, (_, at) => String.fromCodePoint(at + 1)).join('');
    const { rows } = await sql<{ plain: string; other: string }>`
      select app.search_text(${ascii}) as plain, app.search_text(${`${ascii}六`}) as other`.execute(
      server.database.app,
    );
    const letters = ascii.toLowerCase().replace(/[^a-z0-9]/g, '');
    expect(rows).toEqual([{ plain: letters, other: `${letters}六` }]);
  });
});

describe('a list', () => {
  test('is in the order in which records came in, until another is asked for', async () => {
    expect((await slugs('organisations')).slice(0, 3)).toEqual(['parent', 'venture', 'n-0']);
    expect((await slugs('organisations?sort=-entered')).at(-1)).toBe('parent');
    const byName = await items('organisations?sort=name');
    expect(byName.slice(0, 3).map(({ name }) => name)).toEqual(['Äther', 'Citroën', 'F.T. Japan']);
    expect(await slugs('organisations?sort=-founded&limit=2')).toEqual(['n-8', 'n-7']);
  });

  test('is filtered, alone and together with a search', async () => {
    expect(await slugs('organisations?country=JP')).toEqual(['n-0', 'n-1', 'n-2', 'n-3']);
    expect(await slugs(`organisations?country=JP&q=${encodeURIComponent('機械')}&sort=-slug`)).toEqual(['n-3', 'n-2']);
    expect(await slugs('organisations?kind=venture')).toEqual(['venture']);
    expect((await ask('GET', `${path}/organisation-names?organisation=n-2`)).body['total']).toBe(2);
  });

  test.each([
    'entered',
    '-entered',
    'name',
    '-name',
    'slug',
    '-slug',
    'founded',
    '-founded',
    'updatedAt',
    '-updatedAt',
  ])('sorted by %s gives each record once, page by page', async (sort) => {
    const whole = await slugs(`organisations?sort=${sort}&limit=200`);
    const paged: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await ask(
        'GET',
        `${path}/organisations?sort=${sort}&limit=3${cursor === null ? '' : `&cursor=${cursor}`}`,
      );
      expect(page.body['total']).toBe(whole.length);
      paged.push(...(page.body['items'] as Item[]).map(({ slug }) => slug));
      cursor = page.body['nextCursor'] as string | null;
    } while (cursor !== null);
    expect(paged).toEqual(whole);
    expect(new Set(paged).size).toBe(NAMES.length + 2);
  });

  test('as of a day holds what is active then, as the core reads a period', async () => {
    const periods: readonly (readonly [string | null, string])[] = [
      ['1995', '..'],
      ['1995', '2003'],
      ['1995-06-01', '2003-04-22'],
      [null, '2000'],
      ['2003/2005', 'unknown'],
      ['197X', '1999~'],
    ];
    const { Period, EdtfDate } = await import('@entente/core/kernel');
    for (const [from, to] of periods) {
      const given = await ask('POST', `${path}/memberships`, {
        alliance: 'alliance',
        organisation: 'parent',
        from,
        to,
      });
      expect(given.status).toBe(201);
    }
    for (const asOf of [
      '1969',
      '1979',
      '1995-05',
      '1995',
      '1999',
      '2000-01-01',
      '2003-04-21',
      '2003-04-22',
      '2003',
      '2010',
    ]) {
      const day = EdtfDate.asOf(asOf);
      if (!day.ok) throw new Error(asOf);
      const expected = periods.filter(([from, to]) => {
        const period = Period.parse(from, to);
        return period.ok && Period.on(period.value, day.value).active;
      });
      const listed = (await ask('GET', `${path}/memberships?asOf=${asOf}`)).body['items'] as {
        from: string | null;
        to: string;
      }[];
      expect({ asOf, periods: listed.map(({ from, to }) => [from, to]) }).toEqual({
        asOf,
        periods: expected.map(([from, to]) => [from, to]),
      });
    }
  });

  test('is asked by what records refer to', async () => {
    await ask('POST', `${path}/events`, {
      title: 'About the alliance',
      slug: 'e',
      about: [{ kind: 'alliance', id: 'alliance' }],
    });
    await ask('POST', `${path}/measures`, { of: { kind: 'alliance', id: 'alliance' }, quantity: 'bases', slug: 'm' });
    expect(await slugs('events?alliance=alliance')).toEqual(['e']);
    expect(await slugs('events?organisation=parent')).toEqual([]);
    expect(await slugs('measures?alliance=alliance')).toEqual(['m']);
    expect(await slugs('alliances?organisation=parent')).toEqual(['alliance']);
    expect(await slugs('alliances?organisation=n-0')).toEqual([]);
    const claims = (await ask('GET', `${path}/claims?subject=alliance:alliance&field=start`)).body['items'] as {
      value: string;
    }[];
    expect(claims).toMatchObject([{ value: '1994', source: { slug: 'entry-local' }, rank: 'normal' }]);
  });
});
