import { beforeAll, describe, expect, it } from 'vitest';
import { testServer, type TestServer } from './test-server.ts';

let server: TestServer;
const at = (path: string): string => `/workspaces/denial${path}`;
const post = async (path: string, body: unknown) => {
  const reply = await server.ask('POST', at(path), body);
  expect(reply.status, reply.text).toBe(201);
  return reply.body;
};

beforeAll(async () => {
  server = await testServer();
  await server.ask('POST', '/workspaces', { name: 'Denial', slug: 'denial' });
  await post('/sources', { key: 'table-3', kind: 'document', title: 'Table 3' });
  for (const slug of ['cmc', 'yulon', 'venture']) await post('/organisations', { slug, name: slug });
  await post('/alliances', {
    slug: 'venture',
    name: 'Venture',
    form: 'joint-venture',
    venture: 'venture',
    start: '1995',
  });
});

const deny = (kind: string, id: string) =>
  post('/claims', {
    subject: { kind, id },
    field: 'exists',
    value: 'false',
    source: 'table-3',
    place: 'Table 3',
    rank: 'preferred',
    reason: 'the table lists all members',
  });

describe('a record that its best claim denies', () => {
  it('leaves the lists, is told of on its page, and comes back when the denial is undone', async () => {
    const { id } = await post('/memberships', { alliance: 'venture', organisation: 'yulon', from: '1995' });
    const listed = async (query = '') =>
      (await server.ask('GET', at(`/memberships?organisation=yulon${query}`))).body['total'];
    expect(await listed()).toBe(1);
    await deny('membership', String(id));
    expect([await listed(), await listed('&exists=any'), await listed('&exists=false')]).toEqual([0, 1, 1]);
    const page = await server.ask('GET', at('/alliances/venture/record'));
    expect((page.body['members'] as { exists: boolean }[]).map(({ exists }) => exists)).toEqual([false]);
    const [last] = (await server.ask('GET', at('/changes?limit=1'))).body['items'] as { id: string }[];
    const undone = await server.ask('POST', at(`/changes/${last?.id}/undo`), {});
    expect([undone.status, await listed()]).toEqual([201, 1]);
  });

  it('does not count towards the whole of a venture, in the API and in the database', async () => {
    const stake = { alliance: 'venture', issuer: 'venture', from: '1995' };
    const { id } = await post('/stakes', { ...stake, holder: 'yulon', share: '60' });
    const second = { ...stake, holder: 'cmc', share: '50' };
    expect((await server.ask('POST', at('/stakes'), second)).body['code']).toBe('stakes-over-100');
    await deny('stake', String(id));
    await post('/stakes', second);
  });

  it('is not affirmed again while that would break the whole', async () => {
    const { body } = await server.ask('GET', at('/claims?field=exists&rank=preferred'));
    const claims = body['items'] as { id: string; subject: { kind: string } }[];
    const denial = claims.find(({ subject }) => subject.kind === 'stake');
    const reply = await server.ask('DELETE', at(`/claims/${denial?.id}`), undefined, { 'if-match': '"1"' });
    expect([reply.status, reply.body['code']]).toEqual([422, 'stakes-over-100']);
  });
});
