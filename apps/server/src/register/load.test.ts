import type { RegisterRows } from '@entente/core/register';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { projectFolder } from '../platform/configuration.ts';
import { freshDatabase } from '../platform/test-database.ts';
import { shippedCases } from './case-library.ts';
import { undoChange } from './undo.commands.ts';
import { createDemoWorkspace, DEMO, localCaller, resetDemo } from './demo.commands.ts';
import { createRecord } from './records.commands.ts';
import { Snapshots } from './snapshot.commands.ts';
import { LISTS } from './stored-rows.ts';

const database = await freshDatabase();
afterAll(() => database.remove());
const cases = shippedCases(projectFolder);
const caller = await localCaller(database.app, '2026-11-22');

/** The kind of record that a field of the model refers to by id. */
const REFERS_TO: Readonly<Record<string, string>> = {
  organisation: 'organisation',
  issuer: 'organisation',
  holder: 'organisation',
  venture: 'organisation',
  dispatchedFrom: 'organisation',
  dispatchedTo: 'organisation',
  alliance: 'alliance',
  endedInto: 'alliance',
  house: 'house',
};

/** The rows with each id replaced by kind and place in its list, which two registers of one content share. */
function withPlainIds(rows: RegisterRows): unknown {
  const plain = new Map(
    LISTS.flatMap(([kind, list]) => rows[list].map((row, at) => [`${kind} ${row.id}`, `${kind} ${at}`])),
  );
  const named = JSON.stringify(rows, (key, value: unknown) => {
    if (typeof value === 'string' && key in REFERS_TO) return plain.get(`${REFERS_TO[key]} ${value}`) ?? value;
    const isSubject = typeof value === 'object' && value !== null && Object.keys(value).join() === 'kind,id';
    return isSubject ? plain.get(Object.values(value).join(' ')) : value;
  });
  const copy = JSON.parse(named) as Record<string, { id: string }[]>;
  for (const [, list] of LISTS) copy[list] = (copy[list] ?? []).map((row, at) => ({ ...row, id: String(at) }));
  return copy;
}

async function storedRows(): Promise<RegisterRows> {
  const outcome = await new Snapshots().snapshotOf(caller, DEMO);
  if (!outcome.ok) throw new Error(outcome.problems[0]?.message);
  return outcome.value.rows;
}

async function versionNow(): Promise<number> {
  const { rows } = await sql<{ version: string }>`select version from app.workspace where slug = ${DEMO}`.execute(
    database.superuser,
  );
  return Number(rows[0]?.version);
}

test('the first start makes the demo; the case library comes back as it went in, ids and order included', async () => {
  expect(await createDemoWorkspace(caller, () => Promise.resolve(cases))).toBe(true);
  expect(cases.claims.length).toBeGreaterThan(1000);
  expect(withPlainIds(await storedRows())).toEqual(withPlainIds(cases));
  expect(await versionNow()).toBe(1);
});

test('a later start finds a workspace and neither reads the cases nor changes anything', async () => {
  const unread = (): Promise<RegisterRows> => Promise.reject(new Error('read'));
  expect(await createDemoWorkspace(caller, unread)).toBe(false);
  expect(await versionNow()).toBe(1);
});

test('a reset restores the library as one change, and undoing the reset brings back what was there', async () => {
  const added = await createRecord(caller, DEMO, 'organisation', { name: 'Added by hand' });
  expect(added.ok).toBe(true);
  const before = withPlainIds(await storedRows());
  const reset = await resetDemo(caller, cases);
  expect(reset.ok).toBe(true);
  expect(withPlainIds(await storedRows())).toEqual(withPlainIds(cases));
  if (!reset.ok) return;
  const undone = await undoChange(caller, DEMO, reset.value.headers['entente-change'] ?? '', null);
  expect(undone).toMatchObject({ ok: true });
  expect(withPlainIds(await storedRows())).toEqual(before);
});

test('snapshots are kept by version: the same until a change, then new', async () => {
  const snapshots = new Snapshots(2);
  const first = await snapshots.snapshotOf(caller, DEMO);
  const second = await snapshots.snapshotOf(caller, DEMO);
  if (!first.ok || !second.ok) throw new Error('no snapshot');
  expect(second.value).toBe(first.value);
  await createRecord(caller, DEMO, 'house', { name: 'A house' });
  const third = await snapshots.snapshotOf(caller, DEMO);
  expect(third.ok && third.value.rows.houses.length).toBe(first.value.rows.houses.length + 1);
});
