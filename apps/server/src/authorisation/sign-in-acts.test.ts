import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { auditRoom } from '../audit/audit.routes.ts';
import { chainActs } from '../audit/sign-in-acts.commands.ts';
import { findWaitingActs } from '../sign-in/acts.store.ts';
import { TestAuthenticator } from '../sign-in/test-authenticator.ts';
import { testProvider } from '../sign-in/test-provider.ts';
import {
  authenticatorCode,
  type Browser,
  invitesAnybody,
  PASSWORD,
  signedUp,
  signInServer,
} from '../sign-in/test-sign-in.ts';
import { enrol, enrolGuest } from './test-people.store.ts';

const ORIGIN = 'http://localhost:15502';
const server = await signInServer({
  environment: { ENTENTE_PRIVATE_NETWORK: '1' },
  invitationOf: invitesAnybody,
  chainActs:
    ({ app }) =>
    (whose) =>
      chainActs(app, whose),
  rooms: [auditRoom],
});
const { superuser } = server.database;
const idp = await testProvider(`${ORIGIN}/sign-on/return`);

const owner = await signedUp(server, 'invited:owner@lioho.example', 'Owner');
for (const slug of ['one', 'two', 'three', 'other'])
  expect((await owner.ask('POST', '/workspaces', { slug, name: slug })).status).toBe(201);
const partner = await owner.ask('POST', '/workspaces/three/organisations', { name: 'Partner' });
const workspaceIds = new Map<string, string>();
for (const slug of ['one', 'two', 'three', 'other'])
  workspaceIds.set(slug, String((await owner.ask('GET', `/workspaces/${slug}`)).body['id']));
const idOf = (slug: string): string => workspaceIds.get(slug) ?? '';

/** Somebody who is a member of two workspaces, a guest of a third and nothing in the fourth. */
const EMAIL = 'hanako@lioho.example';
const first = await signedUp(server, `invited:${EMAIL}`, 'Sato Hanako');
await first.ask('GET', '/workspaces');
const { rows: people } = await sql<{ id: string; account: string }>`
  select id, account_id as account from app.person where email = ${EMAIL}`.execute(superuser);
const hanako = people[0] ?? { id: '', account: '' };
await enrol(server.database, idOf('one'), hanako.id, 'administrator');
await enrol(server.database, idOf('two'), hanako.id, 'reader');
await enrolGuest(server.database, idOf('three'), hanako.id, String(partner.body['id']));

type Act = { readonly act: string; readonly actorName: string; readonly session?: string; readonly name?: string };
const seen = new Map<string, number>();
/** What the chain of a workspace tells of sign-ins since the last time of asking. */
async function actsIn(slug: string): Promise<readonly Act[]> {
  const { rows } = await sql<{ sequence: string; content: string }>`
    select sequence, content from app.audit_entry
    where workspace_id = ${idOf(slug)} and action = 'sign-in' and sequence > ${seen.get(slug) ?? 0}
    order by sequence`.execute(superuser);
  seen.set(slug, Math.max(seen.get(slug) ?? 0, ...rows.map(({ sequence }) => Number(sequence))));
  return rows.map(({ content }) => JSON.parse(content) as Act);
}
const told = async (slug: string) => (await actsIn(slug)).map(({ act }) => act);
const forget = async () => {
  await sql`delete from auth.attempt`.execute(superuser);
  await sql`update auth.totp_step set step = step - 10`.execute(superuser);
  for (const slug of ['one', 'two', 'three', 'other']) await actsIn(slug);
};
const signIn = async (): Promise<Browser> => {
  const browser = server.browser();
  await browser.ask('POST', '/session', { email: EMAIL, password: PASSWORD });
  return browser;
};
const secrets: string[] = [PASSWORD];

describe('the audit of each workspace that somebody is a member of', () => {
  test('has an entry for a sign-in and for its end, and no other workspace has', async () => {
    await forget();
    const browser = await signIn();
    const [one] = await actsIn('one');
    const [two] = await actsIn('two');
    expect([one?.act, one?.actorName, two?.session]).toEqual(['signed-in', 'Sato Hanako', one?.session]);
    expect((await browser.ask('DELETE', '/session')).status).toBe(204);
    expect(await actsIn('one')).toMatchObject([{ act: 'session-ended', session: one?.session }]);
    expect(await told('two')).toEqual(['session-ended']);
    // Where she is a guest, what she reads is told; where she is nobody, nothing.
    expect([...(await told('three')), ...(await told('other'))]).toEqual([]);
  });

  test('has none for a wrong password, which anybody can give', async () => {
    await forget();
    await server.browser().ask('POST', '/session', { email: EMAIL, password: 'not the password' });
    expect(await told('one')).toEqual([]);
  });

  test('has entries for an authenticator, a refused and a taken second factor, and recovery codes', async () => {
    const browser = await signIn();
    await forget();
    const begun = await browser.ask('POST', '/account/totp', { password: PASSWORD });
    const secret = String(begun.body['secret']);
    expect(await told('one')).toEqual([]);
    const confirmed = await browser.ask('POST', '/account/totp/confirmation', { code: authenticatorCode(secret) });
    const [recovery = ''] = confirmed.body['recoveryCodes'] as string[];
    secrets.push(secret, recovery);
    expect(await told('one')).toContain('totp-added');
    await forget();

    const challenged = await signIn();
    expect(await told('one')).toEqual([]);
    await challenged.ask('POST', '/session/second-factor', { kind: 'totp', code: '000000' });
    expect(await told('one')).toEqual(['second-factor-refused']);
    await challenged.ask('POST', '/session/second-factor', { kind: 'totp', code: authenticatorCode(secret) });
    expect(await told('one')).toEqual(['signed-in']);
    await forget();

    const again = await signIn();
    await again.ask('POST', '/session/second-factor', { kind: 'recovery-code', code: recovery });
    expect(await told('one')).toEqual(['recovery-codes-changed', 'signed-in']);
    expect((await again.ask('POST', '/account/totp/removal', { password: PASSWORD })).status).toBe(204);
    expect(await told('one')).toContain('totp-removed');
  });

  test('has entries for passkeys, made, used and removed', async () => {
    const browser = await signIn();
    await forget();
    const device = new TestAuthenticator(ORIGIN);
    const optionsIn = ({ body }: { body: Readonly<Record<string, unknown>> }) =>
      body['publicKey'] as Parameters<TestAuthenticator['create']>[0];
    const begun = await browser.ask('POST', '/account/passkeys/options', { password: PASSWORD });
    const made = await browser.ask('POST', '/account/passkeys', {
      name: 'Telephone',
      credential: device.create(optionsIn(begun)),
    });
    expect(await told('two')).toEqual(['passkey-added']);
    const fresh = server.browser();
    const credential = device.get(optionsIn(await fresh.ask('POST', '/session/passkey-options')));
    expect((await fresh.ask('POST', '/session/passkey', { credential })).status).toBe(200);
    expect(await told('two')).toEqual(['signed-in']);
    await browser.ask('POST', `/account/passkeys/${String(made.body['id'])}/removal`, { password: PASSWORD });
    expect(await told('two')).toEqual(['passkey-removed']);
  });

  test('has entries for keys in the workspace of the key alone', async () => {
    const browser = await signIn();
    await forget();
    const key = await browser.ask('POST', '/workspaces/one/api-keys', {
      name: 'Reports',
      scopes: ['register.read'],
      days: 30,
    });
    secrets.push(String(key.body['key']));
    expect(await actsIn('one')).toMatchObject([{ act: 'key-added', name: 'Reports', scopes: ['register.read'] }]);
    await browser.ask('DELETE', `/workspaces/one/api-keys/${String(key.body['id'])}`);
    expect(await told('one')).toEqual(['key-removed']);
    expect(await told('two')).toEqual([]);
  });

  test('has entries for identity providers, with who set them up and who took them away', async () => {
    const browser = await signIn();
    await forget();
    const provider = await browser.ask('POST', '/workspaces/one/sign-on-providers', {
      name: 'Lioho',
      issuer: idp.issuer,
      ...idp.client,
    });
    secrets.push(idp.client.clientSecret);
    expect(await actsIn('one')).toMatchObject([
      { act: 'provider-added', name: 'Lioho', actorName: 'Sato Hanako', provider: provider.body['id'] },
    ]);
    const path = `/workspaces/one/sign-on-providers/${String(provider.body['id'])}`;
    await browser.ask('PATCH', path, { name: 'Lioho directory' });
    expect(await actsIn('one')).toMatchObject([{ act: 'provider-changed', name: 'Lioho directory' }]);
    await owner.ask('DELETE', path);
    expect(await actsIn('one')).toMatchObject([{ act: 'provider-removed', actorName: 'Owner' }]);
    expect(await told('two')).toEqual([]);
  });

  test('has entries for a password that was changed or set anew, and for sessions that were ended', async () => {
    const [here, there] = [await signIn(), await signIn()];
    await forget();
    const { items } = (await here.ask('GET', '/account/sessions')).body as {
      items: { id: string; current: boolean }[];
    };
    const other = items.find(({ current }) => !current)?.id ?? '';
    await here.ask('DELETE', `/account/sessions/${other}`);
    expect(await actsIn('two')).toMatchObject([{ act: 'session-ended', session: other }]);
    await here.ask('POST', '/account/password', { present: PASSWORD, password: 'velvet anchor prism' });
    expect(await told('two')).toContain('password-changed');
    await forget();
    await there.ask('POST', '/password-reset-requests', { email: EMAIL });
    await server.signIn.settled();
    const token = /#(\S+)/.exec(server.letters()[0]?.text ?? '')?.[1] ?? '';
    const reset = await there.ask('POST', '/password-resets', { token, password: 'velvet anchor lantern' });
    expect(reset.status).toBe(204);
    expect(await told('two')).toEqual(expect.arrayContaining(['password-changed', 'session-ended']));
    secrets.push('velvet anchor prism', 'velvet anchor lantern');
  });

  test('is whole, and tells no secret and no address', async () => {
    for (const slug of ['one', 'two']) {
      const verdict = await owner.ask('POST', `/workspaces/${slug}/audit/verification`, {});
      expect(verdict.body).toMatchObject({ faults: [] });
      const { text } = await owner.ask('GET', `/workspaces/${slug}/audit?limit=500`);
      expect(text).toContain('session-ended');
      for (const secret of [...secrets, '127.0.0.1', 'Test browser', EMAIL])
        expect([secret, text.includes(secret)]).toEqual([secret, secret === EMAIL && text.includes('"email"')]);
    }
    const waiting = await sql`select from handover.sign_in_act where chained_at is null`.execute(superuser);
    expect(waiting.rows).toEqual([]);
  });
});

describe('an answer does not leave', () => {
  test('before the audit has what was done; it waits in the transaction that did it, and is put in later', async () => {
    await forget();
    await sql`revoke update (chained_at) on handover.sign_in_act from entente_app`.execute(superuser);
    const browser = server.browser();
    const reply = await browser.ask('POST', '/session', { email: EMAIL, password: 'velvet anchor lantern' });
    await sql`grant update (chained_at) on handover.sign_in_act to entente_app`.execute(superuser);
    expect(reply.status).toBe(500);
    expect(reply.text).not.toContain('signed-in');
    expect(await told('one')).toEqual([]);
    await sql`update handover.sign_in_act set done_at = now() - interval '1 minute' where chained_at is null`.execute(
      superuser,
    );
    expect(await findWaitingActs(server.database.auth)).toEqual([{ accountId: hanako.account }]);
    for (const whose of await findWaitingActs(server.database.auth)) await chainActs(server.database.app, whose);
    expect(await told('one')).toEqual(['signed-in']);
    expect(await findWaitingActs(server.database.auth)).toEqual([]);
  });

  test('and of two who put the same in at once, one does', async () => {
    await forget();
    await sql`insert into handover.sign_in_act (account_id, act) values (${hanako.account}, 'password-changed')`.execute(
      superuser,
    );
    await Promise.all([1, 2, 3, 4].map(() => chainActs(server.database.app, { accountId: hanako.account })));
    expect(await told('one')).toEqual(['password-changed']);
  });
});

describe('what signing in hands over', () => {
  const acts = sql<{ n: number }>`select count(*)::int as n from handover.sign_in_act`;
  const alone = { code: '42501' };

  test('is seen by nobody but whose it is, and never rewritten', async () => {
    expect((await acts.execute(server.database.app)).rows).toEqual([{ n: 0 }]);
    expect((await acts.execute(server.database.auth)).rows).toEqual([{ n: 0 }]);
    await expect(acts.execute(server.database.room)).rejects.toMatchObject(alone);
    const forged = sql`insert into handover.sign_in_act (account_id, act, chained_at) values (${hanako.account}, 'signed-in', now())`;
    await expect(forged.execute(server.database.auth)).rejects.toMatchObject(alone);
    const added = sql`insert into handover.sign_in_act (account_id, act) values (${hanako.account}, 'signed-in')`;
    await expect(added.execute(server.database.app)).rejects.toMatchObject(alone);
    const opened = sql`update handover.sign_in_act set chained_at = null`;
    await expect(opened.execute(server.database.auth)).rejects.toMatchObject(alone);
    await server.database.app.transaction().execute(async (transaction) => {
      await sql`select set_config('entente.account', ${hanako.account}, true)`.execute(transaction);
      expect((await acts.execute(transaction)).rows[0]?.n).toBeGreaterThan(10);
      expect((await opened.execute(transaction)).numAffectedRows).toBe(0n);
    });
  });
});
