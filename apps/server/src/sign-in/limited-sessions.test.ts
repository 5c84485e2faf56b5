import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { enrol } from '../authorisation/test-people.store.ts';
import { inWorkspace } from '../platform/database.ts';
import { authenticatorCode, type Browser, invitesAnybody, PASSWORD, signedUp, signInServer } from './test-sign-in.ts';

const server = await signInServer({ invitationOf: invitesAnybody, environment: { ENTENTE_DEMO: '' } });
const { database } = server;

/** The firm that dispatches, and the venture that works with the manager whom it sends. */
const owners = {
  firm: await signedUp(server, 'invited:owner@firm.example'),
  venture: await signedUp(server, 'invited:owner@venture.example'),
};
const ids = {
  firm: String((await owners.firm.ask('POST', '/workspaces', { name: 'Firm', slug: 'firm' })).body['id']),
  venture: String((await owners.venture.ask('POST', '/workspaces', { name: 'Venture', slug: 'venture' })).body['id']),
};

let managers = 0;
/** A manager of the firm who works for the venture too. */
async function dispatchedManager(): Promise<{ browser: Browser; email: string; personId: string }> {
  managers += 1;
  const email = `manager-${managers}@firm.example`;
  const browser = await signedUp(server, `invited:${email}`, `Manager ${managers}`);
  await browser.ask('GET', '/workspaces');
  const { rows } = await sql<{ id: string }>`select id from app.person where email = ${email}`.execute(
    database.superuser,
  );
  const personId = rows[0]?.id ?? '';
  await enrol(database, ids.firm, personId, 'manager');
  await enrol(database, ids.venture, personId, 'manager');
  return { browser, email, personId };
}
const signedIn = async (email: string): Promise<Browser> => {
  const browser = server.browser();
  expect((await browser.ask('POST', '/session', { email, password: PASSWORD })).status).toBe(200);
  return browser;
};
const narrow = (browser: Browser, workspace: string) => browser.ask('POST', '/session/workspace', { workspace });
const slugsIn = async (browser: Browser, path = '/workspaces'): Promise<string[]> =>
  ((await browser.ask('GET', path)).body['items'] as { slug: string }[]).map(({ slug }) => slug);
/** What is answered without the names that the request itself held. */
const answerTo = async (browser: Browser, workspace: string, path: string) => {
  const { status, text } = await browser.ask('GET', `/workspaces/${workspace}${path}`);
  return [status, text.replaceAll(workspace, 'WORKSPACE')];
};
async function setApart(by: Browser, personId: string, apart = true) {
  const { body } = await by.ask('GET', '/workspaces/venture/members');
  const found = (body['items'] as { person: { id: string }; version: number }[]).find(
    ({ person }) => person.id === personId,
  );
  return by.ask(
    'PATCH',
    `/workspaces/venture/members/${personId}`,
    { apart },
    { 'if-match': `"${found?.version ?? 0}"` },
  );
}

describe('a session of one workspace', () => {
  test('finds every other workspace as little as one that is not there', async () => {
    const { browser } = await dispatchedManager();
    expect(await slugsIn(browser)).toEqual(['firm', 'venture']);
    expect((await narrow(browser, 'venture')).body).toMatchObject({ state: 'signed-in', onlyWorkspace: ids.venture });
    expect(await slugsIn(browser)).toEqual(['venture']);
    expect(await slugsIn(browser, '/account/workspaces')).toEqual(['venture']);
    for (const path of ['', '/organisations', '/members', '/history', '/search?q=a', '/sign-on-providers']) {
      const absent = await answerTo(browser, randomUUID(), path);
      expect(absent[0]).toBe(404);
      for (const other of ['firm', ids.firm]) expect(await answerTo(browser, other, path)).toEqual(absent);
    }
    expect((await browser.ask('GET', '/workspaces/venture/organisations')).status).toBe(200);
  });

  test('never becomes wider, nor another one’s', async () => {
    const { browser } = await dispatchedManager();
    await narrow(browser, 'venture');
    expect(await narrow(browser, 'firm')).toMatchObject({ status: 404, code: 'workspace-not-found' });
    expect((await browser.ask('POST', '/workspaces', { name: 'Another' })).status).toBe(404);
    expect((await browser.ask('GET', '/session')).body).toMatchObject({ onlyWorkspace: ids.venture });
  });

  test('has a new id; the one before it ends', async () => {
    const { browser } = await dispatchedManager();
    const before = browser.cookies.get('entente.session_token') ?? '';
    await narrow(browser, ids.venture);
    const stale = server.browser();
    stale.cookies.set('entente.session_token', before);
    expect((await stale.ask('GET', '/account')).status).toBe(401);
  });

  test('stays one when its id changes: with a new password, and with codes', async () => {
    const { browser } = await dispatchedManager();
    await narrow(browser, 'venture');
    const changed = { present: PASSWORD, password: 'another lantern quarry' };
    expect((await browser.ask('POST', '/account/password', changed)).status).toBe(204);
    expect(await slugsIn(browser)).toEqual(['venture']);
    const begun = await browser.ask('POST', '/account/totp', { password: changed.password });
    const code = authenticatorCode(String(begun.body['secret']));
    expect((await browser.ask('POST', '/account/totp/confirmation', { code })).status).toBe(200);
    expect(await slugsIn(browser)).toEqual(['venture']);
  });

  test('stands in the list of sessions as what it is', async () => {
    const { browser, email } = await dispatchedManager();
    await narrow(await signedIn(email), 'venture');
    const { body } = await browser.ask('GET', '/account/sessions');
    const listed = (body['items'] as { onlyWorkspace: string | null }[]).map(({ onlyWorkspace }) => onlyWorkspace);
    expect(listed.sort()).toEqual([ids.venture, null].sort());
  });

  test('takes up no invitation to another workspace', async () => {
    const { browser, email, personId } = await dispatchedManager();
    await sql`update app.member set ended_at = now() where person_id = ${personId} and workspace_id = ${ids.firm}`.execute(
      database.superuser,
    );
    const made = await owners.firm.ask('POST', '/workspaces/firm/invitations', { email, role: 'reader' });
    const token = made.body['token'];
    await narrow(browser, 'venture');
    expect(await browser.ask('POST', '/invitations/accept', { token })).toMatchObject({ code: 'invitation-over' });
    expect((await (await signedIn(email)).ask('POST', '/invitations/accept', { token })).status).toBe(200);
  });

  test('holds where the rows lie, whatever the server asks', async () => {
    const { personId: actorId } = await dispatchedManager();
    const rows = (only: string | null, workspaceId: string) =>
      inWorkspace(database.app, { workspaceId, actorId, only }, async (transaction) => {
        const { rows: seen } = await sql<{ roles: number; members: number; may: boolean }>`
          select (select count(*)::int from app.role_held) as roles,
            (select count(*)::int from app.member where person_id = ${actorId}) as members,
            app.may('register.read') as may`.execute(transaction);
        return seen[0];
      });
    expect(await rows(null, ids.firm)).toEqual({ roles: 2, members: 2, may: true });
    expect(await rows(ids.venture, ids.firm)).toEqual({ roles: 1, members: 1, may: false });
    expect(await rows(ids.venture, ids.venture)).toEqual({ roles: 1, members: 1, may: true });
  });
});

describe('a member who works apart', () => {
  test('is met in a session of that workspace alone', async () => {
    const { browser, personId } = await dispatchedManager();
    expect((await setApart(owners.venture, personId)).body).toMatchObject({ apart: true });
    expect(await slugsIn(browser)).toEqual(['firm']);
    expect(await answerTo(browser, 'venture', '/organisations')).toEqual(
      await answerTo(browser, randomUUID(), '/organisations'),
    );
    // That it is there, the account may know: it is where the session of its own begins.
    expect((await browser.ask('GET', '/account/workspaces')).body).toMatchObject({
      items: [
        { slug: 'firm', apart: false },
        { slug: 'venture', apart: true },
      ],
    });
    await narrow(browser, 'venture');
    expect(await slugsIn(browser)).toEqual(['venture']);
    expect((await browser.ask('GET', '/workspaces/venture/organisations')).status).toBe(200);
    expect((await setApart(owners.venture, personId, false)).body).toMatchObject({ apart: false });
  });

  test('is named by an owner, and has an account', async () => {
    const { browser, personId } = await dispatchedManager();
    const refused = { status: 403, code: 'role-reserved' };
    expect(await setApart(browser, personId)).toMatchObject({ status: 404, code: 'record-not-found' });
    const administrator = await signedUp(server, `invited:${randomUUID()}@venture.example`);
    await administrator.ask('GET', '/workspaces');
    const { rows } = await sql<{ id: string }>`
      select id from app.person where account_id is not null order by created_at desc limit 1`.execute(
      database.superuser,
    );
    await enrol(database, ids.venture, rows[0]?.id ?? '', 'administrator');
    expect(await setApart(administrator, personId)).toMatchObject(refused);
    const local = await sql<{ id: string }>`select id from app.person where is_local`.execute(database.superuser);
    const localId = local.rows[0]?.id ?? '';
    await enrol(database, ids.venture, localId, 'reader');
    expect(await setApart(owners.venture, localId)).toMatchObject({ status: 409, code: 'account-needed' });
  });
});
