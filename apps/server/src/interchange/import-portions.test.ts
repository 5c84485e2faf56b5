import type { ChangeSetPageAnswer, ImportAnswer } from '@entente/contract/register';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { importServer } from './test-imports.ts';

const server = await importServer();
const { ask, upload, database } = server;
const { superuser } = database;

/** So many that they are written in several portions, each of some tables' rows. */
const VENTURES = 2_000;
const PARTNERS = 50;

/** Of each partner the last row alone tells the country, long after the portion in which it is named first. */
const table = [
  'alliance,member,country,start,form,share',
  ...Array.from({ length: VENTURES }, (_, nth) => {
    const country = nth >= VENTURES - PARTNERS ? 'JP' : '';
    return [
      `Venture ${nth},Partner ${nth % PARTNERS},${country},${1985 + (nth % 30)},JV,60`,
      `Venture ${nth},Partner ${(nth + 7) % PARTNERS},,,JV,40`,
    ];
  }).flat(),
].join('\n');

async function countOf(name: string, where = sql`true`): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${sql.table(`app.${name}`)}
    where workspace_id = (select id from app.workspace where slug = 'portions') and ${where}`.execute(superuser);
  return rows[0]?.count ?? 0;
}

describe('a table whose rows are written in portions', () => {
  let at = '';
  let draft: ImportAnswer;
  beforeAll(async () => {
    at = await server.workspace('portions');
    const uploaded = await upload(at, 'ventures.csv', table);
    draft = uploaded.body as ImportAnswer;
    const tag = String(uploaded.headers['etag']);
    const done = await ask('POST', `${at}/imports/${draft.id}/commit`, {}, { 'if-match': tag });
    expect(done.status, done.text).toBe(201);
  });

  test('holds as many rows as the draft said', async () => {
    const creates = Object.fromEntries(draft.plan.map((entry) => [entry.collection, entry.creates]));
    expect(creates).toEqual({
      organisations: VENTURES + PARTNERS,
      alliances: VENTURES,
      memberships: 2 * VENTURES,
      stakes: 2 * VENTURES,
    });
    expect(await countOf('organisation')).toBe(VENTURES + PARTNERS);
    expect(await countOf('alliance', sql`venture_id is not null and form = 'joint-venture'`)).toBe(VENTURES);
    expect(await countOf('membership')).toBe(2 * VENTURES);
    expect(await countOf('stake', sql`share is not null`)).toBe(2 * VENTURES);
  });

  test('gives a record what a much later row says of it', async () => {
    expect(await countOf('organisation', sql`country = 'JP'`)).toBe(PARTNERS);
  });

  test('writes its rows in the order of the table', async () => {
    const { rows } = await sql<{ name: string }>`
      select name from app.alliance where workspace_id = (select id from app.workspace where slug = 'portions')
      order by position`.execute(superuser);
    expect(rows.map(({ name }) => name)).toEqual(Array.from({ length: VENTURES }, (_, nth) => `Venture ${nth}`));
  });

  test('is there already when it comes again', async () => {
    const again = (await upload(at, 'ventures.csv', table)).body as ImportAnswer;
    expect(again.problemTotal + again.openQuestions + again.openMatches).toBe(0);
    expect(
      again.plan
        .map(({ creates, changes }) => [creates, changes])
        .flat()
        .every((count) => count === 0),
    ).toBe(true);
  });

  test('is one change, and gone when that is undone', async () => {
    const { items } = (await ask('GET', `${at}/changes`)).body as unknown as ChangeSetPageAnswer;
    const imports = items.filter(({ command }) => command === 'import');
    expect(imports).toHaveLength(1);
    const undone = await ask('POST', `${at}/changes/${imports[0]?.id}/undo`, {});
    expect(undone.status, undone.text).toBeLessThan(300);
    for (const name of ['organisation', 'alliance', 'membership', 'stake', 'claim', 'source'])
      expect(await countOf(name)).toBe(0);
  });
});
