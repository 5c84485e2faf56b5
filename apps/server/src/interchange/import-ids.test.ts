import type { ImportAnswer } from '@entente/contract/register';
import { describe, expect, test } from 'vitest';
import type { Reply } from '../register/test-server.ts';
import { importServer } from './test-imports.ts';

const server = await importServer();
const { ask, upload, workspace } = server;

const importOf = (reply: Reply): ImportAnswer => reply.body as ImportAnswer;
const matching = (reply: Reply): Record<string, string> => ({ 'if-match': String(reply.headers['etag']) });

/** A list as the browser exports it to be read in again. */
async function exported(at: string, collection: string): Promise<string> {
  const url = `/api/v1${at}/${collection}/table?headings=names`;
  const reply = await server.app.inject({ url, headers: { host: 'localhost:15500' } });
  if (reply.statusCode !== 200) throw new Error(reply.body);
  return reply.body;
}

async function commit(at: string, reply: Reply): Promise<Reply> {
  const done = await ask('POST', `${at}/imports/${importOf(reply).id}/commit`, {}, matching(reply));
  expect(done.status, done.text).toBe(201);
  return done;
}

const changed = (draft: ImportAnswer) =>
  draft.plan
    .filter(({ creates, changes }) => creates + changes > 0)
    .map(({ collection, creates, changes }) => [collection, creates, changes]);

describe('a table with the ids of records', () => {
  test('renames an event that it calls otherwise, instead of adding one', async () => {
    const at = await workspace('ids-events');
    await ask('POST', `${at}/organisations`, { slug: 'lioho', name: 'Lioho' });
    for (const title of ['Signed', 'Opened'])
      await ask('POST', `${at}/events`, { title, date: '2001', about: [{ kind: 'organisation', id: 'lioho' }] });
    const table = await exported(at, 'events');
    const same = importOf(await upload(at, 'events.csv', table));
    expect(same).toMatchObject({ layout: 'records:event', status: 'ready', warningTotal: 0 });
    expect(changed(same)).toEqual([]);
    const reply = await upload(at, 'events.csv', table.replace('Signed', 'Contract signed'));
    expect(importOf(reply).warnings).toMatchObject([{ code: 'record-renamed', line: 2 }]);
    expect(changed(importOf(reply))).toEqual([['events', 0, 1]]);
    await commit(at, reply);
    const { items } = (await ask('GET', `${at}/events`)).body as { items: { title: string }[] };
    expect(items.map(({ title }) => title).sort()).toEqual(['Contract signed', 'Opened']);
  });

  test('tells an id that is no record of the workspace, and one that stands twice', async () => {
    const at = await workspace('ids-unknown');
    await ask('POST', `${at}/houses`, { name: 'Here' });
    const [head = '', row = ''] = (await exported(at, 'houses')).split('\r\n');
    const strange = row.replace(/[0-9a-f]{8}-/, '00000000-').replace(/Here|here/g, 'There');
    const draft = importOf(await upload(at, 'houses.csv', [head, row, strange, row, ''].join('\r\n')));
    expect(draft.problems.map(({ line, column, code }) => [line, column, code])).toEqual([
      [3, 0, 'id-unknown'],
      [4, 0, 'id-taken'],
    ]);
    expect(draft.status).toBe('asking');
  });

  test('finds stakes, which have no name, by their ids', async () => {
    const at = await workspace('ids-stakes');
    for (const slug of ['venture', 'parent']) await ask('POST', `${at}/organisations`, { slug, name: slug });
    await ask('POST', `${at}/stakes`, { issuer: 'venture', holder: 'parent', share: '40', from: '1994' });
    await ask('POST', `${at}/stakes`, { issuer: 'venture', holder: 'parent', share: '50', from: '2001' });
    const table = await exported(at, 'stakes');
    expect(changed(importOf(await upload(at, 'stakes.csv', table)))).toEqual([]);
    const draft = importOf(await upload(at, 'stakes.csv', table.replace('1994', '1995')));
    expect([draft.problems, changed(draft)]).toEqual([[], [['stakes', 0, 1]]]);
  });

  test('shows a name that is that of another record', async () => {
    const at = await workspace('ids-contradict');
    for (const name of ['Alpha', 'Beta']) await ask('POST', `${at}/organisations`, { name });
    const table = (await exported(at, 'organisations')).replace('Alpha', 'Beta');
    const draft = importOf(await upload(at, 'organisations.csv', table));
    expect(draft.warnings.map(({ code }) => code)).toEqual(['id-contradicts']);
    expect(draft.openMatches).toBe(0);
  });
});

describe('fields without claims of organisations that are there', () => {
  test('take what a table of members states, in one change that is undone with it', async () => {
    const at = await workspace('facts');
    await ask('POST', `${at}/organisations`, { slug: 'lioho', name: 'Lioho', country: 'JP' });
    const reply = await upload(
      at,
      'members.csv',
      'alliance,member,form,start,country,place\nA,Lioho,JV,1992,TW,Taoyuan\nA,Tsusho,JV,1992,JP,\nB,Lioho,JV,1993,TW,Taoyuan\nB,Tsusho,JV,1993,US,\n',
    );
    expect(importOf(reply).problems).toEqual([]);
    expect(importOf(reply).warnings.map(({ code, line }) => [code, line])).toEqual([['rows-contradict', 5]]);
    const done = await commit(at, reply);
    expect((await ask('GET', `${at}/organisations/lioho`)).body).toMatchObject({ country: 'TW', place: 'Taoyuan' });
    expect((await ask('GET', `${at}/organisations/tsusho`)).body).toMatchObject({ country: 'JP' });
    const undone = await ask('POST', `${at}/changes/${String(done.headers['entente-change'])}/undo`, {});
    expect(undone.status, undone.text).toBe(201);
    expect((await ask('GET', `${at}/organisations/lioho`)).body).toMatchObject({ country: 'JP', place: null });
  });

  test('take what a table of organisations states, but keep their short names and say so', async () => {
    const at = await workspace('facts-records');
    await ask('POST', `${at}/organisations`, { slug: 'lioho', name: 'Lioho', country: 'JP' });
    const table = (await exported(at, 'organisations')).replace('JP', 'TW').replace(/lioho/, 'liuhe');
    const reply = await upload(at, 'organisations.csv', table);
    expect(importOf(reply).warnings.map(({ code }) => code)).toEqual(['value-kept']);
    expect(changed(importOf(reply))).toEqual([['organisations', 0, 1]]);
    await commit(at, reply);
    expect((await ask('GET', `${at}/organisations/lioho`)).body).toMatchObject({ country: 'TW', slug: 'lioho' });
  });
});
