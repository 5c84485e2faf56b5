import type { ImportAnswer } from '@entente/contract/register';
import { describe, expect, test } from 'vitest';
import type { Reply } from '../register/test-server.ts';
import { importServer } from './test-imports.ts';

const server = await importServer();
const { ask, upload, workspace } = server;

const importOf = (reply: Reply): ImportAnswer => reply.body as ImportAnswer;
const matching = (reply: Reply): Record<string, string> => ({ 'if-match': String(reply.headers['etag']) });

const TABLE = `alliance,member,start,end,form,share,country
Kunshan,Lioho,1992,,JV,90,TW
Kunshan,Tsusho,1992,,JV,10,JP
Tianjin,Lioho,2001,,JV,46,TW
Tianjin,Takaoka,2001,,JV,54,JP
`;

const countOf = async (at: string, collection: string): Promise<number> =>
  Number((await ask('GET', `${at}/${collection}?limit=1`)).body['total']);

describe('an import', () => {
  test('is uploaded, shown, committed as one change, and undone as one', async () => {
    const at = await workspace('flow');
    const uploaded = await upload(at, 'alliances.csv', TABLE);
    expect(uploaded.status, uploaded.text).toBe(201);
    const draft = importOf(uploaded);
    expect(draft).toMatchObject({
      name: 'alliances.csv',
      status: 'ready',
      encoding: 'utf-8',
      delimiter: ',',
      layout: 'members',
      headerRow: 1,
      rowCount: 4,
      problemTotal: 0,
      openQuestions: 0,
    });
    expect(draft.columns.map(({ mapping }) => mapping)).toEqual([
      'name',
      'member',
      'start',
      'end',
      'form',
      'share',
      'country',
    ]);
    expect(draft.plan).toContainEqual({ collection: 'alliances', creates: 2, changes: 0, outranked: 0, unchanged: 0 });
    expect(await countOf(at, 'alliances')).toBe(0);

    const done = await ask('POST', `${at}/imports/${draft.id}/commit`, { reason: 'first table' }, matching(uploaded));
    expect(done.status, done.text).toBe(201);
    expect(done.body).toMatchObject({
      import: { status: 'committed' },
      change: { command: 'import', reason: 'first table' },
    });
    expect([await countOf(at, 'alliances'), await countOf(at, 'memberships'), await countOf(at, 'stakes')]).toEqual([
      2, 4, 4,
    ]);

    const change = String(done.headers['entente-change']);
    const undone = await ask('POST', `${at}/changes/${change}/undo`, {});
    expect(undone.status, undone.text).toBe(201);
    expect([await countOf(at, 'alliances'), await countOf(at, 'organisations'), await countOf(at, 'claims')]).toEqual([
      0, 0, 0,
    ]);
  });

  test('of the same table again changes nothing, and makes no change', async () => {
    const at = await workspace('again');
    const first = await upload(at, 'alliances.csv', TABLE);
    await ask('POST', `${at}/imports/${first.id}/commit`, {}, matching(first));
    const again = await upload(at, 'alliances.csv', TABLE);
    expect(importOf(again).plan.map(({ collection, creates, changes }) => [collection, creates, changes])).toEqual(
      importOf(again).plan.map(({ collection }) => [collection, 0, 0]),
    );
    const version = (await ask('GET', at)).body['version'];
    const done = await ask('POST', `${at}/imports/${again.id}/commit`, {}, matching(again));
    expect(done.status, done.text).toBe(201);
    expect(done.body['change']).toBe(null);
    expect((await ask('GET', at)).body['version']).toEqual(version);
  });
});
