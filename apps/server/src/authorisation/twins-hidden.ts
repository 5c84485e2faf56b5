import type { Role } from '@entente/core/accounts';
import { shiftExpiry, suspendGrants } from '../sharing/test-clock.store.ts';
import { paperSaying } from './test-papers.store.ts';
import { enrol } from './test-people.store.ts';
import { type Firm, inside } from './twins-shared-firm.ts';
import { bodyFor, COLLECTION_NAMES, drawnSelection } from './twins-records.ts';
import type { Asked } from './twins-server.ts';
import { type Made, remember, somebody, type World } from './twins-worlds.ts';

/*
 * What a guest must not learn of. Each of these is done in one world and not in the other; what one of them is refused,
 * for example to grant twice, is left undone.
 */

export type Hidden = (world: World, firm: Firm) => Promise<unknown>;

export const asOwner = (
  { ask }: World,
  { workspace, owner }: Firm,
  method: Asked['method'],
  path: string,
  body?: unknown,
): Promise<Made> => ask(inside(workspace, owner, method, path, body));

export async function add(world: World, firm: Firm, path: string, body: unknown): Promise<Made> {
  const made = await asOwner(world, firm, 'POST', path, body);
  if (made.status < 300) remember(world, path.split('/')[1] ?? '', made.id);
  return made;
}

const lastDay = ({ hidden }: World): string => `2031-0${4 + hidden.below(5)}-1${hidden.below(9)}`;

/** A record of any kind and class, of the alliance beside the one that is published. */
const recordAside: Hidden = (world, firm) => {
  const { hidden } = world;
  const collection = hidden.one(COLLECTION_NAMES.filter((name) => name !== 'claims'));
  const places = { ...firm.places, alliance: firm.aside };
  const body = {
    ...bodyFor(collection, hidden, places),
    class: hidden.one(['INTERNAL', 'SHAREABLE', 'CLEAN', 'NEVER']),
  };
  return add(world, firm, `/${collection}`, body);
};

/** A record of the published alliance that is never published, and what names one. */
const unpublishable: Hidden = async (world, firm) => {
  const { hidden } = world;
  const collection = hidden.one([
    'memberships',
    'stakes',
    'resources',
    'domains',
    'events',
    'measures',
    'conditions',
  ] as const);
  if (hidden.chance(0.3)) {
    const firmOfNone = { ...bodyFor('organisations', hidden, firm.places), class: 'NEVER' };
    const { id } = await add(world, firm, '/organisations', firmOfNone);
    return add(world, firm, '/memberships', bodyFor('memberships', hidden, { ...firm.places, organisation: id }));
  }
  const body = { ...bodyFor(collection, hidden, firm.places), class: hidden.one(['CLEAN', 'NEVER']) };
  return add(world, firm, `/${collection}`, body);
};

const claimOf = (world: World, firm: Firm, organisation: string) =>
  add(world, firm, '/claims', bodyFor('claims', world.hidden, { ...firm.places, organisation }));

/** What a source says of an organisation that is not published. */
const claimAside: Hidden = async (world, firm) => {
  const { id } = await add(world, firm, '/organisations', bodyFor('organisations', world.hidden, firm.places));
  return claimOf(world, firm, id);
};

/** What a source says, later, of one that was. */
const claimLater: Hidden = (world, firm) => claimOf(world, firm, firm.partner);

const ownField: Hidden = (world, firm) =>
  add(world, firm, '/custom-fields', {
    kind: 'alliance',
    key: world.hidden.word(),
    as: 'line',
    labels: { en: world.hidden.word() },
  });

const domainTerm: Hidden = (world, firm) =>
  add(world, firm, '/domain-terms', {
    dimension: world.hidden.one(['product', 'market', 'region', 'activity']),
    term: world.hidden.word(),
    reason: world.hidden.word(),
  });

const view: Hidden = (world, firm) =>
  add(world, firm, '/views', {
    name: world.hidden.word(),
    collection: 'alliances',
    shared: world.hidden.chance(0.5),
    definition: { columns: ['name'], filters: [], sort: 'entered', group: null, q: null },
  });

/** Rooms of others: of another alliance or of the same, for the rival, one of its people, or the colleague. */
export const otherPublication: Hidden = async (world, firm) => {
  const { hidden } = world;
  const to = hidden.one([{ partner: firm.rival }, { person: firm.rivalGuest.id }, { person: firm.colleague.id }]);
  const alliance = hidden.one([firm.aside, firm.places.alliance]);
  const title = `Room ${hidden.word()}`;
  const body = { alliance, title, selection: drawnSelection(hidden), to: [to], until: lastDay(world) };
  return add(world, firm, '/publications', body);
};

/** A room of the partner itself that is over, withdrawn, or suspended. */
export const formerPublication: Hidden = async (world, firm) => {
  const { hidden, twin } = world;
  const title = `Room ${hidden.word()}`;
  const to = [hidden.one([{ partner: firm.partner }, { person: firm.guest.personId }])];
  const body = { alliance: firm.aside, title, selection: drawnSelection(hidden), to, until: lastDay(world) };
  const { status, id } = await add(world, firm, '/publications', body);
  // Something hidden may have made its alliance one that is not shared.
  if (status !== 201) return;
  const end = hidden.one(['over', 'withdrawn', 'suspended']);
  if (end === 'withdrawn') return asOwner(world, firm, 'DELETE', `/publications/${id}`);
  if (end === 'suspended') return suspendGrants(twin.database, id);
  return shiftExpiry(twin.database, id, '-1 second');
};

/** The rival is shown what the partner is shown, asked about it, and says something. */
const rivalInTheRoom: Hidden = async (world, firm) => {
  const { hidden, ask } = world;
  const [publication] = firm.publications;
  if (publication === undefined) return;
  const to = [hidden.one([{ partner: firm.rival }, { person: firm.rivalGuest.id }, { person: firm.colleague.id }])];
  await asOwner(world, firm, 'POST', `/publications/${publication.id}/grants`, { to, until: lastDay(world) });
  const question = { kind: 'venture-stakes', partner: firm.rival };
  const asked = await asOwner(world, firm, 'POST', `/publications/${publication.id}/requests`, question);
  if (asked.status < 300) remember(world, 'requests', asked.id);
  const { headers } = firm.rivalGuest;
  const at = `/api/v1/rooms/${publication.id}`;
  await ask({ method: 'GET', url: at, headers });
  const body = { verdict: hidden.one(['confirm', 'comment']), words: hidden.word() };
  await ask({ method: 'POST', url: `${at}/requests/${asked.id}/draft`, headers, body });
  if (hidden.chance(0.5)) await ask({ method: 'POST', url: `${at}/requests/${asked.id}/answers`, headers });
};

/** What the colleague wrote and did not send. */
const draftOfColleague: Hidden = async (world, firm) => {
  const [asked] = firm.requests;
  if (asked === undefined) return;
  const { headers } = firm.colleague;
  const body = { verdict: 'comment', words: world.hidden.word() };
  const url = `/api/v1/rooms/${asked.room}/requests/${asked.request}/draft`;
  await world.ask({ method: 'POST', url, headers, body });
};

/** What others of both sides say of the alliance, as long as the health check is open. */
const ratingOfOthers: Hidden = async (world, firm) => {
  const [check] = firm.checks;
  if (check === undefined) return;
  const { hidden, ask } = world;
  const ratings = [{ dimension: 'fairness', score: hidden.one([1, 2, 3, 4, 5, null]), comment: hidden.word() }];
  const body = { verdict: 'rated', ratings };
  const isOfFirm = hidden.chance(0.5);
  const { headers } = isOfFirm ? firm.owner : firm.colleague;
  const room = isOfFirm ? `/api/v1/workspaces/${firm.workspace}/publications` : '/api/v1/rooms';
  const url = `${room}/${check.room}/requests/${check.request}`;
  await ask({ method: 'POST', url: `${url}/draft`, headers, body });
  if (hidden.chance(0.6)) await ask({ method: 'POST', url: `${url}/answers`, headers });
};

export const invitation: Hidden = (world, firm) => {
  const email = `${world.hidden.word()}@else.example`;
  return world.hidden.chance(0.5)
    ? add(world, firm, '/invitations', { email, role: world.hidden.one(['reader', 'manager']) })
    : add(world, firm, '/guest-invitations', { email, partner: world.hidden.one([firm.rival, firm.partner]) });
};

/** What is worked on beside an alliance, the published one too. */
const paper: Hidden = async (world, firm) => {
  const alliance = world.hidden.one([firm.aside, firm.places.alliance]);
  const made = await asOwner(world, firm, 'POST', `/alliances/${alliance}/papers`, paperSaying(world.hidden.word()));
  if (made.status < 300) remember(world, 'paper', made.id);
};

/** Somebody else is asked about a gate, of the rival or a colleague of the guest, and gives their word. */
const gateOfOthers: Hidden = async (world, firm) => {
  const { hidden, ask } = world;
  const [publication] = firm.publications;
  if (publication === undefined) return;
  const path = `/alliances/${firm.places.alliance}/lifecycle`;
  const who = hidden.one([firm.rivalGuest, firm.colleague]);
  const to = [{ person: who.id }];
  await asOwner(world, firm, 'POST', `/publications/${publication.id}/grants`, { to, until: lastDay(world) });
  const stage = 'negotiation';
  for (const step of [
    { kind: 'begun', stage, earlier: 'skipped' },
    { kind: 'approvers-named', stage, approvers: [who.id], toPartner: hidden.word() },
  ]) {
    const { headers } = await asOwner(world, firm, 'GET', path);
    const asked = inside(firm.workspace, firm.owner, 'POST', `${path}/steps`, { ...step, on: '2003-10-01' });
    await ask({ ...asked, headers: { ...asked.headers, 'if-match': String(headers['etag']) } });
  }
  const room = await ask({ method: 'GET', url: `/api/v1/rooms/${publication.id}`, headers: who.headers });
  const [gate] = (room.body['gates'] ?? []) as { id: string }[];
  if (gate === undefined) return;
  remember(world, 'gate', gate.id);
  const url = `/api/v1/rooms/${publication.id}/gates/${gate.id}/words`;
  await ask({ method: 'POST', url, headers: who.headers, body: { verdict: 'refused', words: hidden.word() } });
};

const member: Hidden = async (world, { workspace }) => {
  const colleague = await somebody(world, world.hidden.word());
  remember(world, 'members', colleague.id);
  const role: Role = world.hidden.one(['manager', 'reader', 'auditor']);
  await enrol(world.twin.database, workspace, colleague.id, role, { cleanTeam: world.hidden.chance(0.3) });
};

export const otherWorkspace: Hidden = async (world, firm) => {
  const body = { name: world.hidden.word(), slug: world.hidden.word() };
  const { headers } = firm.owner;
  remember(world, 'workspaces', (await world.made({ method: 'POST', url: '/api/v1/workspaces', headers, body })).id);
};

/** Something that this world alone has is taken back. */
const undone: Hidden = async (world, firm) => {
  const changes = await asOwner(world, firm, 'GET', '/changes?limit=9');
  const undoable = (changes.body['items'] as { id: string; command: string; records: { id: string }[] }[]).find(
    ({ records }) => records.some(({ id }) => [...world.only.values()].some((ids) => ids.includes(id))),
  );
  if (undoable !== undefined) await asOwner(world, firm, 'POST', `/changes/${undoable.id}/undo`, {});
};

const rivalReads: Hidden = ({ ask }, { rivalGuest, publications: [first] }) =>
  ask({ method: 'GET', url: `/api/v1/rooms/${first?.id ?? ''}/file`, headers: rivalGuest.headers });

const ALWAYS: readonly Hidden[] = [
  recordAside,
  recordAside,
  unpublishable,
  claimAside,
  ownField,
  domainTerm,
  view,
  otherPublication,
  otherPublication,
  formerPublication,
  invitation,
  member,
  otherWorkspace,
  paper,
  undone,
];

/** A record that was published is changed, removed, or may not be published any more; the room shows what it was. */
const drift: Hidden = async (world, firm) => {
  const { hidden } = world;
  const collection = hidden.one([...firm.records.keys()]);
  const id = hidden.one(firm.records.get(collection) ?? []);
  const at = `/${collection}/${id}`;
  const before = await asOwner(world, firm, 'GET', at);
  const change = hidden.one([
    { class: 'NEVER' },
    { class: 'CLEAN' },
    nameless(bodyFor(collection, hidden, firm.places)),
  ]);
  const headers = { ...firm.owner.headers, 'if-match': String(before.headers['etag']) };
  const asked = inside(firm.workspace, firm.owner, hidden.chance(0.2) ? 'DELETE' : 'PATCH', at, change);
  const { body: _, ...removing } = asked;
  return world.ask({ ...(asked.method === 'DELETE' ? removing : asked), headers });
};

/** A change of what a record says of itself; what it refers to stays. */
const nameless = (body: Record<string, unknown>): Record<string, unknown> => {
  const { alliance: _alliance, organisation: _organisation, about: _about, of: _of, holder: _holder, ...rest } = body;
  return rest;
};

/** One more record of the published alliance, after it was published. */
const moreRecords: Hidden = (world, firm) => {
  const collection = world.hidden.one(['memberships', 'stakes', 'resources', 'domains', 'events', 'measures'] as const);
  return add(world, firm, `/${collection}`, bodyFor(collection, world.hidden, firm.places));
};

const LATER: readonly Hidden[] = [
  gateOfOthers,
  ...ALWAYS,
  claimLater,
  drift,
  drift,
  drift,
  moreRecords,
  moreRecords,
  rivalInTheRoom,
  rivalInTheRoom,
  draftOfColleague,
  ratingOfOthers,
  ratingOfOthers,
  rivalReads,
];

/** Everything hidden, each once. */
export async function hiddenAll(world: World, firm: Firm): Promise<void> {
  for (const hidden of new Set(LATER)) await hidden(world, firm);
}

/** Something hidden while the alliance is not published yet. */
export const hiddenNow: Hidden = (world, firm) => world.hidden.one(ALWAYS)(world, firm);

/** Something hidden after everything was published. */
export const hiddenLater: Hidden = (world, firm) => world.hidden.one(LATER)(world, firm);
