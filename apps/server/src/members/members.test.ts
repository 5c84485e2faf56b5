import { ROLE_CLASSES, ROLE_TABLE, ROLES, type Role } from '@entente/core/accounts';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { auditRoom } from '../audit/audit.routes.ts';
import { inWorkspace } from '../platform/database.ts';
import { registerRoom } from '../register/register.routes.ts';
import { testServer } from '../register/test-server.ts';
import { membersRoom } from './members.routes.ts';
import { enrol, identifyByHeader, person } from '../authorisation/test-people.store.ts';

const server = await testServer([registerRoom, membersRoom, auditRoom], identifyByHeader);
const { ask, database } = server;

const owner = await person(database, 'Owner One');
const made = await ask('POST', '/workspaces', { name: 'Here', slug: 'here' }, owner.headers);
const here = made.id;
const path = '/workspaces/here';
const people = Object.fromEntries(
  await Promise.all(
    ROLES.filter((role) => role !== 'guest').map(async (role) => {
      const each = await person(database, `The ${role}`);
      await enrol(database, here, each.id, role);
      return [role, each] as const;
    }),
  ),
);
const as = (role: Exclude<Role, 'guest'>) => {
  const found = people[role];
  if (found === undefined) throw new Error(role);
  return found;
};
const outsider = await person(database, 'Outsider');
const members = async (who = owner) =>
  (await ask('GET', `${path}/members`, undefined, who.headers)).body['items'] as Member[];
type Member = { person: { id: string }; version: number; role: Role; cleanTeam: boolean; endedAt: string | null };
const memberOf = async (id: string): Promise<Member> => {
  const found = (await members()).find((each) => each.person.id === id);
  if (found === undefined) throw new Error('no such member');
  return found;
};
const change = async (who: { headers: Record<string, string> }, id: string, body: object) =>
  ask('PATCH', `${path}/members/${id}`, body, { ...who.headers, 'if-match': `"${(await memberOf(id)).version}"` });

describe('the table of roles', () => {
  test('stands in the database as in core, row by row', async () => {
    const permissions = await sql<{ role: Role; action: string }>`select role, action from app.role_permission`.execute(
      database.superuser,
    );
    const expected = Object.entries(ROLE_TABLE).flatMap(([action, roles]) => roles.map((role) => `${role} ${action}`));
    expect(permissions.rows.map(({ role, action }) => `${role} ${action}`).sort()).toEqual(expected.sort());
    const classes = await sql<{ role: Role; class: string }>`select role, class from app.role_class`.execute(
      database.superuser,
    );
    const read = Object.entries(ROLE_CLASSES).flatMap(([role, each]) => each.map((name) => `${role} ${name}`));
    expect(classes.rows.map((row) => `${row.role} ${row.class}`).sort()).toEqual(read.sort());
  });

  test('decides what each role does over HTTP', async () => {
    await ask('POST', `${path}/organisations`, { name: 'Seen by all', slug: 'seen' }, owner.headers);
    for (const role of ROLES.filter((each) => each !== 'guest')) {
      const { headers } = as(role);
      const writes = ['owner', 'administrator', 'manager', 'contributor'].includes(role);
      const configures = ['owner', 'administrator'].includes(role);
      const reads = await ask('GET', `${path}/organisations`, undefined, headers);
      const wrote = await ask('POST', `${path}/organisations`, { name: `Of the ${role}`, slug: `of-${role}` }, headers);
      const arranged = await ask(
        'POST',
        `${path}/custom-fields`,
        { kind: 'alliance', key: `by-${role}`, as: 'line', labels: { en: role } },
        headers,
      );
      const audited = await ask('GET', `${path}/audit?limit=1`, undefined, headers);
      expect([role, reads.status, wrote.status, arranged.status, audited.status]).toEqual([
        role,
        200,
        writes ? 201 : 404,
        configures ? 201 : 404,
        configures || role === 'auditor' ? 200 : 404,
      ]);
    }
  });
});

describe('a workspace', () => {
  test('belongs to its maker, who is the first of its clean team', async () => {
    expect(made.body).toMatchObject({ role: 'owner', abilities: { write: true, manageMembers: true } });
    expect(await memberOf(owner.id)).toMatchObject({ role: 'owner', cleanTeam: true, endedAt: null });
  });

  // @asvs V8.4.1
  test('answers strangers as one that is not there, byte by byte', async () => {
    const asked = await Promise.all(
      ['here', 'gone'].map((slug) => ask('GET', `/workspaces/${slug}/organisations/seen`, undefined, outsider.headers)),
    );
    const [there, absent] = asked.map(({ status, text }) => [status, text.replaceAll(/here|gone/g, 'x')]);
    expect(there).toEqual(absent);
    expect(there?.[0]).toBe(404);
    const byId = await ask('GET', `/workspaces/${here}`, undefined, outsider.headers);
    expect(byId.body['code']).toBe('workspace-not-found');
    const list = await ask('GET', '/workspaces', undefined, outsider.headers);
    expect(list.body).toMatchObject({ items: [], total: 0 });
  });

  test('asks who one is before anything else', async () => {
    for (const slug of ['here', 'gone']) {
      const asked = await ask('GET', `/workspaces/${slug}`);
      expect([asked.status, asked.body['code']]).toEqual([401, 'sign-in-required']);
    }
  });

  test('keeps an owner: the last one neither leaves nor becomes something else', async () => {
    const alone = await person(database, 'Alone');
    await ask('POST', '/workspaces', { name: 'Alone', slug: 'alone' }, alone.headers);
    const address = `/workspaces/alone/members/${alone.id}`;
    for (const body of [{ ended: true }, { role: 'reader' }]) {
      const refused = await ask('PATCH', address, body, { ...alone.headers, 'if-match': '"1"' });
      expect([refused.status, refused.body['code']]).toEqual([409, 'owner-needed']);
    }
    expect((await ask('GET', '/workspaces/alone', undefined, alone.headers)).body['role']).toBe('owner');
  });

  test('keeps one when two leave at once', async () => {
    const [one, two] = [await person(database, 'First of two'), await person(database, 'Second of two')];
    const pair = await ask('POST', '/workspaces', { name: 'Pair', slug: 'pair' }, one.headers);
    await enrol(database, pair.id, two.id, 'owner');
    const leave = ({ id, headers }: typeof one) =>
      ask('PATCH', `/workspaces/pair/members/${id}`, { ended: true }, { ...headers, 'if-match': '"1"' });
    const statuses = (await Promise.all([leave(one), leave(two)])).map(({ status }) => status).sort();
    expect(statuses).toEqual([200, 409]);
  });
});

describe('a member', () => {
  test('is made owner by owners alone, in the database too', async () => {
    const { id } = as('reader');
    const refused = await change(as('administrator'), id, { role: 'owner' });
    expect([refused.status, refused.body['code']]).toEqual([403, 'role-reserved']);
    const past = inWorkspace(database.app, { workspaceId: here, actorId: as('administrator').id }, (transaction) =>
      sql`update app.member set role = 'owner' where person_id = ${id}`.execute(transaction),
    );
    await expect(past).rejects.toMatchObject({ code: '42501' });
    expect((await change(owner, id, { role: 'owner' })).status).toBe(200);
    expect((await change(owner, id, { role: 'reader' })).body['role']).toBe('reader');
  });

  test('changes nothing about themselves or others without the right to, in the database too', async () => {
    const { id, headers } = as('contributor');
    expect((await change({ headers }, id, { role: 'manager' })).status).toBe(404);
    const raised = await inWorkspace(database.app, { workspaceId: here, actorId: id }, (transaction) =>
      sql`update app.member set role = 'reader' where person_id = ${as('manager').id}`.execute(transaction),
    );
    expect(raised.numAffectedRows).toBe(0n);
    const own = inWorkspace(database.app, { workspaceId: here, actorId: id }, (transaction) =>
      sql`update app.member set role = 'administrator' where person_id = ${id}`.execute(transaction),
    );
    await expect(own).rejects.toMatchObject({ code: '42501' });
    expect((await memberOf(id)).role).toBe('contributor');
  });

  test('who left sees nothing from the next request on, and is named by history still', async () => {
    const leaver = await person(database, 'Leaver');
    await enrol(database, here, leaver.id, 'contributor');
    await ask('POST', `${path}/organisations`, { name: 'Left behind', slug: 'left-behind' }, leaver.headers);
    expect((await change(leaver, leaver.id, { ended: true })).status).toBe(200);
    expect((await ask('GET', path, undefined, leaver.headers)).body['code']).toBe('workspace-not-found');
    const history = await ask('GET', `${path}/changes?limit=5`, undefined, owner.headers);
    expect(history.text).toContain('Leaver');
  });

  test('is told apart by version when two change them', async () => {
    const { id } = as('auditor');
    const stale = await ask(
      'PATCH',
      `${path}/members/${id}`,
      { role: 'reader' },
      { ...owner.headers, 'if-match': '"99"' },
    );
    expect(stale.body['code']).toBe('version-stale');
  });

  test('joins the clean team when an owner names them, and reads CLEAN records from then on', async () => {
    await ask(
      'POST',
      `${path}/organisations`,
      { name: 'Kept clean', slug: 'kept-clean', class: 'CLEAN' },
      owner.headers,
    );
    const { id, headers } = as('manager');
    const seen = async () => (await ask('GET', `${path}/organisations/kept-clean`, undefined, headers)).status;
    expect(await seen()).toBe(404);
    expect((await change(as('administrator'), id, { cleanTeam: true })).body['code']).toBe('role-reserved');
    expect((await change(owner, id, { cleanTeam: true })).body['cleanTeam']).toBe(true);
    expect(await seen()).toBe(200);
    expect((await change(owner, id, { cleanTeam: false })).body['cleanTeam']).toBe(false);
    expect(await seen()).toBe(404);
  });
});

describe('records of the class NEVER', () => {
  test('are nowhere for a contributor: no list, count, search, export, history, page', async () => {
    await ask(
      'POST',
      `${path}/organisations`,
      { name: 'Zanzibar Candidate', slug: 'zanzibar', class: 'NEVER' },
      owner.headers,
    );
    const { headers } = as('contributor');
    const places = [
      '/organisations?limit=200',
      '/organisations/zanzibar',
      '/organisations/table?format=csv&language=en',
      '/organisations/summary',
      '/search?q=zanzibar',
      '/changes?limit=100',
      '/discrepancies',
      '/claims?limit=200',
    ];
    for (const place of places) {
      const seen = await ask('GET', `${path}${place}`, undefined, headers).catch((error: unknown) => String(error));
      expect([place, /zanzibar/i.test(typeof seen === 'string' ? seen : seen.text.replaceAll(place, ''))]).toEqual([
        place,
        false,
      ]);
    }
    const counted = async (who: typeof owner) =>
      (await ask('GET', `${path}/organisations?limit=1`, undefined, who.headers)).body['total'];
    expect(Number(await counted(owner)) - Number(await counted(as('contributor')))).toBe(2);
  });

  test('stay unseen and unwritten when the database is asked past the API', async () => {
    const { id } = as('contributor');
    const run = <T>(statement: ReturnType<typeof sql<T>>) =>
      inWorkspace(database.app, { workspaceId: here, actorId: id }, (transaction) => statement.execute(transaction));
    expect((await run(sql`select from app.organisation where class = 'NEVER'`)).rows).toEqual([]);
    const raised = run(sql`update app.organisation set class = 'NEVER' where slug = 'seen'`);
    await expect(raised).rejects.toMatchObject({ code: '42501' });
  });
});

describe('an invitation', () => {
  const invite = async (email: string, role = 'reader') =>
    ask('POST', `${path}/invitations`, { email, role }, owner.headers);
  const accept = (token: unknown, who: typeof owner) => ask('POST', '/invitations/accept', { token }, who.headers);

  test('is read by whoever holds the link, accepted once by the address it is for', async () => {
    const guest = await person(database, 'New Colleague');
    const sent = await invite(guest.email.toUpperCase(), 'contributor');
    expect(sent.status).toBe(201);
    const { token } = sent.body;
    const read = await ask('POST', '/invitations/read', { token });
    expect(read.body).toMatchObject({ role: 'contributor', workspace: { name: 'Here' } });
    expect((await accept(token, outsider)).body['code']).toBe('invitation-of-another');
    expect((await accept(token, guest)).body).toMatchObject({ workspace: { slug: 'here' } });
    expect((await ask('GET', path, undefined, guest.headers)).body['role']).toBe('contributor');
    expect((await accept(token, guest)).body['code']).toBe('invitation-over');
    expect((await invite(guest.email)).body['code']).toBe('member-there');
  });

  test('that is withdrawn, over or made up holds no more, all answered alike', async () => {
    const late = await person(database, 'Too Late');
    const withdrawn = (await invite(late.email)).body as { token: string; invitation: { id: string } };
    const expired = (await invite(late.email)).body as { token: string; invitation: { id: string } };
    const end = await ask('DELETE', `${path}/invitations/${withdrawn.invitation.id}`, undefined, owner.headers);
    expect(end.status).toBe(204);
    await sql`update app.invitation set created_at = now() - interval '9 days', expires_at = now() - interval '1 second'
      where id = ${expired.invitation.id}`.execute(database.superuser);
    const texts = [];
    for (const token of [withdrawn.token, expired.token, 'A'.repeat(43)]) {
      texts.push((await accept(token, late)).text, (await ask('POST', '/invitations/read', { token })).text);
    }
    expect(new Set(texts.map((text) => text.replace(/accept|read/, ''))).size).toBe(1);
    const states = (await ask('GET', `${path}/invitations`, undefined, owner.headers)).text;
    expect(states).toMatch(/"withdrawn"/);
    expect(states).toMatch(/"expired"/);
    expect(states).not.toContain(withdrawn.token);
  });

  test('lets nobody in with another role, or without the link, past the API', async () => {
    const sneak = await person(database, 'Sneak');
    const { token } = (await invite(sneak.email, 'reader')).body as { token: string };
    const join = (role: string, link: string) =>
      inWorkspace(database.app, { workspaceId: here, actorId: sneak.id }, async (transaction) => {
        await sql`select set_config('entente.invitation', ${link}, true)`.execute(transaction);
        await sql`insert into app.member (workspace_id, person_id, role) values (${here}, ${sneak.id}, ${role})`.execute(
          transaction,
        );
      });
    await expect(join('administrator', token)).rejects.toMatchObject({ code: '42501' });
    await expect(join('reader', '')).rejects.toMatchObject({ code: '42501' });
    await expect(join('reader', token)).resolves.toBeUndefined();
  });

  test('to be an owner is an owner’s to send', async () => {
    const refused = await ask(
      'POST',
      `${path}/invitations`,
      { email: 'x@example.org', role: 'owner' },
      as('administrator').headers,
    );
    expect([refused.status, refused.body['code']]).toEqual([403, 'role-reserved']);
    expect((await ask('GET', `${path}/invitations`, undefined, as('manager').headers)).status).toBe(404);
  });
});

test('grants are entries of the audit: who joined, as what, by whom', async () => {
  const entries = await ask('GET', `${path}/audit?limit=100`, undefined, owner.headers);
  expect(entries.text).toContain('items');
  const actions = (entries.body['items'] as { action: string }[]).map(({ action }) => action);
  expect(actions).toContain('member');
  expect(actions).toContain('invitation');
  const verdict = await ask('POST', `${path}/audit/verification`, { witnesses: [] }, owner.headers);
  expect(verdict.body['faults']).toEqual([]);
});
