import type { ImportAnswer, ImportRowsAnswer } from '@entente/contract/register';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Reply } from '../register/test-server.ts';
import { importServer } from './test-imports.ts';

const server = await importServer();
const { ask, upload, workspace } = server;

const importOf = (reply: Reply): ImportAnswer => reply.body as ImportAnswer;
const matching = (reply: Reply): Record<string, string> => ({ 'if-match': String(reply.headers['etag']) });

const HEADINGS = 'alliance,member,start,end,form,share,country';
const TABLE = `${HEADINGS}
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

  test('proposes that two new names are one organisation’s, and makes them one when somebody says so', async () => {
    const at = await workspace('spellings');
    const table = `${HEADINGS}\nA,Yamazaki Mazak,1990,,JV,50,\nA,Heron,1990,,JV,50,\nB,YAMAZAKI MAZAK K.K.,1991,,JV,50,\nB,Tern & Finch,1991,,JV,50,\nC,Tern＆Finch,1992,,JV,50,\nC,Heron,1992,,JV,50,\n`;
    const reply = await upload(at, 'spellings.csv', table);
    const match = (draft: ImportAnswer, name: string) => draft.matches.find((each) => each.name === name);
    const spelled = match(importOf(reply), 'YAMAZAKI MAZAK K.K.');
    expect(spelled).toMatchObject({
      choice: 'new',
      candidates: [{ organisation: 'same:Yamazaki Mazak', confidence: 0.96, reason: 'legal form aside' }],
    });
    const firms = (draft: ImportAnswer) => draft.plan.find(({ collection }) => collection === 'organisations')?.creates;
    // Three ventures, and Yamazaki twice, Heron, Tern.
    expect([importOf(reply).openMatches, firms(importOf(reply))]).toEqual([0, 7]);
    const said = await ask(
      'PATCH',
      `${at}/imports/${reply.id}`,
      { choices: { 'YAMAZAKI MAZAK K.K.': 'same:Yamazaki Mazak' } },
      matching(reply),
    );
    expect([match(importOf(said), 'YAMAZAKI MAZAK K.K.')?.chosen, firms(importOf(said))]).toEqual([true, 6]);
    const done = await ask('POST', `${at}/imports/${reply.id}/commit`, {}, matching(said));
    expect(done.status, done.text).toBe(201);
    expect(await countOf(at, 'organisations')).toBe(6);
  });

  test('tells what each cell was read as, beside what is written', async () => {
    const at = await workspace('readings');
    const table =
      'alliance,partner 1,partner 2,shares,start,form,country 1\nA,Heron,Tern,50%:５０%,31.12.2003,Equity JV,Japan\nTotal,,,100,,,\nB,Heron,Tern,,n/a,OEM,nowhere\n';
    const draft = importOf(await upload(at, 'readings.csv', table));
    const { items } = (await ask('GET', `${at}/imports/${draft.id}/rows`)).body as unknown as ImportRowsAnswer;
    const read = items.map(({ cells }) =>
      cells.map((cell) => cell.read.map(({ field, value }) => `${field} ${value}`)),
    );
    expect(read).toEqual([
      [
        ['name A'],
        ['member.1 Heron'],
        ['member.2 Tern'],
        ['shares 50:50'],
        ['start 2003-12-31'],
        ['form joint-venture'],
        ['country.1 JP'],
      ],
      [[], [], [], [], [], [], []],
      [['name B'], ['member.1 Heron'], ['member.2 Tern'], [], [], ['form oem'], []],
    ]);
    expect(items[0]?.cells[4]?.text).toBe('31.12.2003');
  });

  test('shows its rows to whoever looks while it is corrected', async () => {
    const at = await workspace('looked-at');
    const rows = Array.from({ length: 400 }, (_, nth) => `Venture ${nth},Firm ${nth % 40},1990,,JV,50,`);
    let draft = await upload(at, 'looked-at.csv', `${HEADINGS}\n${rows.join('\n')}`);
    const address = `${at}/imports/${draft.id}`;
    for (let round = 0; round < 2; round += 1) {
      const looks = [0, 50, 100, 150, 200, 250].map((offset) =>
        ask('GET', `${address}/rows?offset=${offset}&limit=50`),
      );
      const corrected = ask('PATCH', address, { cells: { '1:2': `199${round}` } }, matching(draft));
      const [seen, after] = [await Promise.all(looks), await corrected];
      expect(after.status).toBe(200);
      expect(seen.map(({ status, body }) => [status, body['code']])).toEqual(looks.map(() => [200, undefined]));
      const firstLines = seen.map(({ body }) => (body['items'] as { line: number }[])[0]?.line);
      expect(firstLines).toEqual([2, 52, 102, 152, 202, 252]);
      draft = after;
    }
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

  test('matches firms by other spellings, asks where several may be meant, and takes choices', async () => {
    const at = await workspace('matching');
    const known = await ask('POST', `${at}/organisations`, { name: 'Lioho Machine Works Co., Ltd.' });
    await ask('POST', `${at}/organisations`, { name: 'Takaoka Electric' });
    const table = TABLE.replaceAll('Lioho', 'ＬＩＯＨＯ Machine Works').replace('Takaoka', 'Takaoka Electrik');
    const reply = await upload(at, 'matching.csv', table);
    const draft = importOf(reply);
    const match = (name: string) => draft.matches.find((each) => each.name === name);
    expect(match('ＬＩＯＨＯ Machine Works')).toMatchObject({ choice: known.id, chosen: false });
    expect(match('Takaoka Electrik')).toMatchObject({ choice: null, candidates: [{ name: 'Takaoka Electric' }] });
    expect(match('Tsusho')).toMatchObject({ choice: 'new' });
    expect(draft).toMatchObject({ status: 'asking', openMatches: 1 });
    const refused = await ask('POST', `${at}/imports/${draft.id}/commit`, {}, matching(reply));
    expect(refused.body).toMatchObject({ status: 409, code: 'import-not-ready' });
    const chosen = await ask(
      'PATCH',
      `${at}/imports/${draft.id}`,
      { choices: { 'Takaoka Electrik': match('Takaoka Electrik')?.candidates[0]?.organisation ?? '' } },
      matching(reply),
    );
    expect(importOf(chosen)).toMatchObject({ status: 'ready', openMatches: 0 });
    const done = await ask('POST', `${at}/imports/${draft.id}/commit`, {}, matching(chosen));
    expect(done.status, done.text).toBe(201);
    // Two ventures and Tsusho are new; Lioho and Takaoka were there.
    expect(await countOf(at, 'organisations')).toBe(5);
  });

  test('changes values by claims of the table, where these rank best; undo brings the earlier state back', async () => {
    const at = await workspace('changes');
    const first = await upload(at, 'one.csv', TABLE);
    await ask('POST', `${at}/imports/${first.id}/commit`, {}, matching(first));
    const { body } = await ask('GET', `${at}/alliances?q=Kunshan`);
    const [kunshan] = body['items'] as { id: string; version: number }[];
    const preferred = await ask('POST', `${at}/claims`, {
      subject: { kind: 'alliance', id: kunshan?.id },
      field: 'start',
      value: '1993',
      source: 'table',
      place: 'p. 1',
      rank: 'preferred',
      reason: 'The deed says so',
    });
    expect(preferred.status, preferred.text).toBe(201);
    const before = await Promise.all(
      ['alliances', 'stakes', 'claims'].map((name) => ask('GET', `${at}/${name}?limit=200`)),
    );
    const table = TABLE.replaceAll('1992', '1991').replace(',46,', ',45,');
    const second = await upload(at, 'two.csv', table);
    expect(importOf(second).status, second.text).toBe('ready');
    const plan = Object.fromEntries(importOf(second).plan.map(({ collection, ...counts }) => [collection, counts]));
    expect(plan['alliances']).toEqual({ creates: 0, changes: 0, outranked: 1, unchanged: 2 });
    const done = await ask('POST', `${at}/imports/${second.id}/commit`, {}, matching(second));
    expect(done.status, done.text).toBe(201);
    const after = await ask('GET', `${at}/alliances/${kunshan?.id}?include=claims`);
    expect(after.body['start']).toBe('1993');
    const undone = await ask('POST', `${at}/changes/${String(done.headers['entente-change'])}/undo`, {});
    expect(undone.status, undone.text).toBe(201);
    const restored = await Promise.all(
      ['alliances', 'stakes', 'claims'].map((name) => ask('GET', `${at}/${name}?limit=200`)),
    );
    const plain = (replies: readonly Reply[]): unknown =>
      replies.map((reply) =>
        (reply.body['items'] as Record<string, unknown>[]).map(({ version: _v, updatedAt: _u, ...rest }) => rest),
      );
    expect(plain(restored)).toEqual(plain(before));
  });

  test('is written once, however often it is asked for under one key; then it is done', async () => {
    const at = await workspace('once');
    const key = { 'idempotency-key': 'upload-1' };
    const first = await upload(at, 'one.csv', TABLE, {}, key);
    expect((await upload(at, 'one.csv', TABLE, {}, key)).id).toBe(first.id);
    expect((await upload(at, 'one.csv', `${TABLE}\n`, {}, key)).body).toMatchObject({ code: 'idempotency-key-reused' });
    const commit = () =>
      ask('POST', `${at}/imports/${first.id}/commit`, {}, { ...matching(first), 'idempotency-key': 'commit-1' });
    const [one, two] = [await commit(), await commit()];
    expect([one.status, two.status]).toEqual([201, 201]);
    expect(two.headers['entente-change']).toBe(one.headers['entente-change']);
    expect(await countOf(at, 'alliances')).toBe(2);
    const anew = { 'if-match': '"2"' };
    expect((await ask('POST', `${at}/imports/${first.id}/commit`, {}, anew)).body).toMatchObject({
      code: 'import-committed',
    });
    expect((await ask('PATCH', `${at}/imports/${first.id}`, { keep: [] }, anew)).body).toMatchObject({
      code: 'import-committed',
    });
  });

  test('committed while others write loses nothing of either', async () => {
    const at = await workspace('race');
    const first = await upload(at, 'one.csv', TABLE);
    await ask('POST', `${at}/imports/${first.id}/commit`, {}, matching(first));
    const { body } = await ask('GET', `${at}/alliances?q=Tianjin`);
    const [tianjin] = body['items'] as { id: string; version: number }[];
    const second = await upload(
      at,
      'two.csv',
      TABLE.replace('Tianjin,Lioho,2001', 'Tianjin,Lioho,2002').replace('Tianjin,Takaoka,2001', 'Tianjin,Takaoka,2002'),
    );
    const twice = await upload(
      at,
      'two.csv',
      `${HEADINGS}\nFuzhou,Lioho,2005,,licence,,TW\nFuzhou,Tsusho,2005,,licence,,JP\n`,
    );
    const replies = await Promise.all([
      ask('POST', `${at}/imports/${second.id}/commit`, {}, matching(second)),
      ask('PATCH', `${at}/alliances/${tianjin?.id}`, { status: 'running' }, { 'if-match': `"${tianjin?.version}"` }),
      ask('POST', `${at}/imports/${twice.id}/commit`, {}, matching(twice)),
    ]);
    expect(
      replies.map(({ status }) => status),
      replies.map(({ text }) => text.slice(0, 200)).join(),
    ).toEqual([201, 200, 201]);
    const after = await ask('GET', `${at}/alliances/${tianjin?.id}?include=claims`);
    expect(after.body['status']).toBe('running');
    expect(after.text).toContain('"2002"');
    expect(await countOf(at, 'alliances')).toBe(3);
  });

  test('is its owner’s alone, in its workspace alone', async () => {
    const at = await workspace('mine');
    const other = await workspace('other');
    const reply = await upload(at, 'one.csv', TABLE);
    expect((await ask('GET', `${other}/imports/${reply.id}`)).body).toMatchObject({ status: 404 });
    const { rows } = await sql<{ id: string }>`
      insert into app.person (name) values ('Somebody else') returning id`.execute(server.database.superuser);
    await sql`update app.import set actor_id = ${rows[0]?.id} where id = ${reply.id}`.execute(
      server.database.superuser,
    );
    expect((await ask('GET', `${at}/imports/${reply.id}`)).body).toMatchObject({ status: 404 });
    expect((await ask('GET', `${at}/imports`)).body['items']).toEqual([]);
    expect((await ask('POST', `${at}/imports/${reply.id}/commit`, {}, matching(reply))).status).toBe(404);
  });

  test('remembers how columns are read, and says so', async () => {
    const at = await workspace('mappings');
    const odd = 'Wer,Mit wem,Seit\nKunshan,Lioho,1992\nKunshan,Tsusho,1992\n';
    const mapping = { Wer: 'name', 'Mit wem': 'member', Seit: 'start' };
    const made = await ask('POST', `${at}/import-mappings`, {
      name: 'Our list',
      headings: Object.keys(mapping),
      layout: 'members',
      mapping,
    });
    expect(made.status, made.text).toBe(201);
    const reply = await upload(at, 'odd.csv', odd);
    expect(importOf(reply)).toMatchObject({ layout: 'members', mappingUsed: { id: made.id, name: 'Our list' } });
    expect(importOf(reply).columns.map((column) => column.mapping)).toEqual(['name', 'member', 'start']);
    const wrong = await ask('POST', `${at}/import-mappings`, {
      name: 'x',
      headings: ['a'],
      layout: 'members',
      mapping: { a: 'colour' },
    });
    expect(wrong.body).toMatchObject({ status: 422, code: 'field-unknown' });
    expect((await ask('DELETE', `${at}/import-mappings/${made.id}`)).status).toBe(204);
    expect((await ask('GET', `${at}/import-mappings`)).body['items']).toEqual([]);
  });
});

test('a field of the workspace’s own that is made while an import waits can be chosen at once', async () => {
  const at = await workspace('own-field-later');
  const uploaded = await upload(at, 'alliances.csv', TABLE);
  const fieldsNow = async (): Promise<string[]> => {
    const { body } = await ask('GET', `${at}/imports/${importOf(uploaded).id}`);
    return (body as ImportAnswer).fields.filter(({ about }) => about === 'own').map(({ field }) => field);
  };
  expect(await fieldsNow()).toEqual([]);
  const made = await ask('POST', `${at}/custom-fields`, {
    kind: 'alliance',
    key: 'priority',
    labels: { en: 'Priority' },
    as: 'line',
  });
  expect(made.status, made.text).toBe(201);
  expect(await fieldsNow()).toEqual(['custom.priority']);
});
