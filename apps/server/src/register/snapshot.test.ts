import { ACCESS_CLASSES } from '@entente/core/accounts';
import { registerFromSources } from '@entente/core/register';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { localCaller } from './demo.commands.ts';
import { readRegisterRows, Snapshots } from './snapshot.commands.ts';
import { prepared, tag } from './test-records.ts';
import { testServer } from './test-server.ts';

const server = await testServer();
const { ask, database } = server;
const path = await prepared(server, 'snapshot');
const caller = await localCaller(database.app, '2026-11-22');

describe('a snapshot', () => {
  test('for a narrower audience holds nothing of a wider class, and nothing that refers to it', async () => {
    await ask('POST', `${path}/organisations`, { name: 'Secret partner', slug: 'secret', class: 'CLEAN' });
    await ask('POST', `${path}/memberships`, { alliance: 'alliance', organisation: 'secret' });
    await ask('POST', `${path}/alliances`, { name: 'Secret alliance', slug: 'hidden', class: 'NEVER' });
    await ask('POST', `${path}/alliances`, { name: 'Merged', slug: 'merged', endedInto: 'hidden' });
    await ask('POST', `${path}/events`, {
      title: 'Both meet',
      slug: 'both',
      about: [
        { kind: 'alliance', id: 'hidden' },
        { kind: 'alliance', id: 'alliance' },
      ],
    });
    await ask('POST', `${path}/stakes`, { alliance: 'alliance', holder: 'parent', share: '50', from: '1994' });
    const read = (audience: readonly (typeof ACCESS_CLASSES)[number][]) =>
      database.app.transaction().execute(async (transaction) => {
        const { rows } = await sql<{ id: string }>`select id from app.workspace where slug = 'snapshot'`.execute(
          database.superuser,
        );
        await sql`select set_config('entente.workspace', ${rows[0]?.id ?? ''}, true),
          set_config('entente.actor', ${caller.actor.personId}, true)`.execute(transaction);
        return readRegisterRows(transaction, audience);
      });
    const all = await read(ACCESS_CLASSES);
    const narrow = await read(['INTERNAL', 'SHAREABLE']);
    expect(JSON.stringify(all)).toMatch(/Secret partner.*Secret alliance/s);
    expect(JSON.stringify(narrow)).not.toContain('Secret');
    for (const hidden of ['secret', 'hidden']) {
      const id = [...all.organisations, ...all.alliances].find(({ slug }) => slug === hidden)?.id ?? hidden;
      expect(JSON.stringify(all)).toContain(id);
      expect(JSON.stringify(narrow)).not.toContain(id);
    }
    expect(narrow.memberships).toHaveLength(all.memberships.length - 1);
    expect(narrow.events[0]?.about).toHaveLength(1);
    expect(narrow.stakes).toHaveLength(1);
    expect((await read([])).claims).toEqual([]);
  });

  test('is kept while nothing changes, and belongs to one version while writes go on', async () => {
    const snapshots = new Snapshots();
    const house = await ask('POST', `${path}/houses`, { name: 'Counted' });
    let version = house;
    const writing = (async () => {
      for (let round = 0; round < 15; round += 1) {
        version = await ask('PATCH', `${path}/houses/${house.id}`, { name: `Counted ${round}` }, tag(version));
        expect(version.status).toBe(200);
      }
    })();
    for (let round = 0; round < 8; round += 1) {
      const outcome = await snapshots.snapshotOf(caller, 'snapshot');
      if (!outcome.ok) throw new Error('no snapshot');
      const { rows } = outcome.value;
      // Row and claim are written by one change: a snapshot that mixed two versions would show them apart.
      const name = rows.houses.find(({ id }) => id === house.id)?.name;
      expect(registerFromSources(rows, null).house(house.id)?.name).toBe(name);
    }
    await writing;
    const [one, other] = [
      await snapshots.snapshotOf(caller, 'snapshot'),
      await snapshots.snapshotOf(caller, 'snapshot'),
    ];
    expect(one.ok && other.ok && one.value === other.value).toBe(true);
  });

  test('goes when more workspaces are read than may be kept', async () => {
    const snapshots = new Snapshots(1);
    await ask('POST', '/workspaces', { name: 'Other', slug: 'other' });
    const first = await snapshots.snapshotOf(caller, 'snapshot');
    await snapshots.snapshotOf(caller, 'other');
    const again = await snapshots.snapshotOf(caller, 'snapshot');
    expect(first.ok && again.ok && first.value !== again.value).toBe(true);
  });
});
