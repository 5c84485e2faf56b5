import { networkAnswer } from '@entente/contract/network';
import { expect, test } from 'vitest';
import { enrol, identifyByHeader, person } from '../authorisation/test-people.store.ts';
import { portfolioRoom } from '../portfolio/portfolio.routes.ts';
import { registerRoom } from '../register/register.routes.ts';
import { testServer } from '../register/test-server.ts';
import { networkRoom } from './network.routes.ts';

const server = await testServer([registerRoom, portfolioRoom, networkRoom], identifyByHeader);
const owner = await person(server.database, 'An owner');
const reader = await person(server.database, 'A reader');
const at = '/workspaces/firm';
const make = async (collection: string, body: unknown): Promise<void> => {
  const { status, text } = await server.ask('POST', `${at}/${collection}`, body, owner.headers);
  expect([status, text]).toEqual([201, text]);
};
const workspace = await server.ask('POST', '/workspaces', { name: 'Firm', slug: 'firm' }, owner.headers);
await enrol(server.database, workspace.id, reader.id, 'reader');
for (const slug of ['alpha', 'beta', 'gamma', 'heron'])
  await make('organisations', { name: slug, slug, ...(slug === 'heron' && { class: 'NEVER' }) });
for (const [slug, more] of [
  ['open', {}],
  ['secret', { class: 'NEVER' }],
] as const)
  await make('alliances', { name: slug, slug, start: '2000', ...more });
const join = (alliance: string, organisation: string, more = {}) =>
  make('memberships', { alliance, organisation, from: '2000', ...more });
await join('open', 'alpha');
await join('open', 'beta');
await join('secret', 'alpha', { class: 'NEVER' });
await join('secret', 'gamma', { class: 'NEVER' });
await join('secret', 'heron', { class: 'NEVER' });

const seenBy = async (who: typeof owner, query: string) => {
  const { status, body } = await server.ask('GET', `${at}/network?${query}`, undefined, who.headers);
  expect(status).toBe(200);
  const { nodes, measures } = networkAnswer.parse(body);
  return Object.fromEntries(nodes.slug.map((slug, node) => [slug, measures.degree?.[node]]));
};

test.each(['asOf=2010', 'level=house'])(
  'whoever may not read a class gets no node or tie that only it tells: %s',
  async (query) => {
    expect(await seenBy(owner, query)).toEqual({ alpha: 3, beta: 1, gamma: 2, heron: 2 });
    expect(await seenBy(reader, query)).toEqual({ alpha: 1, beta: 1 });
  },
);

test('the partners of a firm are those that its reader may see', async () => {
  const path = `${at}/organisations/alpha/network-ties`;
  const { text } = await server.ask('GET', path, undefined, reader.headers);
  expect(text).toContain('beta');
  for (const hidden of ['gamma', 'heron', 'secret']) expect(text).not.toContain(hidden);
  expect((await server.ask('GET', path, undefined, owner.headers)).text).toContain('heron');
  const strange = await server.ask('GET', `${at}/organisations/heron/network-ties`, undefined, reader.headers);
  expect(strange.status).toBe(404);
});
