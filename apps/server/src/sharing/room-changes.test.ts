import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { invariant, Outcome } from '@entente/core/kernel';
import { afterAll, describe, expect, test } from 'vitest';
import { identifyByHeader, type TestPerson } from '../authorisation/test-people.store.ts';
import { configurationFrom } from '../platform/configuration.ts';
import { type App, createApp } from '../platform/http.ts';
import type { Identify } from '../platform/identity.ts';
import { changedRooms, RoomChanges, type Standings } from './room-changes.ts';
import { sharingRoom } from './sharing.routes.ts';
import { shiftExpiry, suspendGrants } from './test-clock.store.ts';
import { daysAhead, sharing } from './test-rooms.ts';

const PORT = 15_501;
const BEGINNING = 'retry: 1000\n\n';

const world = await sharing();
const { asOwner, guestOf, publish, server } = world;
const anna = await guestOf('rival-a', 'Anna of A');
const bert = await guestOf('rival-b', 'Bert of B');

/** Sessions that were ended; the header of a person stands for theirs. */
const ended = new Set<string>();
const identify: Identify = async (request) => {
  const identity = await identifyByHeader(request);
  return identity.kind === 'account' && ended.has(identity.accountId) ? { kind: 'nobody' } : identity;
};

const configuration = configurationFrom({ PORT: String(PORT) });
invariant(configuration.ok, 'the settings hold');
/** Another process of the server, as far as it knows: everything is written through the first. */
async function listening(): Promise<App> {
  invariant(configuration.ok, 'the settings hold');
  const parts = { databases: server.database, configuration: configuration.value, identify, logger: false };
  const app = await createApp(parts, [sharingRoom]);
  await app.listen({ host: '127.0.0.1', port: 0 });
  return app;
}
const second = await listening();
afterAll(() => second.close());

type Listening = {
  readonly status: number;
  /** All that came. */
  readonly said: () => string;
  /** Runs something, and waits for what comes after it; how long that took since it was done. */
  readonly after: (run: () => Promise<unknown>) => Promise<{ readonly text: string; readonly ms: number }>;
  readonly end: Promise<void>;
  readonly leave: () => void;
};

async function listen(guest: TestPerson, app = second): Promise<Listening> {
  const { port } = app.server.address() as AddressInfo;
  const headers = { host: `localhost:${PORT}`, 'accept-encoding': 'gzip', ...guest.headers };
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get({ host: '127.0.0.1', port, path: '/api/v1/rooms/changes', headers }, resolve).on('error', reject);
  });
  let said = '';
  let told = (): void => undefined;
  answer.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    told();
  });
  const end = new Promise<void>((resolve) => void answer.once('close', resolve));
  answer.on('error', () => undefined);
  const more = (): Promise<void> => new Promise((resolve) => (told = resolve));
  if (answer.statusCode === 200) await more();
  return {
    status: answer.statusCode ?? 0,
    said: () => said,
    after: async (run) => {
      const length = said.length;
      const next = more();
      await run();
      const done = Date.now();
      if (said.length === length) await next;
      return { text: said.slice(length), ms: Date.now() - done };
    },
    end,
    leave: () => answer.destroy(),
  };
}

const eventOf = (...rooms: string[]): string => `event: rooms\ndata: ${JSON.stringify({ rooms })}\n\n`;
/** Longer than two looks take. */
const twoLooks = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1_200));

describe('an open stream of a guest', () => {
  test('is told within a second of all that changes what they see, through whichever server it came', async () => {
    const stream = await listen(anna);
    expect(stream.said()).toBe(BEGINNING);
    let room = '';
    let request = '';
    const grant = async () => {
      const { body } = await asOwner('GET', `/publications/${room}`);
      return (body['grants'] as { id: string; version: number }[])[0] ?? { id: '', version: 0 };
    };
    const { id, version } = { id: async () => (await grant()).id, version: async () => (await grant()).version };
    const changes: readonly [string, () => Promise<unknown>][] = [
      ['publishing', async () => void (room = (await publish([{ partner: 'rival-a' }])).id)],
      ['another edition', () => asOwner('POST', `/publications/${room}/editions`)],
      [
        'another day',
        async () =>
          asOwner(
            'PATCH',
            `/publications/${room}/grants/${await id()}`,
            { until: daysAhead(60) },
            { 'if-match': `"${await version()}"` },
          ),
      ],
      [
        'a request',
        async () => {
          const body = { kind: 'venture-stakes', partner: 'rival-a' };
          request = (await asOwner('POST', `/publications/${room}/requests`, body)).id;
        },
      ],
      [
        'an answer of a colleague',
        async () => {
          const path = `/rooms/${room}/requests/${request}`;
          const colleague = await guestOf('rival-a', 'Colleague of A');
          await server.ask('POST', `${path}/draft`, { verdict: 'confirm' }, colleague.headers);
          expect((await server.ask('POST', `${path}/answers`, undefined, colleague.headers)).status).toBe(200);
        },
      ],
      ['closing the request', () => asOwner('DELETE', `/publications/${room}/requests/${request}`)],
      ['the restoring of a backup', () => suspendGrants(server.database, room)],
      [
        'an owner who confirms it',
        async () =>
          asOwner(
            'PATCH',
            `/publications/${room}/grants/${await id()}`,
            { suspended: false },
            { 'if-match': `"${await version()}"` },
          ),
      ],
      ['time, when it is over', () => shiftExpiry(server.database, room, '150 milliseconds').then(pauseOf(150))],
      ['a day further ahead', () => shiftExpiry(server.database, room, '9 days')],
      ['withdrawing', () => asOwner('DELETE', `/publications/${room}`)],
    ];
    const took: [string, number][] = [];
    for (const [what, run] of changes) {
      const { text, ms } = await stream.after(run);
      expect([what, text]).toEqual([what, eventOf(room)]);
      took.push([what, ms]);
    }
    expect(took.filter(([, ms]) => ms >= 1_000)).toEqual([]);
    stream.leave();
  });

  test('is told when they are sent off, and of the rooms of a firm that invites them while they listen', async () => {
    const room = (await publish([{ partner: 'rival-a' }])).id;
    const former = await guestOf('rival-a', 'Former of A');
    const stream = await listen(former);
    const gone = await stream.after(() => asOwner('DELETE', `/guests/${former.id}`));
    expect(gone.text).toBe(eventOf(room));
    const invite = async () => {
      const sent = await asOwner('POST', '/guest-invitations', { email: former.email, partner: 'rival-a' });
      await server.ask('POST', '/guest-invitations/accept', { token: sent.body['token'] }, former.headers);
    };
    const back = await stream.after(invite);
    expect(back.text).toBe(eventOf(room));
    expect([gone.ms, back.ms].filter((ms) => ms >= 1_000)).toEqual([]);
    await asOwner('DELETE', `/publications/${room}`);
    stream.leave();
  });

  test('hears no byte of what a rival is shown, asked and answers, of other drafts, or of the register', async () => {
    const own = (await publish([{ partner: 'rival-a' }])).id;
    const stream = await listen(anna);
    const rival = await listen(bert);
    const theirs = (await publish([{ partner: 'rival-b' }])).id;
    await asOwner('POST', `/publications/${own}/grants`, { to: [{ partner: 'rival-b' }], until: daysAhead(9) });
    await asOwner('POST', `/publications/${theirs}/editions`);
    const body = { kind: 'venture-stakes', partner: 'rival-b' };
    const request = await asOwner('POST', `/publications/${own}/requests`, body);
    await server.ask(
      'POST',
      `/rooms/${own}/requests/${request.id}/draft`,
      { verdict: 'comment', words: 'Not ours' },
      bert.headers,
    );
    await guestOf('rival-b', 'Another of B');
    await asOwner('POST', '/organisations', { name: 'Somebody', slug: 'somebody' });
    await twoLooks();
    expect(rival.said()).toContain(theirs);
    const heard = rival.said();
    // What is written and not sent is told to nobody, the writer included.
    await server.ask('POST', `/rooms/${own}/requests/${request.id}/draft`, { verdict: 'confirm' }, bert.headers);
    await asOwner('DELETE', `/publications/${own}/requests/${request.id}`);
    await asOwner('DELETE', `/publications/${theirs}`);
    await twoLooks();
    expect(rival.said().length).toBeGreaterThan(heard.length);
    expect(stream.said()).toBe(BEGINNING);
    for (const each of [stream, rival]) each.leave();
    await asOwner('DELETE', `/publications/${own}`);
  });

  test('ends within a second of the session that opened it', async () => {
    const stream = await listen(bert);
    ended.add(bert.accountId);
    const begun = Date.now();
    await stream.end;
    expect(Date.now() - begun).toBeLessThan(1_000);
    expect((await listen(bert)).status).toBe(401);
    ended.delete(bert.accountId);
  });

  test('ends when the server stops, which waits for nobody', async () => {
    const app = await listening();
    const stream = await listen(anna, app);
    const begun = Date.now();
    await app.close();
    await stream.end;
    expect(Date.now() - begun).toBeLessThan(1_000);
  });

  test('is one of eight that a person may have; who leaves makes room, and a head is none', async () => {
    for (let nth = 0; nth < 10; nth += 1) {
      const url = '/api/v1/rooms/changes';
      await second.inject({ method: 'HEAD', url, headers: { host: `localhost:${PORT}`, ...anna.headers } });
    }
    const streams = [];
    for (let nth = 0; nth < 8; nth += 1) streams.push(await listen(anna));
    expect(streams.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
    expect((await listen(anna)).status).toBe(429);
    const other = await listen(bert);
    expect(other.status).toBe(200);
    other.leave();
    streams.pop()?.leave();
    await expect.poll(async () => (await listen(anna)).status, { timeout: 5_000 }).toBe(200);
    for (const { leave } of streams) leave();
  });
});

const pauseOf = (ms: number) => (): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('a stream whose other end', () => {
  const listener = (standings: () => Promise<Standings | null>) => {
    const faults: unknown[] = [];
    return { faults, personId: 'somebody', standings, onFault: (error: unknown) => faults.push(error) };
  };

  test('takes nothing in is given up, rather than what it misses be kept', async () => {
    const changes = new RoomChanges();
    let times = 0;
    const many = (): Standings => new Map(Array.from({ length: 200 }, (_, nth) => [`room ${nth}`, String(times)]));
    const opened = await changes.open(listener(() => Promise.resolve(((times += 1), many()))));
    invariant(opened.ok, 'it opens');
    opened.value.once('error', () => undefined);
    await expect.poll(() => opened.value.destroyed, { timeout: 20_000 }).toBe(true);
    expect(opened.value.readableLength).toBeLessThan(64 * 1024);
    changes.close();
  });

  test('cannot be told because nothing could be asked ends, and says why to whoever runs the server', async () => {
    const changes = new RoomChanges();
    let isAway = false;
    const guest = listener(() => (isAway ? Promise.reject(new Error('away')) : Promise.resolve(new Map())));
    const opened = await changes.open(guest);
    invariant(opened.ok, 'it opens');
    isAway = true;
    opened.value.resume();
    await new Promise((resolve) => opened.value.once('end', resolve));
    expect(guest.faults).toEqual([new Error('away')]);
    changes.close();
  });

  test('comes after the server began to stop is ended at once', async () => {
    const changes = new RoomChanges();
    changes.close();
    const opened = await changes.open(listener(() => Promise.resolve(new Map())));
    expect(Outcome.of(opened.ok)).toEqual(Outcome.of(true));
    invariant(opened.ok, 'it opens');
    opened.value.resume();
    await new Promise((resolve) => opened.value.once('end', resolve));
  });
});

test.each([
  [[], [], []],
  [[['a', '1']], [['a', '1']], []],
  [[['a', '1']], [], ['a']],
  [[], [['a', '1']], ['a']],
  [
    [
      ['b', '1'],
      ['a', '1'],
    ],
    [
      ['a', '2'],
      ['b', '2'],
    ],
    ['a', 'b'],
  ],
] as const)('rooms that were %j and are %j have changed: %j', (before, now, changed) => {
  expect(changedRooms(new Map(before), new Map(now))).toEqual(changed);
});
