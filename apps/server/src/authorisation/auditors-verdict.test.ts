import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { auditRoom } from '../audit/audit.routes.ts';
import { registerRoom } from '../register/register.routes.ts';
import { testServer } from '../register/test-server.ts';
import { enrol, identifyByHeader, person } from './test-people.store.ts';

const server = await testServer([registerRoom, auditRoom], identifyByHeader);
const owner = await person(server.database, 'An owner');
const ask = (who: typeof owner, method: 'GET' | 'POST', path: string, body?: unknown) =>
  server.ask(method, path, body, who.headers);
const workspace = await ask(owner, 'POST', '/workspaces', { name: 'Firm', slug: 'firm' });
const team = await person(server.database, 'Of the team');
await enrol(server.database, workspace.id, team.id, 'manager', { cleanTeam: true });
const at = '/workspaces/firm';

const verdictFor = async (who: typeof owner) => (await ask(who, 'POST', `${at}/audit/verification`, {})).body;

test.each([
  ['owner', 1],
  ['administrator', 1],
  ['auditor', 2],
] as const)('the audit is whole for the %s, who does not read all classes', async (role, unread) => {
  const slug = `of-${role}`;
  const clean = { name: 'Hidden', slug: `clean-${slug}`, class: 'CLEAN' };
  expect((await ask(team, 'POST', `${at}/organisations`, clean)).status).toBe(201);
  const never = { name: 'Hidden', slug: `never-${slug}`, class: 'NEVER' };
  expect((await ask(owner, 'POST', `${at}/organisations`, never)).status).toBe(201);
  const who = await person(server.database, `Some ${role}`);
  await enrol(server.database, workspace.id, who.id, role);
  const before = await verdictFor(who);
  expect(before).toMatchObject({ faults: [] });
  expect(before['guarded']).toBeGreaterThanOrEqual(unread);
});

test('why a change of the class CLEAN was made is told to whoever reads that class; its entry holds the digest of the words', async () => {
  const reason = 'As they asked in confidence';
  const body = { name: 'Hidden', slug: 'clean-reasoned', class: 'CLEAN', reason };
  expect((await ask(team, 'POST', `${at}/organisations`, body)).status).toBe(201);
  const administrator = await person(server.database, 'An administrator apart');
  await enrol(server.database, workspace.id, administrator.id, 'administrator');
  const told = async (who: typeof owner, path: string) =>
    (await server.askRaw('GET', `${at}${path}`, undefined, who.headers)).text;
  expect(await told(team, '/changes')).toContain(reason);
  for (const path of ['/changes', '/audit', '/audit/file']) {
    const text = await told(administrator, path);
    expect(text).toContain('create-organisation');
    expect(text).not.toContain(reason);
  }
  const digest = createHash('sha256').update(reason).digest('hex');
  expect(await told(administrator, '/audit/file')).toContain(digest);
  expect(await verdictFor(administrator)).toMatchObject({ faults: [] });
});

test('what is taken out of the log is told to whoever reads its class, and a digest that is changed to all', async () => {
  const auditor = await person(server.database, 'An auditor');
  await enrol(server.database, workspace.id, auditor.id, 'auditor');
  const { superuser } = server.database;
  await sql`set session_replication_role = replica`.execute(superuser);
  const changed = await sql`
    update app.change set after = after || '{"name": "Another"}' where class = 'NEVER' and after->>'name' = 'Hidden'`.execute(
    superuser,
  );
  expect(Number(changed.numAffectedRows)).toBeGreaterThan(0);
  expect((await verdictFor(owner))['faults']).not.toEqual([]);
  expect((await verdictFor(auditor))['faults']).toEqual([]);
  await sql`
    update app.audit_entry set content = regexp_replace(content, '("guarded": \\[\\[\\d+, \\d+, ")[0-9a-f]{4}', '\\1dead')`.execute(
    superuser,
  );
  expect((await verdictFor(auditor))['faults']).not.toEqual([]);
});
