import type { Body } from './twins-records.ts';
import { PASSWORD } from './twins-firm.ts';
import type { Firm } from './twins-shared-firm.ts';
import type { Asker } from './twins-probes.ts';
import type { Asked } from './twins-server.ts';
import type { Worlds } from './twins-worlds.ts';

const TOKEN = 'x'.repeat(43);
const CREDENTIAL = {
  id: 'YWJj',
  rawId: 'YWJj',
  type: 'public-key',
  response: { clientDataJSON: 'e30', attestationObject: 'e30', authenticatorData: 'e30', signature: 'e30' },
  clientExtensionResults: {},
};

/**
 * Bodies of what a guest, or nobody, may ask. None of them takes the account away. Each password that is checked takes a
 * processor a twentieth of a second: where `present` is nothing, they are malformed and none is.
 */
export const personalBodies = (
  email: string,
  hiddenEmail: string,
  { password, present }: { readonly password: string; readonly present: string },
): Readonly<Record<string, readonly Body[]>> => ({
  beginSession: [
    { email, password: present },
    { email: hiddenEmail, password: present },
  ],
  giveSecondFactor: [{ kind: 'totp', code: '000000' }],
  signInWithPasskey: [{ credential: CREDENTIAL }],
  setUp: [{ token: TOKEN, name: 'Somebody', email, password }],
  signUp: [{ token: TOKEN, name: 'Somebody', password }],
  askForPasswordReset: [{ email }, { email: hiddenEmail }],
  resetPassword: [{ token: TOKEN, password }],
  verifyEmail: [{ token: TOKEN }],
  changePassword: [{ present, password }],
  beginTotp: [{ password: present }],
  confirmTotp: [{ code: '000000' }],
  endTotp: [{ password: present }],
  renewRecoveryCodes: [{ password: present }],
  beginPasskey: [{ password: present }],
  createPasskey: [{ name: 'A key', credential: CREDENTIAL }],
  renamePasskey: [{ name: 'A key' }],
  removePasskey: [{ password: present }],
  beginSignOn: [{ provider: 'nobody' }],
  findSignOnProviders: [{ workspace: 'nobody-here' }, { invitation: TOKEN }],
  narrowSession: [{ workspace: 'nobody-here' }],
  changeNotices: [{ wanted: false }, { wanted: true }],
  completeSignOn: [{ code: 'x', state: 'y' }],
  createWorkspace: [{ name: 'Mine', slug: 'one-of-mine' }],
  readInvitation: [{ token: TOKEN }],
  acceptInvitation: [{ token: TOKEN }],
  readGuestInvitation: [{ token: TOKEN }],
  acceptGuestInvitation: [{ token: TOKEN }],
  saveRoomDraft: [
    { verdict: 'comment', words: 'What do you mean?' },
    { verdict: 'confirm', words: null },
    { verdict: 'rated', ratings: [{ dimension: 'learning', score: 4, comment: null }] },
  ],
  signForPartner: [{ digest: '0'.repeat(64) }],
  judgeRoomGate: [{ verdict: 'refused', words: 'Why now?' }],
});

/** Ids that only one of the worlds has, a few of each; the other world has nothing by them. */
export const onlyOnes = ({ both }: Worlds, part: string, most: number): readonly string[] =>
  both.flatMap(({ only }) => (only.get(part) ?? []).slice(-most));

/** How a guest works in a room: drafts, thinks again, answers, signs, and looks each time. */
function storyOf({ requests, guest: { cookie } }: Firm): readonly Asked[] {
  const headers = { cookie };
  return requests.flatMap(({ room, request, digest }) => {
    const at = `/api/v1/rooms/${room}`;
    const of = `${at}/requests/${request}`;
    const looks: Asked[] = [
      { method: 'GET', url: at, headers },
      { method: 'GET', url: `${at}/file`, headers },
    ];
    const writes = (body: Body): Asked => ({ method: 'POST', url: `${of}/draft`, headers, body });
    return [
      writes({ verdict: 'comment', words: 'Which year?' }),
      ...looks,
      { method: 'DELETE', url: `${of}/draft`, headers },
      ...looks,
      writes({ verdict: 'confirm', words: 'So it is.' }),
      { method: 'POST', url: `${of}/answers`, headers },
      ...looks,
      { method: 'POST', url: `${of}/signature`, headers, body: { digest } },
      ...looks,
    ];
  });
}

/** The guest as one who asks everything: of rooms all that there are, of the workspace's own records one of each kind. */
export function guestAsker(worlds: Worlds, firm: Firm): Asker {
  const { shared } = worlds;
  const requests = [...firm.requests, ...firm.checks].map(({ request }) => request);
  const tried: Readonly<Record<string, readonly string[]>> = {
    room: [...firm.publications.map(({ id }) => id), ...onlyOnes(worlds, 'publications', 3)],
    publication: [firm.publications[0]?.id ?? ''],
    request: requests.length > 0 ? requests : [firm.workspace],
    person: [shared.one([firm.guest.personId, firm.rivalGuest.id, ...onlyOnes(worlds, 'members', 1)])],
  };
  return {
    actor: {
      kind: 'person',
      personId: firm.guest.personId,
      memberships: [{ workspaceId: firm.workspace, slug: '', role: 'guest', cleanTeam: false }],
      scopes: null,
      only: null,
    },
    headers: { cookie: firm.guest.cookie },
    workspaces: [firm.workspace],
    ids: (part) => {
      const known = [...(firm.records.get(part as 'stakes') ?? []), ...onlyOnes(worlds, part, 2)];
      return tried[part] ?? [known.length > 0 ? shared.one(known) : firm.workspace];
    },
    bodies: personalBodies(firm.guest.email, firm.rivalGuest.email, {
      password: PASSWORD,
      present: shared.chance(0.05) ? 'not the password' : '',
    }),
    queries: () => [],
    story: storyOf(firm),
  };
}
