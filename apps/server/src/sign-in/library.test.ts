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
      ...server.signIn.auth().options,
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
  test.each([
    ['a proxy on this machine', '127.0.0.1', '203.0.113.5'],
    ['nobody else', '192.0.2.9', '192.0.2.9'],
  ])('is told by %s where a request comes from', async (_who, near, told) => {
    const secure = await signInServer({
      invitationOf: invitesAnybody,
      environment: { ENTENTE_DEMO: '', ENTENTE_URL: 'https://entente.example' },
    });
    const browser = secure.browser(near);
    const forwarded = { 'x-forwarded-for': '198.51.100.7, 203.0.113.5' };
    const asked = { token: 'invited:hanako@lioho.example', name: 'Sato Hanako', password: PASSWORD };
    await browser.ask('POST', '/sign-up', asked, forwarded);
    const { body } = await browser.ask('GET', '/account/sessions');
    expect(body).toMatchObject({ items: [{ address: told }] });
  });

  // @asvs V3.3.1 V3.3.3
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

// @asvs V6.3.4
test('none of the library’s own routes is served', async () => {
  for (const path of ['/auth/sign-in/email', '/auth/sign-up/email', '/auth/get-session']) {
    expect((await server.browser().ask('POST', path, {})).status).toBe(404);
  }
});
