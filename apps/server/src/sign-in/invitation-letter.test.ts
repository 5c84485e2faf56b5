import { describe, expect, test } from 'vitest';
import { invitesAnybody, signedUp, signInServer } from './test-sign-in.ts';

const demo = await signInServer({ invitationOf: invitesAnybody });
const owner = await signedUp(demo, 'invited:hanako@lioho.example');
await owner.ask('POST', '/workspaces', { name: 'Lioho Works', slug: 'lioho' });
await owner.ask('POST', '/workspaces/lioho/organisations', { name: 'Toyota', slug: 'toyota', class: 'SHAREABLE' });

async function invite(path: string, body: object, language = 'en') {
  const made = await owner.ask('POST', `/workspaces/lioho/${path}`, body, { 'accept-language': language });
  expect([made.status, made.text]).toEqual([201, expect.stringContaining('"mailed":true')]);
  await demo.signIn.settled();
  const letter = demo.letters()[0];
  return {
    token: String(made.body['token']),
    subject: letter?.subject ?? '',
    text: letter?.text ?? '',
    to: letter?.to,
  };
}

describe('an invitation by e-mail', () => {
  test.each([
    ['en', 'Sato Hanako invites you to the workspace "Lioho Works" on Entente. Your role there: manager.'],
    ['ja', 'ワークスペース「Lioho Works」への招待が届いています。役割は「マネージャー」です。'],
    ['zh-TW', 'Sato Hanako 邀請您加入 Entente 的工作區「Lioho Works」，您的角色是「經理」。'],
  ])('says who invites, to which workspace and as what (%s)', async (language, words) => {
    const { token, subject, text, to } = await invite(
      'invitations',
      { email: 'aiko@example.org', role: 'manager' },
      language,
    );
    expect(to).toBe('aiko@example.org');
    expect(subject).toContain('Lioho Works');
    expect(text).toContain(words);
    expect(text).toContain(`http://localhost:15502/invitation#${token}`);
  });

  test('tells a guest who invites, which firm shares and of which partner they are', async () => {
    const { token, text } = await invite('guest-invitations', { email: 'ken@toyota.example', partner: 'toyota' });
    expect(text).toContain('Sato Hanako invites you, as somebody of Toyota, to what Lioho Works shares with you');
    const read = await demo.browser().ask('POST', '/guest-invitations/read', { token });
    expect(read.body).toMatchObject({ firm: 'Lioho Works', partner: 'Toyota', invitedBy: 'Sato Hanako' });
  });

  test('is read with its link as it was written', async () => {
    const { token } = await invite('invitations', { email: 'jun@example.org', role: 'reader' });
    const read = await demo.browser().ask('POST', '/invitations/read', { token });
    expect(read.body).toMatchObject({ workspace: { name: 'Lioho Works' }, role: 'reader', invitedBy: 'Sato Hanako' });
  });

  test('goes nowhere from a server that sends none, and says so', async () => {
    const silent = await signInServer({ invitationOf: invitesAnybody, environment: { ENTENTE_DEMO: '' } });
    const browser = await signedUp(silent, 'invited:hanako@lioho.example');
    await browser.ask('POST', '/workspaces', { name: 'Quiet', slug: 'quiet' });
    const made = await browser.ask('POST', '/workspaces/quiet/invitations', { email: 'a@example.org', role: 'reader' });
    expect(made.body).toMatchObject({ mailed: false });
  });
});
