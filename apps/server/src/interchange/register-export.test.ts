import path from 'node:path';
import type { ImportAnswer } from '@entente/contract/register';
import {
  csvOf,
  givenFromFiles,
  isRegisterTable,
  kindOf,
  registerFromTables,
  tablesOf,
} from '@entente/core/interchange';
import { describe, expect, test } from 'vitest';
import { shippedCases } from '../register/case-library.ts';
import { localCaller } from '../register/demo.commands.ts';
import { loadIntoWorkspace } from '../register/load.commands.ts';
import { Snapshots } from '../register/snapshot.commands.ts';
import { importServer } from './test-imports.ts';

const server = await importServer();
const { ask, upload, workspace } = server;
const caller = await localCaller(server.database.app, '2026-11-22');

async function exported(at: string): Promise<Uint8Array> {
  const reply = await server.app.inject({ url: `/api/v1${at}/export?as=xlsx`, headers: { host: 'localhost:15500' } });
  if (reply.statusCode !== 200) throw new Error(reply.body);
  expect(reply.headers['content-disposition']).toMatch(
    /^attachment; filename="entente-[a-z-]+-register-\d{4}-\d\d-\d\d\.xlsx"$/,
  );
  return new Uint8Array(reply.rawPayload);
}

/** What a table would do to the workspace that it came from, where it would do anything. */
function differences(draft: ImportAnswer): unknown[] {
  const { layout, problems, openMatches, openQuestions, leftOut } = draft;
  const plan = draft.plan.filter(({ creates, changes, outranked }) => creates + changes + outranked > 0);
  const counts = [plan.length, draft.problemTotal, openMatches, openQuestions, leftOut.length];
  return counts.every((count) => count === 0) ? [] : [[layout, plan, problems.slice(0, 3), counts]];
}

describe('a whole register', () => {
  test('of the ten cases leaves as one workbook, of which no sheet changes anything when it comes back', async () => {
    const at = await workspace('cases');
    expect(
      (
        await loadIntoWorkspace(caller, 'cases', shippedCases(path.join(import.meta.dirname, '../../../..')), {
          reason: 'cases',
          replace: true,
        })
      ).ok,
    ).toBe(true);
    await ask('POST', `${at}/custom-fields`, {
      kind: 'alliance',
      key: 'priority',
      as: 'term',
      labels: { en: 'Priority', ja: '優先度' },
      terms: [{ term: 'high', labels: { en: 'very high' } }],
    });
    const [alliance] = (
      (await ask('GET', `${at}/alliances?limit=1`)).body as { items: { id: string; version: number }[] }
    ).items;
    const set = await ask(
      'PATCH',
      `${at}/alliances/${alliance?.id}`,
      { custom: { priority: 'high' } },
      { 'if-match': `"${alliance?.version}"` },
    );
    expect(set.status, set.text).toBe(200);
    const bytes = await exported(at);

    const given = await givenFromFiles([{ path: 'register.xlsx', bytes }]);
    if (!given.ok) throw new Error(JSON.stringify(given.problems));
    expect(given.value.every(isRegisterTable)).toBe(true);
    const { rows, ownFields, problems } = registerFromTables(given.value);
    expect(problems).toEqual([]);
    expect(ownFields).toMatchObject([{ kind: 'alliance', key: 'priority', as: 'term', labels: { ja: '優先度' } }]);
    const now = await new Snapshots().snapshotOf(caller, 'cases');
    if (!now.ok) throw new Error(JSON.stringify(now.problems));
    expect(tablesOf(rows)).toEqual(tablesOf(now.value.rows));

    // A sheet of the workbook itself, and every table as a CSV file of an export.
    const first = await upload(at, 'register.xlsx', bytes);
    const version = { 'if-match': String(first.headers['etag']) };
    const stakes = await ask('PATCH', `${at}/imports/${first.id}`, { sheet: 'stakes' }, version);
    expect(stakes.body['layout']).toBe('records:stake');
    expect([...differences(first.body as ImportAnswer), ...differences(stakes.body as ImportAnswer)]).toEqual([]);
    for (const table of tablesOf(rows)) {
      if (kindOf(table.collection) === null || table.rows.length === 0) continue;
      const { body } = await upload(at, `${table.collection}.csv`, csvOf(table));
      expect([table.collection, ...differences(body as unknown as ImportAnswer)]).toEqual([table.collection]);
    }
  }, 300_000);
});
