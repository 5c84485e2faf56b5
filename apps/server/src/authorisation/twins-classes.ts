import type { CollectionName } from '@entente/contract/register';
import { ROUTES } from '@entente/contract/openapi';
import type { Route } from '@entente/contract/problem';
import { calendarFeedOf, meetingCalled } from './twins-calendar.ts';
import { foundFirm, joined, PASSWORD, signedUpMember } from './twins-firm.ts';
import { type Account, type Firm, inside } from './twins-shared-firm.ts';
import { paperSaying, plantNeverPaper } from './test-papers.store.ts';
import { onlyOnes, personalBodies } from './twins-guest.ts';
import {
  add,
  asOwner,
  formerPublication,
  type Hidden,
  invitation,
  otherPublication,
  otherWorkspace,
} from './twins-hidden.ts';
import { bodyFor, type Body, COLLECTION_NAMES } from './twins-records.ts';
import type { Asker } from './twins-probes.ts';
import { remember, type World, type Worlds } from './twins-worlds.ts';

/* A member who reads neither CLEAN nor NEVER, in two worlds that differ in records of these classes and in what is shared. */

const CLASSES = ['CLEAN', 'NEVER'] as const;

/** Somewhere for a hidden record to refer to: a record that both have, or one that only this world has. */
function placesIn({ hidden, only }: World, { places, records }: Firm): Firm['places'] {
  const one = (part: CollectionName): string => hidden.one([...(records.get(part) ?? []), ...(only.get(part) ?? [])]);
  return {
    alliance: one('alliances'),
    organisation: one('organisations'),
    holder: null,
    source: one('sources'),
    house: hidden.one([places.house, ...(only.get('houses') ?? [])]),
  };
}

/** A record of a class that the member does not read; a claim is of the class of its record. */
const hiddenRecord: Hidden = async (world, firm) => {
  const { hidden, only } = world;
  const collection = hidden.one(COLLECTION_NAMES);
  const drawn = bodyFor(collection, hidden, placesIn(world, firm));
  const [subject] = (only.get('organisations') ?? []).slice(-1);
  if (collection === 'claims' && subject === undefined) return;
  const body: Body =
    collection === 'claims'
      ? { ...drawn, subject: { kind: 'organisation', id: subject } }
      : { ...drawn, class: hidden.one(CLASSES) };
  const words = [body['name'], body['title'], body['text'], body['slug'], body['key']].filter(Boolean) as string[];
  for (const word of words) remember(world, 'words', word.split(' ').at(-1));
  return add(world, firm, `/${collection}`, body);
};

/** Records together, with the reason that somebody gave. */
const hiddenBatch: Hidden = (world, firm) => {
  const { hidden } = world;
  const changes = Array.from({ length: 1 + hidden.below(3) }, () => ({
    collection: 'organisations',
    create: { ...bodyFor('organisations', hidden, firm.places), class: hidden.one(CLASSES) },
  }));
  return asOwner(world, firm, 'POST', '/changes', { reason: `Because of ${hidden.word()}`, changes });
};

/** What was hidden is changed, moved to the other hidden class, removed, or its removal is taken back. */
const hiddenChange: Hidden = async (world, firm) => {
  const { hidden, only, ask } = world;
  const collections = COLLECTION_NAMES.filter((name) => name !== 'claims' && only.has(name));
  if (collections.length === 0) return;
  const collection = hidden.one(collections);
  const id = hidden.one(only.get(collection) ?? []);
  const { headers } = await asOwner(world, firm, 'GET', `/${collection}/${id}`);
  const isRemoval = hidden.chance(0.3);
  const asked = inside(firm.workspace, firm.owner, isRemoval ? 'DELETE' : 'PATCH', `/${collection}/${id}`, {
    class: hidden.one(CLASSES),
  });
  const { body, ...rest } = asked;
  const made = await ask({
    ...rest,
    ...(isRemoval ? {} : { body }),
    headers: { ...asked.headers, 'if-match': String(headers['etag']) },
  });
  const change = made.headers['entente-change'];
  if (typeof change === 'string') remember(world, 'changes', change);
  if (isRemoval && typeof change === 'string' && hidden.chance(0.5))
    await asOwner(world, firm, 'POST', `/changes/${change}/undo`, {});
};

const ownView: Hidden = (world, firm) =>
  add(world, firm, '/views', {
    name: world.hidden.word(),
    collection: 'alliances',
    definition: { columns: ['name'], filters: [], sort: 'entered', group: null, q: null },
  });

/** What the firm thinks of a partner, which is NEVER. */
const hiddenReview: Hidden = (world, firm) =>
  add(world, firm, '/reviews', {
    alliance: placesIn(world, firm).alliance,
    date: `20${10 + world.hidden.below(10)}-06-30`,
  });

/** What is called in an alliance that the member does not read: it stands in no calendar of theirs. */
const hiddenMeeting: Hidden = async (world, firm) => {
  const { hidden, only } = world;
  const alliances = only.get('alliances') ?? [];
  if (alliances.length === 0) return;
  const body = meetingCalled(hidden.word(), `20${40 + hidden.below(10)}`);
  await asOwner(world, firm, 'POST', `/alliances/${hidden.one(alliances)}/papers`, body);
};

/** Whom the firm thinks of, which is NEVER. */
const hiddenMove: Hidden = (world, firm) =>
  add(world, firm, '/candidate-moves', {
    firm: { organisation: placesIn(world, firm).organisation },
    move: { partner: { name: world.hidden.word() }, form: 'licence', start: '2030' },
  });

/** The development of an alliance that the member does not read. */
const hiddenStep: Hidden = async (world, firm) => {
  const { hidden, only, ask } = world;
  const alliances = only.get('alliances') ?? [];
  if (alliances.length === 0) return;
  const path = `/alliances/${hidden.one(alliances)}/lifecycle`;
  const { headers } = await asOwner(world, firm, 'GET', path);
  const reason = `Because of ${hidden.word()}`;
  const step =
    headers['etag'] === '"0"'
      ? { kind: 'begun', stage: 'negotiation', earlier: 'skipped', reason }
      : { kind: 'revisited', stage: 'partner-selection', reason };
  const asked = inside(firm.workspace, firm.owner, 'POST', `${path}/steps`, { ...step, on: '2003-10-01' });
  await ask({ ...asked, headers: { ...asked.headers, 'if-match': String(headers['etag']) } });
};

/** What is worked on beside an alliance that the member does not read. */
const hiddenPaper: Hidden = async (world, firm) => {
  const { hidden, only } = world;
  const alliances = only.get('alliances') ?? [];
  if (alliances.length === 0) return;
  const path = `/alliances/${hidden.one(alliances)}/papers`;
  const made = await asOwner(world, firm, 'POST', path, paperSaying(`Because of ${hidden.word()}`));
  if (made.status < 300) remember(world, 'paper', made.id);
};

/** What we would walk away at, beside any alliance. */
const neverPaper: Hidden = async (world, firm) => {
  const { workspace: workspaceId } = firm;
  const { superuser } = world.twin.database;
  const allianceId = placesIn(world, firm).alliance;
  const id = await plantNeverPaper(superuser, { workspaceId, allianceId, text: `At ${world.hidden.word()}` });
  remember(world, 'paper', id);
};

const HIDDEN: readonly Hidden[] = [
  ...Array.from({ length: 8 }, () => hiddenRecord),
  hiddenChange,
  hiddenChange,
  hiddenBatch,
  hiddenReview,
  hiddenMeeting,
  hiddenMove,
  hiddenStep,
  hiddenPaper,
  neverPaper,
  ownView,
  otherPublication,
  formerPublication,
  invitation,
  otherWorkspace,
];

/** Everything hidden from a reader, a record of most kinds among it. */
export async function hiddenFromReaders(world: World, firm: Firm): Promise<void> {
  for (let nth = 0; nth < COLLECTION_NAMES.length * 2; nth += 1) await hiddenRecord(world, firm);
  for (const hidden of new Set(HIDDEN)) await hidden(world, firm);
}

/** What the reader has beside the firm. */
export type ReadFirm = Firm & {
  readonly reader: Account;
  readonly changes: readonly string[];
  /** A paper that both worlds have. */
  readonly paper: string;
  readonly calendar: string;
};

/** The development of an alliance that both worlds have is begun. */
function firstStep({ workspace, owner, records }: Firm) {
  const [alliance] = (records.get('alliances') ?? []).slice(-1);
  const begun = { kind: 'begun', on: '2003-10-01', stage: 'negotiation', earlier: 'unknown' };
  const asked = inside(workspace, owner, 'POST', `/alliances/${alliance ?? ''}/lifecycle/steps`, begun);
  return { ...asked, headers: { ...asked.headers, 'if-match': '"0"' } };
}

/** What is worked on beside that alliance. */
const firstPaper = ({ workspace, owner, records }: Firm) =>
  inside(
    workspace,
    owner,
    'POST',
    `/alliances/${(records.get('alliances') ?? []).at(-1) ?? ''}/papers`,
    paperSaying('Both have it'),
  );

/** A firm with records that the member reads, alike in both, and others in between. */
export async function classedFirm(worlds: Worlds): Promise<ReadFirm> {
  const { shared } = worlds;
  const found = await foundFirm(worlds, null);
  const { owner, workspace, partner, rival } = found;
  const colleague = await worlds.same((world) => joined(world, workspace, owner, partner, 'Colleague'));
  const rivalGuest = await worlds.same((world) => joined(world, workspace, owner, rival, 'Rival'));
  const guest = { email: rivalGuest.email, cookie: '', personId: rivalGuest.id };
  const firm: Firm = { ...found, guest, colleague, rivalGuest, publications: [], requests: [], checks: [] };
  const reader = await signedUpMember(worlds, workspace, owner, 'reader');
  const changes: string[] = [];
  for (const collection of COLLECTION_NAMES) {
    await worlds.apart(2, (world) => world.hidden.one(HIDDEN)(world, firm));
    const body = bodyFor(collection, shared, { ...firm.places, organisation: partner, holder: rival });
    const made = await worlds.same((world) => world.made(inside(workspace, owner, 'POST', `/${collection}`, body)));
    firm.records.set(collection, [...(firm.records.get(collection) ?? []), made.id]);
    const change = made.headers['entente-change'];
    if (typeof change === 'string') changes.push(change);
  }
  await worlds.same((world) => world.made(firstStep(firm)));
  const { id: paper } = await worlds.same((world) => world.made(firstPaper(firm)));
  await worlds.apart(6, (world) => world.hidden.one(HIDDEN)(world, firm));
  const alliance = (firm.records.get('alliances') ?? []).at(-1) ?? '';
  const calendar = await calendarFeedOf(worlds, { workspace, owner, alliance, cookie: reader.cookie });
  return { ...firm, reader, changes, paper, calendar };
}

/** Bodies of what a reader may ask beside what everybody may; each table is asked for records that both worlds have. */
function readerBodies(firm: ReadFirm): Readonly<Record<string, readonly Body[]>> {
  const chosen = ROUTES.filter(({ id }) => id.startsWith('tableChosen')).map(({ id, path }) => {
    const collection = path.split('/').at(-2) as CollectionName;
    return [id, [{ records: firm.records.get(collection) ?? [] }]] as const;
  });
  const definition = { columns: ['name'], filters: [], sort: 'entered', group: null, q: null };
  const domain = { product: 'casting', market: 'china', region: null };
  const move = { form: 'joint-venture', start: '2030', domain };
  const moves = [
    {
      candidates: [{ ...move, partner: { organisation: firm.places.organisation } }],
      aims: { 'more-houses': 1 },
    },
    { candidates: [{ ...move, partner: { name: 'Somebody' } }] },
  ];
  return {
    ...personalBodies(firm.reader.email, firm.rivalGuest.email, { password: PASSWORD, present: '' }),
    ...Object.fromEntries(chosen),
    createView: [{ name: 'Mine', collection: 'alliances', definition }],
    changeView: [{ name: 'Not mine' }],
    createApiKey: [{}],
    makeCalendarFeed: [{}],
    askOrganisationWhatIf: moves,
    askHouseWhatIf: moves,
    changeMember: [{ role: 'owner' }],
  };
}

/** Something that records of a kind are counted by. */
const GROUPS: Readonly<Record<string, string>> = {
  summariseOrganisations: 'kind',
  summariseAlliances: 'form',
  summariseMemberships: 'organisation',
  summariseStakes: 'holder',
  summariseResources: 'organisation',
  summariseEvents: 'about',
};

/** Queries that look for what is not shown: by words, by order, page by page, by groups, of changes by record. */
function looking(worlds: Worlds, firm: ReadFirm): Asker['queries'] {
  const words = onlyOnes(worlds, 'words', 1);
  const hiddenRecords = ['organisations', 'alliances', 'stakes'].flatMap((part) => onlyOnes(worlds, part, 1));
  return (route: Route): readonly string[] => {
    const takes = (name: string): boolean => route.query !== null && name in route.query.shape;
    if (route.id === 'searchRecords') return [...words, 'firm', 'alliance', 'event'].map((word) => `q=${word}`);
    if (route.id === 'listChanges')
      return ['limit=2', 'command=create-organisation', ...hiddenRecords.map((id) => `record=${id}`)];
    if (route.id === 'getToday') return ['asOf=2031-04-01', 'asOf=2003-10-01&horizon=366'];
    if (route.files !== undefined || route.method !== 'get') return [];
    return [
      ...(takes('q') ? words.map((word) => `q=${word}`) : []),
      ...(takes('exists') ? ['exists=any'] : []),
      ...(takes('cursor') ? ['limit=1'] : []),
      ...(takes('group') && GROUPS[route.id] !== undefined ? [`group=${GROUPS[route.id] ?? ''}`] : []),
      ...(takes('alliance') ? [`alliance=${firm.places.alliance}`] : []),
    ];
  };
}

/** The reader as one who asks everything. */
export function readerAsker(worlds: Worlds, firm: ReadFirm): Asker {
  const { reader, workspace } = firm;
  const tried: Readonly<Record<string, readonly string[]>> = {
    changes: [...firm.changes.slice(-2), ...onlyOnes(worlds, 'changes', 1)],
    person: [firm.owner.id, reader.personId],
    views: onlyOnes(worlds, 'views', 1),
    paper: [firm.paper, ...onlyOnes(worlds, 'paper', 1)],
    token: [firm.calendar],
  };
  return {
    actor: {
      kind: 'person',
      personId: reader.personId,
      memberships: [{ workspaceId: workspace, slug: '', role: 'reader', cleanTeam: false }],
      scopes: null,
      only: null,
    },
    headers: { cookie: reader.cookie },
    workspaces: [workspace],
    ids: (part) => {
      const known = tried[part] ?? [
        ...(firm.records.get(part as 'stakes') ?? []).slice(-1),
        ...onlyOnes(worlds, part, 1),
      ];
      return known.length > 0 ? known : [workspace];
    },
    bodies: readerBodies(firm),
    queries: looking(worlds, firm),
    story: [],
  };
}
