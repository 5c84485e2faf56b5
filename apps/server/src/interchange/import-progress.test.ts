import type { ImportAnswer, ImportProgress } from '@entente/contract/register';
import { expect, test } from 'vitest';
import { importServer } from './test-imports.ts';

const { ask, upload, workspace } = await importServer();

/** Ventures of two members: enough rows for several of the portions in which they are written. */
const TABLE = [
  'alliance,member,start,end,form,share',
  ...Array.from(
    { length: 2_500 },
    (_, at) => `Venture ${at},Firm ${at},1990,,JV,60\nVenture ${at},Firm ${at + 1},1990,,JV,40`,
  ),
].join('\n');

test('an import that is being written tells how far it is; stopped, it leaves nothing behind and can be written again', async () => {
  const at = await workspace('long-one');
  const uploaded = await upload(at, 'ventures.csv', TABLE);
  const { id } = uploaded.body as ImportAnswer;
  const progress = async (): Promise<ImportProgress['writing']> =>
    ((await ask('GET', `${at}/imports/${id}/writing`)).body as ImportProgress).writing;
  expect(await progress()).toBeNull();

  const headers = { 'if-match': String(uploaded.headers['etag']) };
  const commit = ask('POST', `${at}/imports/${id}/commit`, {}, headers);
  const seen: number[] = [];
  for (let now = await progress(); (now?.written ?? 0) === 0; now = await progress()) if (now) seen.push(now.total);
  expect(seen.every((total) => total > 20_000)).toBe(true);
  expect((await ask('DELETE', `${at}/imports/${id}/writing`)).status).toBe(204);
  const stopped = await commit;
  expect([stopped.status, stopped.body['type']]).toEqual([409, '/docs/errors/import-stopped']);
  expect((await ask('GET', `${at}/alliances?limit=1`)).body['total']).toBe(0);
  expect(await progress()).toBeNull();

  expect((await ask('POST', `${at}/imports/${id}/commit`, {}, headers)).status).toBe(201);
  expect((await ask('GET', `${at}/alliances?limit=1`)).body['total']).toBe(2_500);
});

test('the progress of an import that is not there is not there either', async () => {
  const at = await workspace('short-one');
  const nowhere = `${at}/imports/00000000-0000-4000-8000-000000000000/writing`;
  expect([(await ask('GET', nowhere)).status, (await ask('DELETE', nowhere)).status]).toEqual([404, 404]);
});
