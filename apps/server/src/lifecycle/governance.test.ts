import { lifecycleRoutes } from '@entente/contract/lifecycle';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { enrol, identifyByHeader, person, type TestPerson } from '../authorisation/test-people.store.ts';
import { configurationFrom } from '../platform/configuration.ts';
import { shippedLibrary } from '../register/case-library.ts';
import { createDemoWorkspace, localCaller } from '../register/demo.commands.ts';
import { registerRoom } from '../register/register.routes.ts';
import { testServer } from '../register/test-server.ts';
import { lifecycleRoom } from './lifecycle.routes.ts';

const server = await testServer([registerRoom, lifecycleRoom], identifyByHeader);
let manager: TestPerson;

beforeAll(async () => {
  const configuration = configurationFrom({ ENTENTE_DEMO: '1' });
  if (!configuration.ok) throw new Error('the default configuration holds');
  const { rows } = shippedLibrary(configuration.value.projectFolder);
  await createDemoWorkspace(
    await localCaller(server.database.app, '2026-11-22'),
    () => Promise.resolve(rows),
    () => Promise.resolve(),
  );
  manager = await person(server.database, 'Manager');
  const found = await sql<{ id: string }>`select id from app.workspace where slug = 'demo'`.execute(
    server.database.superuser,
  );
  await enrol(server.database, found.rows[0]?.id ?? '', manager.id, 'manager');
});

const ask = (path: string, method: 'GET' | 'POST' | 'PATCH' = 'GET', body?: unknown, more = {}) =>
  server.ask(method, `/workspaces/demo${path}`, body, { ...manager.headers, ...more });
const read = async (alliance: string, asOf: string) =>
  lifecycleRoutes.governance.answer.parse((await ask(`/alliances/${alliance}/governance-form?asOf=${asOf}`)).body);

/** Past the register's own rules, so that the firm alone has another class. */
const classed = (organisation: string, to: 'CLEAN' | 'INTERNAL') =>
  server.database.superuser.transaction().execute(async (transaction) => {
    await sql`set local session_replication_role = replica`.execute(transaction);
    await sql`update app.organisation set class = ${to} where id = ${organisation}::uuid`.execute(transaction);
  });

describe('the governance form that resources speak for, over HTTP', () => {
  it('is refused for an alliance that is not there, and for a day that is none', async () => {
    expect((await ask('/alliances/nowhere/governance-form')).status).toBe(404);
    expect((await ask('/alliances/ft-china/governance-form?asOf=2004')).status).toBe(400);
  });

  it('tells what each member brings, of which type, and where that stands', async () => {
    const { alliance, members, preferences, common, present } = await read('ft-china', '2004-12-31');
    expect(alliance).toMatchObject({ slug: 'ft-china' });
    expect(members.map(({ organisation, profile }) => [organisation.slug, profile])).toEqual([
      ['ffg', 'both'],
      ['takamatsu-machinery', 'knowledge'],
    ]);
    expect(members.flatMap(({ resources }) => resources).every(({ evidence }) => evidence.length > 0)).toBe(true);
    expect(members[0]?.resources.filter(({ type }) => type === null)).toHaveLength(5);
    expect(preferences.map(({ forms }) => forms)).toEqual([
      ['bilateral-contract', 'equity-joint-venture'],
      ['bilateral-contract', 'minority-equity'],
    ]);
    expect([common, present]).toEqual([['bilateral-contract'], 'equity-joint-venture']);
  });

  it('gives no advice where nobody types what is brought', async () => {
    const { members, preferences, common } = await read('fujiwa', '2005-12-31');
    expect(members.length).toBeGreaterThan(1);
    expect([preferences, common]).toEqual([[], []]);
  });

  it('leaves a member out whom the reader may not see, and what would be preferred towards them', async () => {
    const { members } = await read('ft-china', '2004-12-31');
    const hidden = members[1]?.organisation.id ?? '';
    await classed(hidden, 'CLEAN');
    try {
      const answer = await ask('/alliances/ft-china/governance-form?asOf=2004-12-31');
      expect(answer.status).toBe(200);
      expect(JSON.stringify(answer.body)).not.toContain(hidden);
    } finally {
      await classed(hidden, 'INTERNAL');
    }
  });
});
