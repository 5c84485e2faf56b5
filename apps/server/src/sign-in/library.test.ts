import { getMigrations } from 'better-auth/db/migration';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../platform/database.ts';
import { invitesAnybody, PASSWORD, signedUp, signInServer } from './test-sign-in.ts';

const server = await signInServer({ invitationOf: invitesAnybody });

describe('the tables of the sign-in', () => {
  test('are those that the library asks for', async () => {
    // The library looks for its tables on the search path, and works with their full names.
    const looking = openDatabase(`${server.database.urls.auth}?options=-c%20search_path%3Dauth`, { role: 'auth' });
    const { toBeCreated, toBeAdded } = await getMigrations({
      ...server.signIn.library().options,
      database: { db: looking, type: 'postgres' },
    });
    await looking.destroy();
    expect(toBeCreated).toEqual([]);
    expect(toBeAdded).toEqual([]);
  });

  test('are open to the role of the sign-in alone', async () => {
    const look = sql`select count(*) from auth."user"`;
    await expect(look.execute(server.database.auth)).resolves.toBeDefined();
    for (const pool of [server.database.app, server.database.room]) {
      await expect(look.execute(pool)).rejects.toMatchObject({ code: '42501' });
    }
    await expect(sql`select * from app.workspace`.execute(server.database.auth)).rejects.toMatchObject({
      code: '42501',
    });
  });
});

describe('with an https address', () => {
  test('cookies are bound to the host and sent over https alone', async () => {
    const secure = await signInServer({
      invitationOf: invitesAnybody,
      environment: { ENTENTE_DEMO: '', ENTENTE_URL: 'https://entente.example' },
    });
    const browser = await signedUp(secure, 'invited:hanako@lioho.example');
    const answer = await browser.ask('POST', '/session', { email: 'hanako@lioho.example', password: PASSWORD });
    const [cookie = ''] = answer.setCookies;
    expect(cookie).toMatch(/^__Host-entente\.session_token=/);
    for (const attribute of ['Secure', 'HttpOnly', 'SameSite=Strict', 'Path=/']) expect(cookie).toContain(attribute);
    expect(cookie).not.toContain('Domain');
    expect((await browser.ask('GET', '/account')).status).toBe(200);
    await browser.ask('DELETE', '/session');
    expect(browser.cookies.size).toBe(0);
  });
});

test('none of the library’s own routes is served', async () => {
  for (const path of ['/auth/sign-in/email', '/auth/sign-up/email', '/auth/get-session']) {
    expect((await server.browser().ask('POST', path, {})).status).toBe(404);
  }
});
