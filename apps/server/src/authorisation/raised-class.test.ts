import { expect, test } from 'vitest';
import { registerRoom } from '../register/register.routes.ts';
import { testServer } from '../register/test-server.ts';
import { enrol, identifyByHeader, person } from './test-people.store.ts';

const server = await testServer([registerRoom], identifyByHeader);
const owner = await person(server.database, 'An owner');
const reader = await person(server.database, 'A reader');
const ask = (who: typeof owner, method: 'GET' | 'POST' | 'PATCH', path: string, body?: unknown, more = {}) =>
  server.ask(method, path, body, { ...who.headers, ...more });
const workspace = await ask(owner, 'POST', '/workspaces', { name: 'Firm', slug: 'firm' });
await enrol(server.database, workspace.id, reader.id, 'reader');
const at = '/workspaces/firm';
await ask(owner, 'POST', `${at}/organisations`, { name: 'Takamatsu', slug: 'takamatsu' });
const alias = { organisation: 'takamatsu', text: 'Project Heron', kind: 'former' };
const name = await ask(owner, 'POST', `${at}/organisation-names`, alias);

test('a record whose class is raised is found no more by who read it a moment ago, by any of its names', async () => {
  const found = async () => (await ask(reader, 'GET', `${at}/search?q=heron`)).text;
  expect(await found()).toContain('Heron');
  const raised = await ask(
    owner,
    'PATCH',
    `${at}/organisation-names/${name.id}`,
    { class: 'NEVER' },
    { 'if-match': `"${String(name.body['version'])}"` },
  );
  expect(raised.status).toBe(200);
  expect(JSON.parse(await found())).toEqual({ items: [] });
  expect((await ask(owner, 'GET', `${at}/search?q=heron`)).text).toContain('Heron');
  for (const path of ['/organisation-names', '/organisations/takamatsu', '/discrepancies'])
    expect((await ask(reader, 'GET', `${at}${path}`)).text).not.toContain('Heron');
});
