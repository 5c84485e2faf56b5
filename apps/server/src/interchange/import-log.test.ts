import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AuditVerdict } from '@entente/contract/audit';
import type { ChangeSetDetailAnswer, ChangeSetPageAnswer, ImportAnswer } from '@entente/contract/register';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { auditRoom } from '../audit/audit.routes.ts';
import { importServer } from './test-imports.ts';

process.env['ENTENTE_DATA'] = mkdtempSync(path.join(tmpdir(), 'entente-import-log-'));
const server = await importServer([auditRoom]);
const { ask, upload, database } = server;
const { superuser } = database;

const VENTURES = 120;
const table = [
  'alliance,member,start,end,form,share',
  ...Array.from({ length: VENTURES }, (_, nth) => [
    `Venture ${nth},Partner ${nth % 7},${1985 + (nth % 30)},,JV,60`,
    `Venture ${nth},Partner ${7 + (nth % 5)},2001-0${1 + (nth % 9)},,JV,40`,
  ]).flat(),
].join('\n');

const TABLES = ['source', 'organisation', 'alliance', 'membership', 'stake', 'claim'];

/** The rows of the register by their ids, as the log tells them. */
async function rowsOf(at: string): Promise<ReadonlyMap<string, unknown>> {
  const rows = new Map<string, unknown>();
  for (const name of TABLES) {
    const held = await sql<{ id: string; row: unknown }>`
      select id, to_jsonb(t) - array(select attname::text from pg_attribute
        where attrelid = ${`app.${name}`}::regclass and attgenerated <> '') as row
      from ${sql.table(`app.${name}`)} t where workspace_id = (select id from app.workspace where slug = ${at})`.execute(
      superuser,
    );
    for (const { id, row } of held.rows) rows.set(id, row);
  }
  return rows;
}

/** Writes the ventures as one change; its id. */
async function imported(slug: string): Promise<string> {
  const at = await server.workspace(slug);
  const draft = await upload(at, 'ventures.csv', table);
  const { id } = draft.body as ImportAnswer;
  const done = await ask('POST', `${at}/imports/${id}/commit`, {}, { 'if-match': String(draft.headers['etag']) });
  expect(done.status, done.text).toBe(201);
  return String(done.headers['entente-change']);
}

const verdictOf = async (slug: string): Promise<AuditVerdict> =>
  (await ask('POST', `/workspaces/${slug}/audit/verification`, {})).body as unknown as AuditVerdict;

describe('the log of an import', () => {
  let change = '';
  beforeAll(async () => {
    change = await imported('logged');
  });

  test('is kept in bundles, whose lines tell each row as it was added', async () => {
    const { rows } = await sql<{ row_id: string; after: unknown; adds: boolean }>`
      select row_id, after, before is null as adds from app.lines_of_changes(array[${change}::uuid])`.execute(
      superuser,
    );
    const bundles = await sql<{ count: number }>`
      select count(*)::int as count from app.change_bundle where change_set_id = ${change}`.execute(superuser);
    expect(bundles.rows[0]?.count).toBeGreaterThan(4);
    const register = await rowsOf('logged');
    expect(register.size).toBeGreaterThan(VENTURES * 10);
    expect(new Map(rows.map(({ row_id: id, after }) => [id, after]))).toEqual(register);
    expect(rows).toHaveLength(register.size);
    expect(rows.every(({ adds }) => adds)).toBe(true);
  });

  test('is read page by page, each line once and in the order in which it was written', async () => {
    const address = `/workspaces/logged/changes/${change}`;
    const { rows } = await sql<{ row_id: string }>`
      select row_id from app.lines_of_changes(array[${change}::uuid]) order by position`.execute(superuser);
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const query: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const { body } = await ask('GET', `${address}?limit=90${query}`);
      const detail = body as unknown as ChangeSetDetailAnswer;
      expect(detail.rows).toBe(rows.length);
      seen.push(...detail.changes.map(({ rowId }) => rowId));
      cursor = detail.nextCursor;
    }
    expect(seen).toEqual(rows.map((row) => row.row_id));
  });

  test('is found by each of its records, and by no other', async () => {
    const { rows } = await sql<{ id: string; slug: string }>`
      select id, slug from app.alliance where workspace_id = (select id from app.workspace where slug = 'logged')
      order by position`.execute(superuser);
    const typed = await ask('POST', '/workspaces/logged/alliances', { name: 'Typed in' });
    for (const { slug } of [rows[0], rows[77], rows.at(-1)].filter((row) => row !== undefined)) {
      const { body } = await ask('GET', `/workspaces/logged/changes?record=alliance:${slug}`);
      expect((body as unknown as ChangeSetPageAnswer).items.map(({ id }) => id)).toEqual([change]);
    }
    const { body } = await ask('GET', `/workspaces/logged/changes?record=alliance:${typed.id}`);
    expect((body as unknown as ChangeSetPageAnswer).items.map(({ id }) => id)).toEqual([
      String(typed.headers['entente-change']),
    ]);
  });

  test('is what undo goes by, and undoing the undo', async () => {
    const made = await imported('undone');
    const full = await rowsOf('undone');
    const undone = await ask('POST', `/workspaces/undone/changes/${made}/undo`, {});
    expect(undone.status, undone.text).toBe(201);
    expect(await rowsOf('undone')).toEqual(new Map());
    const again = await ask('POST', `/workspaces/undone/changes/${String(undone.headers['entente-change'])}/undo`, {});
    expect(again.status, again.text).toBe(201);
    const back = await rowsOf('undone');
    expect([...back.keys()].sort()).toEqual([...full.keys()].sort());
    expect(await verdictOf('undone')).toMatchObject({ entries: 3, rows: 3 * full.size, faults: [] });
  });

  test.each([
    ['a value', sql`update app.change_bundle set content = replace(content, 'Venture 7"', 'Venture 8"')`],
    ['a bundle', sql`delete from app.change_bundle`],
    ['whose rows they are', sql`update app.change_bundle set record_ids = row_ids`],
  ])('is covered by the audit: %s is not altered unseen', async (what, statement) => {
    const slug = `altered-${what.replaceAll(' ', '-')}`;
    const made = await imported(slug);
    expect((await verdictOf(slug)).faults).toEqual([]);
    await superuser.transaction().execute(async (transaction) => {
      await sql`set local session_replication_role = replica`.execute(transaction);
      await sql`${statement} where change_set_id = ${made} and table_name = 'claim'`.execute(transaction);
    });
    expect((await verdictOf(slug)).faults.map(({ code }) => code)).toEqual(['audit-rows-differ']);
  });
});
