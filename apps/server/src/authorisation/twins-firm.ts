import type { CollectionName } from '@entente/contract/register';
import type { Role, ShareableKind } from '@entente/core/accounts';
import { invariant } from '@entente/core/kernel';
import { hiddenNow, hiddenLater } from './twins-hidden.ts';
import { type Account, type Firm, inside, type Publication } from './twins-shared-firm.ts';
import {
  bodyFor,
  type Body,
  collectionOfKind,
  drawnSelection,
  halfHidden,
  type Places,
  type Selection,
  shownFields,
} from './twins-records.ts';
import type { TestPerson } from './test-people.store.ts';
import type { Asked, Heard } from './twins-server.ts';
import { type Made, somebody, type World, type Worlds } from './twins-worlds.ts';

const DAY = 86_400_000;
const LAST_DAYS = [9, 40, 300].map((days) =>
  new Date(Date.parse('2031-06-03') + days * DAY).toISOString().slice(0, 10),
);

export const PASSWORD = 'moss lantern quarry';

/** The cookies of an answer, as a browser sends them back. */
function cookieOf({ headers }: Heard): string {
  const set = headers['set-cookie'];
  const all = Array.isArray(set) ? (set as string[]) : typeof set === 'string' ? [set] : [];
  return all.map((cookie) => cookie.split(';')[0] ?? '').join('; ');
}

/** Invites somebody of a partner, who accepts with the account that the header tells. */
export async function joined(world: World, workspace: string, owner: TestPerson, partner: string, name: string) {
  const guest = await somebody(world, name);
  const invited = await world.made(
    inside(workspace, owner, 'POST', '/guest-invitations', { email: guest.email, partner }),
  );
  const accept = { token: invited.body['token'] };
  await world.made({
    method: 'POST',
    url: '/api/v1/guest-invitations/accept',
    headers: guest.headers,
    body: accept,
  });
  return guest;
}

/** Whoever asks: invited, signed up and come in as everybody does. */
async function signedUp(worlds: Worlds, door: string, invite: (world: World, email: string) => Promise<Made>) {
  const email = `${worlds.shared.word()}@guest.example`;
  const token = await worlds.same(async (world) => (await invite(world, email)).body['token']);
  const cookie = await worlds.same(async (world) => {
    const body = { token, name: 'Somebody', password: PASSWORD };
    return cookieOf(await world.made({ method: 'POST', url: '/api/v1/sign-up', body }));
  });
  await worlds.same((world) =>
    world.made({ method: 'POST', url: `/api/v1/${door}/accept`, body: { token }, headers: { cookie } }),
  );
  return { email, cookie };
}

/** The id of somebody in a list of members or guests. */
async function idIn(worlds: Worlds, asked: Asked, email: string): Promise<string> {
  const { body } = await worlds.same((world) => world.made(asked));
  const items = body['items'] as { person: { id: string; email: string } }[];
  return items.find(({ person }) => person.email === email)?.person.id ?? '';
}

async function signedUpGuest(worlds: Worlds, workspace: string, owner: TestPerson, partner: string): Promise<Account> {
  const made = await signedUp(worlds, 'guest-invitations', (world, email) =>
    world.made(inside(workspace, owner, 'POST', '/guest-invitations', { email, partner })),
  );
  return { ...made, personId: await idIn(worlds, inside(workspace, owner, 'GET', '/guests'), made.email) };
}

/** A member of the workspace with an account. */
export async function signedUpMember(
  worlds: Worlds,
  workspace: string,
  owner: TestPerson,
  role: Role,
): Promise<Account> {
  const made = await signedUp(worlds, 'invitations', (world, email) =>
    world.made(inside(workspace, owner, 'POST', '/invitations', { email, role })),
  );
  return { ...made, personId: await idIn(worlds, inside(workspace, owner, 'GET', '/members'), made.email) };
}

const COUNTS: Readonly<Record<ShareableKind, number>> = {
  alliance: 1,
  organisation: 0,
  membership: 2,
  stake: 2,
  resource: 2,
  domain: 1,
  event: 2,
  measure: 2,
};

/** The records of the alliance that is published, alike in both worlds as far as they are shown. */
async function fillAlliance(worlds: Worlds, firm: Firm, shown: ReturnType<typeof shownFields>): Promise<void> {
  const { shared } = worlds;
  for (const [kind, most] of Object.entries(COUNTS) as [ShareableKind, number][]) {
    if (kind === 'alliance' || kind === 'organisation') continue;
    const collection = collectionOfKind(kind);
    for (let nth = 0; nth < most; nth += 1) {
      const organisation = nth === 0 ? firm.partner : firm.rival;
      const holder = organisation;
      const open = bodyFor(collection, shared, { ...firm.places, organisation, holder });
      await worlds.apart(1, (world) => hiddenNow(world, firm));
      const made = await worlds.same((world) => {
        const hidden = bodyFor(collection, world.hidden, { ...firm.places, organisation, holder });
        const body = halfHidden(shown.get(kind) ?? new Set(), open, hidden);
        return world.made(
          inside(firm.workspace, firm.owner, 'POST', `/${collection}`, {
            ...body,
            class: world.hidden.one(['INTERNAL', 'SHAREABLE']),
          }),
        );
      });
      firm.records.set(collection, [...(firm.records.get(collection) ?? []), made.id]);
    }
  }
}

/** The organisations, the alliance and the one beside it; without a word of what is shown, all of them are alike. */
export async function foundFirm(worlds: Worlds, shown: ReturnType<typeof shownFields> | null) {
  const { shared } = worlds;
  const owner = await worlds.same((world) => somebody(world, 'Owner'));
  const slug = shared.word();
  const name = `Firm ${shared.word()}`;
  const { id: workspace } = await worlds.same((world) =>
    world.made({ method: 'POST', url: '/api/v1/workspaces', headers: owner.headers, body: { name, slug } }),
  );
  const nowhere: Places = { alliance: '', organisation: '', holder: null, source: '', house: '' };
  const records = new Map<CollectionName, string[]>();
  const add = async (collection: CollectionName, kind: ShareableKind | null, more: Body = {}): Promise<string> => {
    const open = bodyFor(collection, shared, nowhere);
    const { id } = await worlds.same((world) => {
      const fields = (kind === null ? null : shown?.get(kind)) ?? new Set<string>();
      const alike = shown === null ? open : halfHidden(fields, open, bodyFor(collection, world.hidden, nowhere));
      const body = { ...alike, ...more };
      return world.made(inside(workspace, owner, 'POST', `/${collection}`, body));
    });
    records.set(collection, [...(records.get(collection) ?? []), id]);
    return id;
  };
  const partner = await add('organisations', 'organisation');
  const rival = await add('organisations', 'organisation');
  const venture = await add('organisations', 'organisation', { kind: 'venture' });
  const alliance = await add('alliances', 'alliance', { venture });
  const aside = await add('alliances', null);
  const source = await add('sources', null);
  const house = await add('houses', null);
  const places: Places = { alliance, organisation: rival, holder: null, source, house };
  return { owner, workspace, records, partner, rival, aside, places };
}

async function publish(worlds: Worlds, firm: Firm, selection: Selection, isForPerson: boolean): Promise<void> {
  const title = `Room ${worlds.shared.word()}`;
  const until = worlds.shared.one(LAST_DAYS);
  const { id } = await worlds.same((world) =>
    world.made(
      inside(firm.workspace, firm.owner, 'POST', '/publications', {
        alliance: firm.places.alliance,
        title,
        selection,
        to: [isForPerson ? { person: firm.guest.personId } : { partner: firm.partner }],
        until,
      }),
    ),
  );
  firm.publications.push({ id, selection });
}

const showsStakes = ({ selection }: Publication): boolean =>
  selection.some(({ kind, fields }) => kind === 'stake' && fields.length > 0);

/** What the partner is asked, and what of it the colleague answered and the firm signed. */
async function askPartner(worlds: Worlds, firm: Firm, publication: Publication): Promise<void> {
  const { shared } = worlds;
  const { id } = publication;
  const asked = await worlds.same((world) =>
    world.made(
      inside(firm.workspace, firm.owner, 'POST', `/publications/${id}/requests`, {
        kind: 'venture-stakes',
        partner: firm.partner,
      }),
    ),
  );
  const { digest } = asked.body['edition'] as { digest: string };
  firm.requests.push({ room: id, request: asked.id, digest });
  if (!shared.chance(0.6)) return;
  const words = shared.word();
  const at = `/api/v1/rooms/${id}/requests/${asked.id}`;
  const { headers } = firm.colleague;
  const isConfirmed = shared.chance(0.5);
  const draft = { verdict: isConfirmed ? 'confirm' : 'comment', words };
  const granted = await worlds.same((world) => world.ask({ method: 'POST', url: `${at}/draft`, headers, body: draft }));
  if (granted.status !== 200) return;
  await worlds.same((world) => world.made({ method: 'POST', url: `${at}/answers`, headers }));
  if (isConfirmed && shared.chance(0.5)) {
    await worlds.same((world) =>
      world.made(
        inside(firm.workspace, firm.owner, 'POST', `/publications/${id}/requests/${asked.id}/signature`, { digest }),
      ),
    );
  }
}

const LAST_DAY_OF_CHECKS = '2031-12-01';

/** People of both sides are asked how the alliance does. */
async function askForHealth(worlds: Worlds, firm: Firm, { id }: Publication): Promise<void> {
  const asked = await worlds.same((world) =>
    world.made(
      inside(firm.workspace, firm.owner, 'POST', `/publications/${id}/requests`, {
        kind: 'health-check',
        partner: firm.partner,
        until: LAST_DAY_OF_CHECKS,
      }),
    ),
  );
  firm.checks.push({ room: id, request: asked.id });
}

/** Builds a firm in two worlds that differ only in what a guest of its partner must not see. */
export async function sharingFirm(worlds: Worlds): Promise<Firm> {
  const { shared } = worlds;
  const selections = [drawnSelection(shared), ...(shared.chance(0.5) ? [drawnSelection(shared)] : [])];
  const shown = shownFields(selections);
  const { workspace, owner, partner, ...found } = await foundFirm(worlds, shown);
  const guest = await signedUpGuest(worlds, workspace, owner, partner);
  const colleague = await worlds.same((world) => joined(world, workspace, owner, partner, 'Colleague'));
  const rivalGuest = await worlds.same((world) => joined(world, workspace, owner, found.rival, 'Rival'));
  const firm: Firm = {
    ...found,
    workspace,
    owner,
    partner,
    guest,
    colleague,
    rivalGuest,
    publications: [],
    requests: [],
    checks: [],
  };
  await fillAlliance(worlds, firm, shown);
  for (const [nth, selection] of selections.entries()) {
    await worlds.apart(2, (world) => hiddenNow(world, firm));
    await publish(worlds, firm, selection, nth > 0);
  }
  const [first] = firm.publications;
  invariant(first, 'a firm that shares publishes');
  if (shared.chance(0.3)) {
    await worlds.same(
      (world): Promise<Made> => world.made(inside(workspace, owner, 'POST', `/publications/${first.id}/editions`)),
    );
  }
  for (const publication of firm.publications.filter(showsStakes)) await askPartner(worlds, firm, publication);
  await askForHealth(worlds, firm, first);
  await worlds.apart(8, (world) => hiddenLater(world, firm));
  return firm;
}
