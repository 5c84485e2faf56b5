import { auditRoom } from '../audit/audit.routes.ts';
import { membersRoom } from '../members/members.routes.ts';
import { identifyByHeader, person, type TestPerson } from '../authorisation/test-people.store.ts';
import type { Room } from '../platform/http.ts';
import { registerRoom } from '../register/register.routes.ts';
import { type Reply, testServer, type TestServer } from '../register/test-server.ts';
import { sharingRoom } from './sharing.routes.ts';

export type Method = Parameters<TestServer['ask']>[0];

/** A firm that shares an alliance with two partners that are rivals of each other. */
export type Sharing = {
  readonly server: TestServer;
  readonly workspaceId: string;
  readonly owner: TestPerson;
  /** A request to the workspace's path, as its owner. */
  readonly asOwner: (method: Method, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Reply>;
  /** The id of a record of the workspace. */
  readonly idOf: (path: string) => Promise<string>;
  /** A new guest of a partner, invited and accepted over HTTP. */
  readonly guestOf: (partner: string, name: string) => Promise<TestPerson>;
  /** Publishes stakes, members and the number of events. */
  readonly publish: (to: readonly object[], more?: object) => Promise<Reply>;
};

export const SELECTION = [
  { kind: 'alliance', fields: ['name', 'form', 'venture', 'start'] },
  { kind: 'membership', fields: ['organisation', 'role'] },
  { kind: 'stake', fields: ['holder', 'share', 'from'] },
  { kind: 'event', fields: [] },
];

export const daysAhead = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const made = async (reply: Promise<Reply>): Promise<Reply> => {
  const given = await reply;
  if (given.status >= 300) throw new Error(given.text);
  return given;
};

async function fill(asOwner: Sharing['asOwner']): Promise<void> {
  const records: readonly [string, object][] = [
    ['organisations', { name: 'Rival A', slug: 'rival-a' }],
    ['organisations', { name: 'Rival B', slug: 'rival-b' }],
    ['organisations', { name: 'The Venture', slug: 'venture', kind: 'venture' }],
    ['organisations', { name: 'Candidate of ours', slug: 'candidate', class: 'NEVER' }],
    ['alliances', { name: 'The Alliance', slug: 'alliance', form: 'joint-venture', venture: 'venture', start: '1994' }],
    ['memberships', { alliance: 'alliance', organisation: 'rival-a', role: 'licensor' }],
    ['memberships', { alliance: 'alliance', organisation: 'candidate', role: 'asked' }],
    ['stakes', { alliance: 'alliance', holder: 'rival-a', share: '12.5', from: '1994' }],
    ['stakes', { alliance: 'alliance', holder: 'rival-b', share: '7.25', from: '1995', class: 'CLEAN' }],
    ['stakes', { alliance: 'alliance', holders: 'Others', share: '3', from: '1996', class: 'NEVER' }],
    [
      'events',
      { title: 'A beginning', slug: 'beginning', date: '1994', about: [{ kind: 'alliance', id: 'alliance' }] },
    ],
  ];
  for (const [collection, body] of records) await made(asOwner('POST', `/${collection}`, body));
}

const SHARING_ROOMS: readonly Room[] = [registerRoom, membersRoom, sharingRoom, auditRoom];

/** A server with the rooms, a workspace and its records. */
export async function sharing(slug = 'firm', rooms = SHARING_ROOMS): Promise<Sharing> {
  const server = await testServer(rooms, identifyByHeader);
  const owner = await person(server.database, 'Owner One');
  const workspace = await made(server.ask('POST', '/workspaces', { name: 'Our Firm', slug }, owner.headers));
  const asOwner: Sharing['asOwner'] = (method, path, body, headers = {}) =>
    server.ask(method, `/workspaces/${slug}${path}`, body, { ...owner.headers, ...headers });
  await fill(asOwner);
  return {
    server,
    workspaceId: workspace.id,
    owner,
    asOwner,
    idOf: async (path) => (await made(asOwner('GET', path))).id,
    guestOf: async (partner, name) => {
      const guest = await person(server.database, name);
      const sent = await made(asOwner('POST', '/guest-invitations', { email: guest.email, partner }));
      const { token } = sent.body;
      await made(server.ask('POST', '/guest-invitations/accept', { token }, guest.headers));
      return guest;
    },
    publish: (to, more = {}) =>
      asOwner('POST', '/publications', {
        alliance: 'alliance',
        title: 'For partners',
        selection: SELECTION,
        to,
        until: daysAhead(30),
        ...more,
      }),
  };
}

export const visit = ({ server }: Sharing, guest: TestPerson, path: string): Promise<Reply> =>
  server.ask('GET', `/rooms${path}`, undefined, guest.headers);
