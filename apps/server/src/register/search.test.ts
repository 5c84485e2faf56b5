import { describe, expect, test } from 'vitest';
import { prepared, tag } from './test-records.ts';
import { testServer } from './test-server.ts';

const server = await testServer();
const { ask } = server;
const path = await prepared(server, 'search');
const other = await prepared(server, 'elsewhere');

async function record(where: string, body: object): Promise<void> {
  const { status, text } = await ask('POST', where, body);
  if (status !== 201) throw new Error(text);
}

await record(`${path}/organisations`, { name: 'Takamatsu Machinery', slug: 'takamatsu', country: 'JP', kind: 'firm' });
await record(`${path}/organisation-names`, {
  organisation: 'takamatsu',
  text: '高松機械工業',
  kind: 'full',
  reading: 'たかまつきかいこうぎょう',
});
await record(`${path}/organisation-names`, { organisation: 'takamatsu', text: 'Takamaz', kind: 'former' });
await record(`${path}/organisations`, { name: '六和機械', slug: 'lioho' });
await record(`${path}/organisation-names`, {
  organisation: 'lioho',
  text: '六和',
  kind: 'abbreviation',
  reading: 'liùhé',
});
await record(`${path}/organisations`, { name: 'Fuji', slug: 'fuji' });
await record(`${path}/organisations`, { name: 'Fuji Heavy', slug: 'fuji-heavy' });
await record(`${path}/organisations`, { name: 'Old Fuji Works', slug: 'old-fuji' });
await record(`${path}/organisations`, { name: 'Mt. Fujiyama', slug: 'fujiyama' });
await record(`${path}/organisations`, { name: 'Shinfuji', slug: 'shinfuji' });
await record(`${path}/alliances`, { name: 'Fuji licence', slug: 'fuji-licence', form: 'licence', start: '1987' });
await record(`${path}/houses`, { name: 'Fuji group', slug: 'fuji-group' });
await record(`${path}/house-memberships`, { house: 'fuji-group', organisation: 'fuji', from: '1990' });
await record(`${path}/people`, { name: 'F. Fujita', slug: 'fujita', organisation: 'fuji', role: 'chairman' });
await record(`${path}/people`, { name: '佐藤 健一', slug: 'sato', reading: 'さとう けんいち' });
await record(`${path}/people`, { name: '王小明', slug: 'wang', reading: 'Wáng Xiǎomíng' });
await record(`${path}/houses`, { name: '三菱', slug: 'mitsubishi', reading: 'みつびし' });
await record(`${path}/events`, {
  title: 'Fuji builds a plant',
  slug: 'fuji-plant',
  date: '1994-05',
  kind: 'milestone',
  about: [{ kind: 'alliance', id: 'fuji-licence' }],
});
await record(`${path}/sources`, { key: 'fuji-report', kind: 'report', title: 'Annual report of Fuji', date: '2001' });
await record(`${other}/organisations`, { name: 'Fuji of another workspace', slug: 'stranger' });

type Item = Readonly<Record<string, unknown>> & { readonly slug: string };
async function found(q: string, limit = 20): Promise<readonly Item[]> {
  const { body, text, status } = await ask('GET', `${path}/search?q=${encodeURIComponent(q)}&limit=${limit}`);
  if (status !== 200) throw new Error(text);
  return body['items'] as Item[];
}
const slugs = async (q: string): Promise<string[]> => (await found(q)).map(({ slug }) => slug);

test('finds a person by a reading as soon as it is there, and no longer when it is taken away', async () => {
  await record(`${path}/people`, { name: '陳美玲', slug: 'chen' });
  const read = () => ask('GET', `${path}/people/chen`);
  expect(await slugs('chen meiling')).toEqual([]);
  await ask('PATCH', `${path}/people/chen`, { reading: 'Chén Měilíng' }, tag(await read()));
  expect(await slugs('chen meiling')).toEqual(['chen']);
  const { body } = await ask('GET', `${path}/people?q=meiling`);
  expect(body['items']).toMatchObject([{ slug: 'chen', reading: 'Chén Měilíng' }]);
  await ask('PATCH', `${path}/people/chen`, { reading: null }, tag(await read()));
  expect(await slugs('chen meiling')).toEqual([]);
});

describe('a search of the whole register', () => {
  test.each([
    ['takamatsu', 'takamatsu'],
    ['takamatu', 'takamatsu'],
    ['TAKAMATSU machinery', 'takamatsu'],
    ['高松', 'takamatsu'],
    ['たかまつ', 'takamatsu'],
    ['タカマツ', 'takamatsu'],
    ['ﾀｶﾏﾂ', 'takamatsu'],
    ['ｔａｋａｍａｔｓｕ', 'takamatsu'],
    ['takamaz', 'takamatsu'],
    ['takamatsukikai', 'takamatsu'],
    ['工業', 'takamatsu'],
    ['liuhe', 'lioho'],
    ['六和', 'lioho'],
    ['さとう', 'sato'],
    ['satou', 'sato'],
    ['佐藤', 'sato'],
    ['wang xiaoming', 'wang'],
    ['mitsubishi', 'mitsubishi'],
  ])('finds by %j %j first', async (q, slug) => {
    expect((await slugs(q))[0]).toBe(slug);
  });

  test('names the other name or reading that was found, and only that', async () => {
    expect((await found('takamaz'))[0]).toMatchObject({ name: 'Takamatsu Machinery', matched: 'Takamaz' });
    expect((await found('さとう'))[0]).toMatchObject({ kind: 'person', matched: '佐藤 健一 (さとう けんいち)' });
    expect((await found('佐藤'))[0]).toMatchObject({ kind: 'person', matched: null });
    expect((await found('liuhe'))[0]).toMatchObject({ matched: '六和 (liùhé)', grade: 'exact' });
    expect((await found('takamatsu'))[0]).toMatchObject({
      matched: null,
      grade: 'prefix',
      country: 'JP',
      term: 'firm',
    });
  });

  test('gives records of every kind, best first, then by name', async () => {
    const items = await found('fuji');
    expect(items.map(({ kind, slug, grade }) => [kind, slug, grade])).toEqual([
      ['organisation', 'fuji', 'exact'],
      ['event', 'fuji-plant', 'prefix'],
      ['house', 'fuji-group', 'prefix'],
      ['organisation', 'fuji-heavy', 'prefix'],
      ['alliance', 'fuji-licence', 'prefix'],
      ['source', 'fuji-report', 'word'],
      ['person', 'fujita', 'word'],
      ['organisation', 'fujiyama', 'word'],
      ['organisation', 'old-fuji', 'word'],
      ['organisation', 'shinfuji', 'inside'],
    ]);
  });

  test('tells where a house, a person and an event are shown', async () => {
    const on = Object.fromEntries((await found('fuji')).map((item) => [item.slug, item['on']]));
    expect(on['fuji-group']).toMatchObject({ kind: 'organisation', slug: 'fuji' });
    expect(on['fujita']).toMatchObject({ kind: 'organisation', slug: 'fuji' });
    expect(on['fuji-plant']).toMatchObject({ kind: 'alliance', slug: 'fuji-licence' });
    expect(on['fuji-report']).toBeNull();
  });

  test.each(['!?', '%', '_', '・', ' ', ''])('finds nothing for %j', async (q) => {
    expect(await slugs(q)).toEqual([]);
  });

  test('finds only what holds every word', async () => {
    expect(await slugs('fuji heavy')).toEqual(['fuji-heavy']);
    expect(await slugs('heavy, fuji')).toEqual(['fuji-heavy']);
    expect(await slugs('fuji lioho')).toEqual([]);
  });

  test('never shows a record of another workspace, nor one that a document denies', async () => {
    expect(await slugs('another workspace')).toEqual([]);
    await record(`${path}/organisations`, { name: 'Denied venture', slug: 'denied' });
    expect(await slugs('denied')).toEqual(['denied']);
    await record(`${path}/sources`, { key: 'denier', kind: 'report', title: 'A later report' });
    const { status, text } = await ask('POST', `${path}/claims`, {
      subject: { kind: 'organisation', id: 'denied' },
      field: 'exists',
      value: 'false',
      source: 'denier',
      place: 'p. 1',
      rank: 'preferred',
      reason: 'Registered, never founded',
    });
    expect({ status, text }).toMatchObject({ status: 201 });
    expect(await slugs('denied')).toEqual([]);
  });

  test('follows every change: a new name, another name, a removal, and the undoing of it', async () => {
    expect(await slugs('gunma')).toEqual([]);
    await record(`${path}/organisations`, { name: 'Gunma Tools', slug: 'gunma' });
    expect(await slugs('gunma')).toEqual(['gunma']);
    await record(`${path}/organisation-names`, { organisation: 'gunma', text: '群馬工具', kind: 'alias' });
    expect((await found('群馬'))[0]).toMatchObject({ slug: 'gunma', matched: '群馬工具' });
    const read = await ask('GET', `${path}/organisations/gunma`);
    const change = await ask('PATCH', `${path}/organisations/gunma`, { name: 'Maebashi Tools' }, tag(read));
    expect(change.status).toBe(200);
    expect(await slugs('gunma')).toEqual([]);
    expect(await slugs('maebashi')).toEqual(['gunma']);
    const undone = await ask('POST', `${path}/changes/${String(change.headers['entente-change'])}/undo`, {});
    expect(undone.status).toBe(201);
    expect(await slugs('maebashi')).toEqual([]);
    expect(await slugs('gunma tools')).toEqual(['gunma']);
    const aliases = await ask('GET', `${path}/organisation-names?organisation=gunma`);
    const [alias] = aliases.body['items'] as { id: string; version: number }[];
    const removed = await ask('DELETE', `${path}/organisation-names/${alias?.id}`, undefined, {
      'if-match': `"${alias?.version}"`,
    });
    expect(removed.status).toBe(204);
    expect(await slugs('群馬')).toEqual([]);
  });

  test('answers many at once as one by one', async () => {
    await record(`${path}/organisations`, { name: 'Many at once', slug: 'many' });
    const answers = await Promise.all(Array.from({ length: 8 }, () => slugs('many at once')));
    expect(answers).toEqual(Array.from({ length: 8 }, () => ['many']));
  });

  test('is as long as it was asked to be, and refuses to be longer than 50', async () => {
    expect(await found('fuji', 3)).toHaveLength(3);
    expect((await ask('GET', `${path}/search?q=fuji&limit=51`)).status).toBe(400);
    expect((await ask('GET', `${path}/search`)).status).toBe(400);
    expect((await ask('GET', '/workspaces/none/search?q=fuji')).status).toBe(404);
  });

  test('stays whole when what is typed is long', async () => {
    expect(await slugs('fuji '.repeat(40).trim())).toContain('fuji');
    expect((await ask('GET', `${path}/search?q=${'a'.repeat(201)}`)).status).toBe(400);
  });
});
