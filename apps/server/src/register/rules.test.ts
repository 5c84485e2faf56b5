import { EdtfDate, RANKS, SUBJECT_KINDS } from '@entente/core/kernel';
import { ACCESS_CLASSES } from '@entente/core/accounts';
import * as register from '@entente/core/register';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../platform/test-database.ts';
import { organisation, testWorkspace } from './test-workspace.store.ts';

const database = await freshDatabase();
afterAll(() => database.remove());
const here = await testWorkspace(database, 'rules');

type Days = { earliest: string | null; latest: string | null; known: boolean };

async function daysInSql(texts: readonly string[]): Promise<Days[]> {
  const { rows } = await sql<Days>`
    select app.edtf_earliest(t) as earliest, app.edtf_latest(t) as latest, app.edtf_range(t) is not null as known
    from unnest(${[...texts]}::text[]) with ordinality as given (t, place) order by place`.execute(database.superuser);
  return rows;
}

function daysInCore(text: string): Days {
  const outcome = EdtfDate.parse(text);
  if (!outcome.ok) return { earliest: null, latest: null, known: false };
  return { earliest: outcome.value.earliest, latest: outcome.value.latest, known: true };
}

const readings = (texts: readonly string[], days: readonly Days[]) => texts.map((text, at) => ({ text, ...days[at] }));

async function expectAgreement(texts: readonly string[]): Promise<void> {
  expect(readings(texts, await daysInSql(texts))).toEqual(readings(texts, texts.map(daysInCore)));
}

describe('dates: the database reads EDTF as the core does', () => {
  test('on every form, and on what only looks like one', async () => {
    await expectAgreement(
      `1995 1995~ 1995? 1995% 197X 19XX 197X~ 1XXX XXXX 2003-04 2003-04~ 2003-00 2003-13 2003-21 2003-21~ 2003-04-22 2003-04-31
       2003-02-29 2004-02-29 2003-02-29~ 1900-02-29 2000-02-29 2003-XX 2003-XX~ 2003-XX-XX 2003-XX-15 2003-XX-31 2003-XX-32
       2003-XX-00 2003-04-XX 2003-02-XX 2004-02-XX 2003-13-XX 2003-00-XX 0000 0000~ 0000-05 0000-XX 000X 00XX 0001 005X 0099-02
       9999 9999-12-31 999X 99XX 10000 -0044 2010/2015 2015/2010 2010/2010 ../2005 /2005 2005/.. 2005/ ../.. / .. unknown
       1995~/1998 197X/1985 2003-XX/2004 2003/2004/2005 a/b 2003-4 2003-04-1 20030401 2003/04 Y17E7 1995~~ 1995~? +1995
       ２００３ ١٩٩٥ 2003-04-22T10:00`.split(/\s+/),
    );
    await expectAgreement(['', ' ', '1995 ', ' 1995', '1995\n', '1995\t', "1995'; --", '2003-04 / 2005']);
  });

  test('on 20,000 texts made of the letters that dates are made of', async () => {
    const digits = fc.string({ unit: fc.constantFrom(...Array.from('0123456789X-/~?%.')), maxLength: 21 });
    const two = fc.oneof(
      fc.integer({ min: 0, max: 40 }).map((n) => String(n).padStart(2, '0')),
      fc.constant('XX'),
    );
    const year = fc.oneof(
      fc.integer({ min: 0, max: 9999 }).map((n) => String(n).padStart(4, '0')),
      fc.constantFrom('197X', '19XX', '000X'),
    );
    const mark = fc.constantFrom('', '', '~', '?', '%');
    const single = fc
      .tuple(year, fc.option(two), fc.option(two), mark)
      .map(([y, m, d, q]) => `${y}${m === null ? '' : `-${m}${d === null ? '' : `-${d}`}`}${q}`);
    const part = fc.oneof(single, fc.constantFrom('..', ''));
    const text = fc.oneof(
      digits,
      single,
      fc.tuple(part, part).map(([a, b]) => `${a}/${b}`),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 400, maxLength: 400 }), (texts) => expectAgreement(texts)),
      { numRuns: 50 },
    );
  });

  test('derived days cannot be entered', async () => {
    const write = here.write(sql`
      insert into app.organisation (workspace_id, slug, founded, founded_earliest) values (${here.id}, 'x', '1995', '1990-01-01')`);
    await expect(write).rejects.toThrow('cannot insert a non-DEFAULT value into column "founded_earliest"');
  });
});

describe('terms: the database admits those of the core and no others', () => {
  const terms: Readonly<Record<string, readonly string[]>> = {
    class: ACCESS_CLASSES,
    rank: RANKS,
    subject_kind: SUBJECT_KINDS,
    source_kind: register.SOURCE_KINDS,
    organisation_kind: register.ORGANISATION_KINDS,
    name_kind: register.NAME_KINDS,
    value_chain_position: register.VALUE_CHAIN_POSITIONS,
    alliance_form: register.ALLIANCE_FORMS,
    ending: register.ENDINGS,
    resource_kind: register.RESOURCE_KINDS,
    resource_property: register.RESOURCE_PROPERTIES,
    person_level: register.PERSON_LEVELS,
    event_kind: register.EVENT_KINDS,
    measure_status: register.MEASURE_STATUSES,
    measure_bound: register.MEASURE_BOUNDS,
    measure_order: register.MEASURE_ORDERS,
  };

  test.each(Object.entries(terms))('%s', async (domain, admitted) => {
    const { rows } = await sql<{ rule: string }>`
      select pg_get_constraintdef(c.oid) as rule from pg_constraint c
      where c.contypid = ${`app.${domain}`}::regtype`.execute(database.superuser);
    const listed = [...(rows[0]?.rule ?? '').matchAll(/'([^']+)'::text/g)].map((match) => match[1]);
    expect(listed).toEqual([...admitted]);
  });
});

describe('texts', () => {
  const name = (text: string) =>
    here.write(
      sql`insert into app.house (workspace_id, slug, name) values (${here.id}, ${`h-${Math.abs(hash(text))}`}, ${text})`,
    );
  const hash = (text: string): number =>
    Array.from(text).reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) | 0, 7);

  test.each(['\u202eevil', 'a\u0007b', 'a\u009fb', 'a\u2066b', 'line\nbreak', 'tab\tstop', '   ', '', 'x'.repeat(601)])(
    'refuses %j as a name',
    (text) => expect(name(text)).rejects.toMatchObject({ code: '23514' }),
  );

  test.each([
    'Lioho',
    '六和機械',
    'トヨタ自動車',
    '=cmd()',
    "<script>alert('x')</script>",
    "Robert'); drop table app.stake;--",
    'عربي',
  ])('keeps %j as it is', async (text) => {
    await name(text);
    const { rows } = await here.inside((transaction) =>
      sql<{ name: string }>`select name from app.house where name = ${text}`.execute(transaction),
    );
    expect(rows).toEqual([{ name: text }]);
  });

  test.each(['Lioho', 'a--b', '-a', 'ü', '', 'a'.repeat(81), '3f2504e0-4f89-41d3-9a0c-0305e82c3301'])(
    'refuses %j as a slug',
    (slug) =>
      expect(
        here.write(sql`insert into app.house (workspace_id, slug) values (${here.id}, ${slug})`),
      ).rejects.toMatchObject({ code: '23514' }),
  );
});

describe('records', () => {
  test('a slug stands once in a workspace, and may stand again in another', async () => {
    const elsewhere = await testWorkspace(database, 'rules-elsewhere');
    await organisation(here, 'twice');
    await organisation(elsewhere, 'twice');
    await expect(organisation(here, 'twice')).rejects.toMatchObject({ constraint: 'organisation_slug_unique' });
  });

  // @asvs V2.2.3
  test('no reference leads into another workspace', async () => {
    const elsewhere = await testWorkspace(database, 'rules-abroad');
    const foreign = await organisation(elsewhere, 'foreign');
    const own = await organisation(here, 'own');
    const write = here.write(sql`
      insert into app.stake (workspace_id, issuer_id, holder_id) values (${here.id}, ${own}, ${foreign})`);
    await expect(write).rejects.toMatchObject({ code: '23503' });
    const claim = here.write(sql`
      insert into app.event_subject (workspace_id, event_id, subject_kind, subject_id)
      select ${here.id}, ${own}, 'organisation', ${foreign}`);
    await expect(claim).rejects.toMatchObject({ code: '23503' });
  });

  test('a claim is about a record of the kind it names, and that record stays while the claim stands', async () => {
    const subject = await organisation(here, 'subject');
    const source = await here.write(sql`
      insert into app.source (workspace_id, key, kind, title) values (${here.id}, 's-1', 'article', 'S') returning id`);
    const claim = (kind: string) =>
      here.write(sql`
      insert into app.claim (workspace_id, subject_kind, subject_id, field, value, source_id, place)
      values (${here.id}, ${kind}, ${subject}, 'name', 'x', ${source}, 'p. 1') returning id`);
    await expect(claim('alliance')).rejects.toMatchObject({ code: '23503' });
    await claim('organisation');
    await expect(here.write(sql`delete from app.organisation where id = ${subject}`)).rejects.toMatchObject({
      code: '23503',
    });
    await expect(here.write(sql`delete from app.source where id = ${source}`)).rejects.toMatchObject({ code: '23503' });
  });

  test.each([
    ['membership', 'insert into app.membership (workspace_id, alliance_id, organisation_id, period_from, period_to)'],
    [
      'house_membership',
      'insert into app.house_membership (workspace_id, house_id, organisation_id, period_from, period_to)',
    ],
  ])('a period of a %s does not end before it begins', async (table, insert) => {
    const [group, kind] = table === 'membership' ? ['a-group', 'alliance'] : ['h-group', 'house'];
    const of = await here.write(
      sql`insert into ${sql.table(`app.${kind}`)} (workspace_id, slug) values (${here.id}, ${group}) returning id`,
    );
    const member = await organisation(here, `member-of-${group}`);
    const write = (from: string, to: string) =>
      here.write(sql`${sql.raw(insert)} values (${here.id}, ${of}, ${member}, ${from}, ${to})`);
    await expect(write('2006', '2004')).rejects.toMatchObject({ constraint: `${table}_period_forward` });
    await expect(write('2006-05-02', '2006-05-01')).rejects.toMatchObject({ constraint: `${table}_period_forward` });
    await write('2006', '2006');
    await write('2006', 'unknown');
  });

  test('an impossible date is no value of a date column', () =>
    expect(
      here.write(
        sql`insert into app.organisation (workspace_id, slug, founded) values (${here.id}, 'd', '2003-02-30')`,
      ),
    ).rejects.toMatchObject({ code: '23514' }));

  test('a quotation has at most 25 words and a rank its reason', async () => {
    const subject = await organisation(here, 'quoted');
    const source = await here.write(sql`
      insert into app.source (workspace_id, key, kind, title) values (${here.id}, 's-2', 'article', 'S') returning id`);
    const claim = (quote: string | null, rank = 'normal', reason: string | null = null) =>
      here.write(sql`
      insert into app.claim (workspace_id, subject_kind, subject_id, field, value, source_id, place, quote, rank, reason)
      values (${here.id}, 'organisation', ${subject}, 'name', 'x', ${source}, 'p. 1', ${quote}, ${rank}, ${reason})`);
    await claim('word '.repeat(25).trim());
    await expect(claim('word '.repeat(26).trim())).rejects.toMatchObject({ constraint: 'claim_quote_short' });
    await expect(claim(`${'word\n'.repeat(13)}${'word  '.repeat(13)}`)).rejects.toMatchObject({
      constraint: 'claim_quote_short',
    });
    await expect(claim(null, 'preferred')).rejects.toMatchObject({ constraint: 'claim_reason_given' });
    await expect(claim(null, 'deprecated')).rejects.toMatchObject({ constraint: 'claim_reason_given' });
    await claim(null, 'preferred', 'the text names each holder');
  });
});

describe('search text', () => {
  const searched = async (text: string) =>
    (await sql<{ s: string }>`select app.search_text(${text}) as s`.execute(database.superuser)).rows[0]?.s;
  test.each([
    ['F.T. Japan', 'ftjapan'],
    ['ＡＢＣ　株式会社', 'abc株式会社'],
    ['Citroën', 'citroen'],
    ['トヨタ自動車', 'とよた自動車'],
    ['ﾄﾖﾀ', 'とよた'],
    ['ガス', 'がす'],
    ['六和機械', '六和機械'],
    ['???', ''],
  ])('%j is compared as %j', async (text, expected) => expect(await searched(text)).toBe(expected));
});
