import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { prepared, tag } from './test-records.ts';
import { type Reply, testServer } from './test-server.ts';

const server = await testServer();
const { ask, database } = server;
const path = await prepared(server, 'random');
const changeOf = (reply: Reply): string => String(reply.headers['entente-change']);

const tables = (
  await sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_trigger t on t.tgrelid = c.oid and t.tgname = 'touch'`.execute(
    database.superuser,
  )
).rows.map(({ name }) => name);

/** Every row of the register as it is, without the marks that every write leaves. */
async function everything(): Promise<unknown> {
  const rows: Record<string, unknown> = {};
  for (const name of [...tables, 'record']) {
    const held = await sql<{ row: unknown }>`
      select to_jsonb(t) - 'version' - 'updated_at' as row from ${sql.table(`app.${name}`)} t order by id`.execute(
      database.superuser,
    );
    rows[name] = held.rows;
  }
  return rows;
}

const numbered = (of: string) => fc.nat(4).map((n) => `${of}-${n}`);
const year = fc.integer({ min: 1990, max: 1995 }).map(String);
const share = fc.constantFrom('10', '33.3', '50', '66.7');
const shareOrNone = fc.option(share);
const reason = fc.option(fc.constantFrom('Annual report', '訂正'), { nil: undefined });

const creation = fc.oneof(
  fc.record({
    collection: fc.constant('organisations'),
    body: fc.record({ name: fc.constantFrom('Alpha', '乙社'), slug: numbered('o'), founded: year }),
  }),
  fc.record({
    collection: fc.constant('stakes'),
    body: fc.record({
      alliance: fc.constant('alliance'),
      holders: numbered('others'),
      share: shareOrNone,
      from: year,
    }),
  }),
  fc.record({
    collection: fc.constant('memberships'),
    body: fc.record({ alliance: fc.constant('alliance'), organisation: numbered('o'), from: year }),
  }),
  fc.record({
    collection: fc.constant('events'),
    body: fc.record({
      title: fc.constantFrom('Signed', '着工'),
      date: year,
      about: fc.subarray([
        { kind: 'alliance', id: 'alliance' },
        { kind: 'organisation', id: 'parent' },
      ]),
    }),
  }),
  fc.record({
    collection: fc.constant('claims'),
    body: fc.record({
      subject: fc.record({ kind: fc.constant('organisation'), id: numbered('o') }),
      field: fc.constant('founded'),
      value: year,
      source: fc.constant('article'),
      place: fc.constant('p. 1'),
      rank: fc.constantFrom('normal', 'preferred'),
      reason: fc.constant('It says so'),
    }),
  }),
);
const CHANGES: Readonly<Record<string, fc.Arbitrary<object>>> = {
  organisations: fc.record(
    { name: fc.constantFrom('Beta', '丙社'), founded: fc.option(year), slug: numbered('o') },
    { requiredKeys: [] },
  ),
  stakes: fc.record({ share: shareOrNone, from: year }, { requiredKeys: [] }),
  memberships: fc.record({ role: fc.option(fc.constant('licensor')), from: year }, { requiredKeys: [] }),
  events: fc.record(
    { title: fc.constant('Opened'), about: fc.subarray([{ kind: 'organisation', id: 'parent' }]) },
    { requiredKeys: [] },
  ),
  claims: fc.record(
    { value: year, rank: fc.constantFrom('normal', 'preferred', 'deprecated'), reason: fc.constant('Looked again') },
    { requiredKeys: [] },
  ),
};
const command = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('create' as const), creation, reason }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('change' as const),
      at: fc.nat(),
      to: fc.record(CHANGES as Record<string, fc.Arbitrary<object>>),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('remove' as const), at: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const), at: fc.nat() }) },
);
type Command = typeof command extends fc.Arbitrary<infer C> ? C : never;
type Made = { readonly collection: string; readonly id: string };

async function run(step: Command, made: Made[], changes: readonly string[]): Promise<Reply | null> {
  if (step.do === 'create') {
    const { collection, body } = step.creation;
    const given = collection === 'claims' ? body : { ...body, reason: step.reason };
    const reply = await ask('POST', `${path}/${collection}`, given);
    if (reply.status === 201) made.push({ collection, id: reply.id });
    return reply;
  }
  if (step.do === 'undo') {
    const change = changes[step.at % Math.max(changes.length, 1)];
    return change === undefined ? null : ask('POST', `${path}/changes/${change}/undo`, {});
  }
  const target = made[step.at % Math.max(made.length, 1)];
  if (target === undefined) return null;
  const address = `${path}/${target.collection}/${target.id}`;
  const before = await ask('GET', address);
  if (before.status !== 200) return null;
  return step.do === 'remove'
    ? ask('DELETE', address, undefined, tag(before))
    : ask('PATCH', address, step.to[target.collection], tag(before));
}

test('undoing every change of a random history, the last one first, gives back each earlier state', async () => {
  let undone = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 8, maxLength: 18 }), async (steps) => {
      const made: Made[] = [];
      const history: { readonly change: string; readonly before: unknown }[] = [];
      let state = await everything();
      for (const step of steps) {
        const reply = await run(
          step,
          made,
          history.map(({ change }) => change),
        );
        if (reply === null) continue;
        expect(reply.status, reply.text).toBeLessThan(500);
        const after = await everything();
        if (reply.status >= 400) expect(after).toEqual(state);
        else history.push({ change: changeOf(reply), before: state });
        state = after;
      }
      for (const { change, before } of history.reverse()) {
        const reply = await ask('POST', `${path}/changes/${change}/undo`, {});
        expect(reply.status, reply.text).toBe(201);
        expect(await everything()).toEqual(before);
        undone += 1;
      }
    }),
    // A history that failed leaves its records behind: a shorter one would not begin where this one did.
    { numRuns: 8, endOnFailure: true },
  );
  expect(undone).toBeGreaterThan(20);
});

test('of two edits that race, one is made whole and the other refused without a trace', async () => {
  const edit = fc.record({ share, holders: numbered('raced'), reason }, { requiredKeys: ['holders'] });
  const added = await ask('POST', `${path}/stakes`, { alliance: 'alliance', holders: 'racers', from: '1996' });
  const address = `${path}/stakes/${added.id}`;
  await fc.assert(
    fc.asyncProperty(edit, edit, async (one, other) => {
      const before = await everything();
      const read = await ask('GET', address);
      const replies = await Promise.all([one, other].map((body) => ask('PATCH', address, body, tag(read))));
      const winner = replies.findIndex(({ status }) => status === 200);
      const loser = replies[1 - winner];
      expect(replies.map(({ status }) => status).sort(), replies.map(({ text }) => text).join('\n')).toEqual([
        200, 412,
      ]);
      expect(loser?.body).toMatchObject({ code: 'version-stale', yourVersion: Number(read.body['version']) });
      const now = await ask('GET', address);
      expect(now.body).toMatchObject(
        [one, other][winner]?.share === undefined ? {} : { share: [one, other][winner]?.share },
      );
      expect(now.body['holders']).toBe([one, other][winner]?.holders);
      const undone = await ask('POST', `${path}/changes/${changeOf(replies[winner] as Reply)}/undo`, {});
      expect(undone.status, undone.text).toBe(201);
      expect(await everything()).toEqual(before);
    }),
    { numRuns: 10, endOnFailure: true },
  );
});
