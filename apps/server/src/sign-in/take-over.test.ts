import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { localCaller } from '../register/demo.commands.ts';
import { createWorkspace } from '../register/workspaces.commands.ts';
import { prepareSignIn } from './beginnings.commands.ts';
import { PASSWORD, signInServer } from './test-sign-in.ts';

async function setUpAfterDemo(takeOver: boolean | undefined) {
  const server = await signInServer({ environment: { ENTENTE_DEMO: '' } });
  const local = await localCaller(server.database.app, '2026-01-01');
  await createWorkspace(local, { name: 'Tried', slug: 'tried' });
  const token = await prepareSignIn(server.signIn);
  const browser = server.browser();
  const account = { name: 'Mei Tanaka', email: 'Mei@Example.org', password: PASSWORD };
  const choice = takeOver === undefined ? {} : { takeOver };
  expect((await browser.ask('POST', '/set-up', { token, ...account, ...choice })).status).toBe(201);
  return { server, browser };
}

describe('the first account', () => {
  test('owns what was made without an account, and reads all of it', async () => {
    const { server, browser } = await setUpAfterDemo(true);
    const { body } = await browser.ask('GET', '/workspaces/tried');
    expect(body).toMatchObject({ role: 'owner', abilities: { write: true, manageMembers: true } });
    const members = await browser.ask('GET', '/workspaces/tried/members');
    expect(members.body['items']).toEqual(
      expect.arrayContaining([expect.objectContaining({ you: true, role: 'owner', cleanTeam: true })]),
    );
    const { rows } = await sql<{ entry: { email?: string; state?: string } }>`
      select content::jsonb as entry from app.audit_entry
      where content::jsonb ->> 'action' = 'invitation' order by sequence`.execute(server.database.superuser);
    expect(rows.map(({ entry }) => [entry.email, entry.state])).toEqual([
      ['mei@example.org', 'sent'],
      ['mei@example.org', 'accepted'],
    ]);
  });

  test.each([[false], [undefined]])('owns nothing of it when it is not asked for (%s)', async (takeOver) => {
    const { browser } = await setUpAfterDemo(takeOver);
    expect((await browser.ask('GET', '/workspaces')).body).toMatchObject({ items: [] });
    expect((await browser.ask('GET', '/workspaces/tried')).status).toBe(404);
  });
});
