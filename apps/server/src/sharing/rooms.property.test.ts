import type { RoomAnswer } from '@entente/contract/sharing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TestPerson } from '../authorisation/test-people.store.ts';
import { shiftExpiry } from './test-clock.store.ts';
import { daysAhead, sharing, visit } from './test-rooms.ts';

const world = await sharing();
const { asOwner, guestOf, publish, server } = world;
const PARTNERS = ['rival-a', 'rival-b'] as const;
type Partner = (typeof PARTNERS)[number];

/** What stands to whom, kept beside the product in the plainest way. */
type ModelGrant = {
  readonly partner: Partner | null;
  readonly guest: number | null;
  state: 'open' | 'over' | 'withdrawn';
};
type ModelRoom = { readonly id: string; readonly isCounted: boolean; edition: number; readonly grants: ModelGrant[] };
type ModelGuest = { readonly person: TestPerson; partner: Partner; isIn: boolean };

const guests: ModelGuest[] = [];
for (const [nth, partner] of [...PARTNERS, ...PARTNERS].entries())
  guests.push({ person: await guestOf(partner, `Guest ${nth}`), partner, isIn: true });

const seenBy = ({ partner, isIn }: ModelGuest, nth: number, rooms: readonly ModelRoom[]): string[] =>
  rooms
    .filter(
      ({ grants }) =>
        isIn && grants.some((grant) => grant.state === 'open' && (grant.partner === partner || grant.guest === nth)),
    )
    .map(shownOf)
    .sort();

/** A room that counts tells how many records there are, and not one of them. */
const COUNTED = [
  { kind: 'membership', fields: [] },
  { kind: 'event', fields: [] },
];
const shownOf = ({ id, edition, isCounted }: ModelRoom): string =>
  `${id} ${edition} ${isCounted ? 'membership 1+0, event 1+0' : 'alliance null+1, membership null+1, stake null+1, event 1+0'}`;
const showing = ({ id, edition, sections }: RoomAnswer): string =>
  `${id} ${edition.number} ${sections.map(({ kind, count, items }) => `${kind} ${count}+${items.length}`).join(', ')}`;

async function agrees(rooms: readonly ModelRoom[]): Promise<void> {
  for (const [nth, guest] of guests.entries()) {
    const { body } = await visit(world, guest.person, '');
    const listed = (body['items'] as RoomAnswer[]).map(({ id, edition }) => `${id} ${edition.number}`).sort();
    const expected = seenBy(guest, nth, rooms);
    expect(listed).toEqual(expected.map((shown) => shown.split(' ').slice(0, 2).join(' ')));
    const opened = [];
    for (const { id } of rooms) {
      const { status, body: room } = await visit(world, guest.person, `/${id}`);
      if (status === 200) opened.push(showing(room as unknown as RoomAnswer));
    }
    expect(opened.sort()).toEqual(expected);
  }
}

const grantee = fc.oneof(
  fc.record({ partner: fc.constantFrom(...PARTNERS), guest: fc.constant(null) }),
  fc.record({ partner: fc.constant(null), guest: fc.nat(guests.length - 1) }),
);
const step = fc.oneof(
  fc.record({ does: fc.constant('publish' as const), to: grantee, isCounted: fc.boolean() }),
  fc.record({ does: fc.constant('grant' as const), room: fc.nat(9), to: grantee }),
  fc.record({
    does: fc.constantFrom('republish' as const, 'withdraw' as const, 'expire' as const, 'extend' as const),
    room: fc.nat(9),
  }),
  fc.record({ does: fc.constant('leave' as const), guest: fc.nat(guests.length - 1) }),
  // Whoever left may be invited again, by the same partner or by its rival.
  fc.record({
    does: fc.constant('join' as const),
    guest: fc.nat(guests.length - 1),
    partner: fc.constantFrom(...PARTNERS),
  }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const named = ({ partner, guest }: { readonly partner: Partner | null; readonly guest: number | null }) =>
  partner === null ? { person: guests[guest ?? 0]?.person.id } : { partner };
const isIn = ({ guest }: { readonly guest: number | null }) => guest === null || guests[guest]?.isIn === true;

async function toward(rooms: ModelRoom[], taken: Step): Promise<void> {
  if (taken.does === 'publish') {
    const made = await publish([named(taken.to)], taken.isCounted ? { selection: COUNTED } : {});
    expect(made.status).toBe(isIn(taken.to) ? 201 : 422);
    const grants: ModelGrant[] = [{ ...taken.to, state: 'open' }];
    if (made.status === 201) rooms.push({ id: made.id, isCounted: taken.isCounted, edition: 1, grants });
    return;
  }
  if (taken.does === 'leave') return leave(taken.guest);
  if (taken.does === 'join') return join(taken.guest, taken.partner);
  const room = rooms[taken.room % Math.max(rooms.length, 1)];
  if (room === undefined) return;
  const path = `/publications/${room.id}`;
  const live = room.grants.filter(({ state }) => state !== 'withdrawn');
  if (taken.does === 'grant') {
    const isThere = live.some(({ partner, guest }) => partner === taken.to.partner && guest === taken.to.guest);
    const given = await asOwner('POST', `${path}/grants`, { to: [named(taken.to)], until: daysAhead(9) });
    expect(given.status).toBe(isIn(taken.to) ? (isThere ? 409 : 201) : 422);
    if (given.status === 201) room.grants.push({ ...taken.to, state: 'open' });
  } else if (taken.does === 'republish') {
    expect((await asOwner('POST', `${path}/editions`)).status).toBe(201);
    room.edition += 1;
  } else if (taken.does === 'withdraw') {
    expect((await asOwner('DELETE', path)).status).toBe(204);
    for (const grant of live) grant.state = 'withdrawn';
  } else if (taken.does === 'expire') {
    await shiftExpiry(server.database, room.id, '-1 second');
    for (const grant of live) grant.state = 'over';
  } else {
    const { body } = await asOwner('GET', path);
    for (const { id, version, state } of body['grants'] as { id: string; version: number; state: string }[]) {
      if (state === 'withdrawn') continue;
      const changed = await asOwner(
        'PATCH',
        `${path}/grants/${id}`,
        { until: daysAhead(5) },
        { 'if-match': `"${version}"` },
      );
      expect(changed.status).toBe(200);
    }
    for (const grant of live) grant.state = 'open';
  }
}

async function leave(nth: number): Promise<void> {
  const guest = guests[nth];
  if (guest === undefined) return;
  const gone = await asOwner('DELETE', `/guests/${guest.person.id}`);
  expect(gone.status).toBe(guest.isIn ? 204 : 404);
  guest.isIn = false;
}

async function join(nth: number, partner: Partner): Promise<void> {
  const guest = guests[nth];
  if (guest === undefined) return;
  const { email, headers } = guest.person;
  const sent = await asOwner('POST', '/guest-invitations', { email, partner });
  const joined = await server.ask('POST', '/guest-invitations/accept', { token: sent.body['token'] }, headers);
  expect(joined.status).toBe(guest.isIn ? 409 : 200);
  if (!guest.isIn) guest.partner = partner;
  guest.isIn = true;
}

describe('what a guest sees', () => {
  test('is what a model says, whatever was published, granted, withdrawn, over, or who came and went', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
        const rooms: ModelRoom[] = [];
        for (const taken of steps) await toward(rooms, taken);
        await agrees(rooms);
        for (const { id } of rooms) await asOwner('DELETE', `/publications/${id}`);
        for (const nth of guests.keys())
          if (guests[nth]?.isIn === false) await join(nth, PARTNERS[nth % 2] ?? 'rival-a');
      }),
      { numRuns: 8, endOnFailure: true },
    );
  }, 120_000);
});
