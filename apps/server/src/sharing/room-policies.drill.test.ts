import { beforeAll, describe, expect, test } from 'vitest';
import {
  findPolicies,
  ownerSees,
  type PolicyRow,
  withOpenPolicy,
  withoutForce,
  withoutPolicy,
} from '../authorisation/policy-probes.store.ts';
import { enrol, person } from '../authorisation/test-people.store.ts';
import { shiftExpiry, suspendGrants } from './test-clock.store.ts';
import { seedAnonymousChecks, seedGates, seedHalfMade } from './policy-seeds.store.ts';
import { sharing, visit } from './test-rooms.ts';
import { isReadBy, tablesOf, viewsOf, withRight } from './policy-catalogue.store.ts';
import { type Login, type RoomPlaces, type Somebody, standingEdition, tried } from './policy-steps.store.ts';

const world = await sharing();
const { asOwner, guestOf, publish, server, workspaceId, owner, idOf } = world;
const { database } = server;
const anna = await guestOf('rival-a', 'Anna of A');
const alma = await guestOf('rival-a', 'Alma of A');
const bert = await guestOf('rival-b', 'Bert of B');
const former = await guestOf('rival-a', 'Former of A');
const both = [{ partner: 'rival-a' }, { partner: 'rival-b' }];

const made = async (reply: ReturnType<typeof asOwner>): Promise<string> => {
  const { status, id, text } = await reply;
  if (status !== 201) throw new Error(text);
  return id;
};
const asked = (publication: string, partner: string) =>
  made(asOwner('POST', `/publications/${publication}/requests`, { kind: 'venture-stakes', partner }));
const wrote = async (who: typeof anna, [room, request]: readonly [string, string], isSent: boolean): Promise<void> => {
  const place = `/rooms/${room}/requests/${request}`;
  await server.ask('POST', `${place}/draft`, { verdict: 'confirm' }, who.headers);
  if (isSent) await server.ask('POST', `${place}/answers`, undefined, who.headers);
};

const forBoth = await made(publish(both));
const personal = await made(publish([{ person: anna.id }]));
const again = await made(publish(both));
await asOwner('POST', `/publications/${again}/editions`);
const [withdrawn, expired, suspended] = [
  await made(publish(both)),
  await made(publish(both)),
  await made(publish(both)),
];
await asOwner('DELETE', `/publications/${withdrawn}`);
await shiftExpiry(database, expired, '-1 hour');
await suspendGrants(database, suspended);
const askedOfA = await asked(forBoth, 'rival-a');
const askedOfB = await asked(forBoth, 'rival-b');
const askedOfAnna = await asked(personal, 'rival-a');
const inTenDays = new Date(Date.now() + 864_000_000).toISOString().slice(0, 10);
const checkOfA = await made(
  asOwner('POST', `/publications/${forBoth}/requests`, { kind: 'health-check', partner: 'rival-a', until: inTenDays }),
);
const ratings = [{ dimension: 'fairness', score: 4, comment: null }];
await server.ask('POST', `/rooms/${forBoth}/requests/${checkOfA}/draft`, { verdict: 'rated', ratings }, anna.headers);
await server.ask('POST', `/rooms/${forBoth}/requests/${checkOfA}/answers`, undefined, anna.headers);
await asOwner('POST', `/publications/${forBoth}/requests/${checkOfA}/draft`, { verdict: 'rated', ratings });
await wrote(anna, [forBoth, askedOfA], true);
await wrote(alma, [forBoth, askedOfA], false);
await wrote(bert, [forBoth, askedOfB], false);
await wrote(anna, [personal, askedOfAnna], true);
const signedRoom = await made(publish(both));
const signedRequest = await asked(signedRoom, 'rival-b');
await wrote(bert, [signedRoom, signedRequest], true);
const signature = await asOwner('POST', `/publications/${signedRoom}/requests/${signedRequest}/signature`, {
  digest: (await standingEdition(database, signedRoom)).digest,
});
if (signature.status !== 200) throw new Error(signature.text);
await visit(world, anna, `/${forBoth}`);
await asOwner('DELETE', `/guests/${former.id}`);

const other = await server.ask('POST', '/workspaces', { name: 'Other', slug: 'other' }, owner.headers);
const members: Somebody[] = [];
for (const role of ['manager', 'contributor', 'reader', 'auditor'] as const) {
  const somebody = await person(database, `A ${role}`);
  await enrol(database, workspaceId, somebody.id, role);
  members.push({ name: role, id: somebody.id, workspaceId });
}

const [bothEdition, personalEdition] = [
  await standingEdition(database, forBoth),
  await standingEdition(database, personal),
];
const stakes = (await asOwner('GET', '/stakes')).body['items'] as { id: string; holder: { slug: string } | null }[];
const ids = {
  workspaceId,
  ownerId: owner.id,
  allianceId: await idOf('/alliances/alliance'),
  stakeId: stakes.find(({ holder }) => holder?.slug === 'rival-a')?.id ?? '',
  partnerA: await idOf('/organisations/rival-a'),
  both: forBoth,
  annaId: anna.id,
  almaId: alma.id,
  bertId: bert.id,
  managerId: members[0]?.id ?? '',
};
const places: RoomPlaces = {
  ...ids,
  ...(await seedHalfMade(database, ids)),
  ...(await seedGates(database, ids)),
  bothEdition: bothEdition.id,
  askedOfA,
  askedOfB,
  checkOfA,
  sealedOfA: await seedAnonymousChecks(database, {
    ...ids,
    bothEdition: bothEdition.id,
    partnerB: await idOf('/organisations/rival-b'),
  }),
  personal,
  askedOfAnna,
  again,
  againEdition: (await standingEdition(database, again)).id,
};
const digests = new Map([
  [askedOfA, bothEdition.digest],
  [askedOfAnna, personalEdition.digest],
]);

const everybody: readonly Somebody[] = [
  { name: 'owner', id: owner.id, workspaceId },
  { name: 'owner, elsewhere', id: owner.id, workspaceId: other.id },
  ...members,
  { name: 'Anna', id: anna.id, workspaceId },
  { name: 'Alma', id: alma.id, workspaceId },
  { name: 'Bert', id: bert.id, workspaceId },
  { name: 'Anna, elsewhere', id: anna.id, workspaceId: other.id },
  { name: 'former guest', id: former.id, workspaceId },
  { name: 'nobody', id: '', workspaceId },
];
const LOGINS: readonly Login[] = ['app', 'room'];

async function everything(): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const login of LOGINS)
    for (const somebody of everybody) lines.push(...(await tried(database[login], login, somebody, places, digests)));
  return lines;
}

let baseline: readonly string[] = [];
beforeAll(async () => {
  baseline = await everything();
});
const roomTables = await tablesOf(database, 'room');
const authRights = (await tablesOf(database, 'auth')).flatMap((table) =>
  LOGINS.map((login) => [table, login] as const),
);
const isNoticed = async (): Promise<boolean> => JSON.stringify(await everything()) !== JSON.stringify(baseline);

const policies = await findPolicies(database, 'room');
const named = policies.map((policy): [string, PolicyRow] => [`${policy.table}.${policy.name}`, policy]);

describe('what everybody may do in rooms', () => {
  test('is refused and granted as it should be, each kind of statement by somebody', () => {
    const of = (start: string) => baseline.filter((line) => line.startsWith(start));
    for (const line of [
      ...of('room, nobody'),
      ...of('room, Anna, elsewhere'),
      ...of('room, former guest'),
      ...of('room, owner'),
    ])
      expect(line).toMatch(/: (nothing|0 touched|42501 .*|23000 .*)$/);
    for (const step of ['draft 0 as oneself', 'rewrite', 'throw away'])
      expect(of(`room, ${step === 'draft 0 as oneself' ? 'Anna' : 'Alma'}, ${step}`)[0]).toMatch(/: 1 touched$/);
    const rate = 'rate 0 as oneself for the firm';
    expect(of(`app, owner, ${rate}:`)[0]).toMatch(/: 23505 /);
    expect(of(`app, manager, ${rate}:`)[0]).toMatch(/: 1 touched$/);
    for (const step of ['rate anew', 'throw ratings away'])
      expect(of(`app, owner, ${step}:`)[0]).toMatch(/: 1 touched$/);
    for (const [who, gate] of [
      ['Anna', 0],
      ['Bert', 1],
    ] as const)
      expect(of(`room, ${who}, say of gate ${gate} as oneself`)[0]).toMatch(/: 1 touched$/);
    for (const who of ['app, owner', 'app, auditor', 'room, Anna', 'room, Alma'])
      expect(of(`${who}, open answers`)).toEqual([
        `${who}, open answers 0: 2 and 3`,
        expect.stringMatching(/: (42501|23000) /),
      ]);
    for (const who of ['app, contributor', 'room, Bert'])
      for (const line of of(`${who}, open answers`)) expect(line).toMatch(/: 42501 /);
    for (const line of baseline.filter((each) => each.includes('write an answer of nobody')))
      expect(line).toMatch(/: (42501|42P01) /);
    expect(of('app, contributor, ask about gates no more')[0]).toMatch(/: 2 touched$/);
    for (const step of ['publish', 'edit', 'copy', 'grant', 'ask', 'ask about a gate', 'seal', 'send Anna off'])
      expect(of(`app, owner, ${step}:`)[0]).toMatch(/: 1 touched$/);
  });

  test('and those who published, whoever of them, are told of what a guest did', () => {
    expect(baseline.filter((line) => line.startsWith('app, Anna, chain, and'))).toEqual([
      'app, Anna, chain, and makers are told: A manager, Owner One',
    ]);
  });

  test('comes out the same when it is asked again', async () => {
    expect(await everything()).toEqual(baseline);
  });
});

describe('something comes out otherwise', () => {
  test.each(named)('without the policy %s', async (name, policy) => {
    expect([name, await withoutPolicy(database, policy, isNoticed)]).toEqual([name, true]);
  });

  test.each(named)('when the policy %s admits everything', async (name, policy) => {
    expect([name, await withOpenPolicy(database, policy, isNoticed)]).toEqual([name, true]);
  });

  test.each(roomTables)('without FORCE on room.%s', async (name) => {
    const sees = () => ownerSees(database, `room.${name}`);
    expect(await sees()).toBe('0');
    expect(await withoutForce(database, `room.${name}`, sees)).not.toBe('0');
  });

  test.each(authRights)('with a right to auth.%s for the login %s', async (name, login) => {
    const table = `auth.${name}`;
    const isRead = () => isReadBy(database[login], table);
    expect(await isRead()).toBe(false);
    expect(await withRight(database, { table, login }, isRead)).toBe(true);
  });
});

describe('the catalogue', () => {
  test('holds no view, so that no flag of an invoker decides what is seen', async () => {
    expect(await viewsOf(database)).toEqual([]);
  });

  test('is as it was before everything that was taken away and given', async () => {
    expect(await findPolicies(database, 'room')).toEqual(policies);
    expect(await everything()).toEqual(baseline);
  });
});
