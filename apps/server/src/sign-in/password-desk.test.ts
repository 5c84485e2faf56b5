import { verify } from '@node-rs/argon2';
import { describe, expect, test } from 'vitest';
import { DeskFull, passwordDesk } from './password-desk.ts';
import { invitesAnybody, PASSWORD, signInServer } from './test-sign-in.ts';

describe('the desk of passwords', () => {
  // @asvs V11.4.2
  test('hashes with Argon2id at no less than 19 MiB, two passes', async () => {
    const hash = await passwordDesk().hash(PASSWORD);
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await verify(hash, PASSWORD)).toBe(true);
    expect(await passwordDesk().hash(PASSWORD)).not.toBe(hash);
  });

  test('takes one password in either Unicode form', async () => {
    const desk = passwordDesk();
    const hash = await desk.hash('café au lait noir'.normalize('NFD'));
    expect(await desk.verify({ hash, password: 'café au lait noir'.normalize('NFC') })).toBe(true);
  });

  test('works on so many at once, lets so many wait, and refuses the rest at once', async () => {
    const desk = passwordDesk(1, 3);
    const flood = await Promise.allSettled(Array.from({ length: 10 }, () => desk.hash(PASSWORD)));
    expect(flood.map(({ status }) => status)).toEqual([
      ...Array.from({ length: 4 }, () => 'fulfilled'),
      ...Array.from({ length: 6 }, () => 'rejected'),
    ]);
    expect(flood.at(-1)).toMatchObject({ reason: expect.any(DeskFull) as unknown });
    await expect(desk.hash(PASSWORD)).resolves.toContain('argon2id');
  });

  test('goes on after a hash that cannot be read', async () => {
    const desk = passwordDesk(1, 1);
    await expect(desk.verify({ hash: 'broken', password: PASSWORD })).rejects.toThrow();
    await expect(desk.hash(PASSWORD)).resolves.toContain('argon2id');
  });
});

// @asvs V15.2.2
test('signing in under a flood is refused with a time to wait, costs no attempt, and other requests are answered', async () => {
  const server = await signInServer({ invitationOf: invitesAnybody, passwords: passwordDesk(1, 2) });
  const flood = Array.from({ length: 9 }, () =>
    server.browser().ask('POST', '/session', { email: 'nobody@lioho.example', password: PASSWORD }),
  );
  const reading = server.browser().ask('GET', '/session');
  expect((await reading).status).toBe(200);
  const answers = await Promise.all(flood);
  const busy = answers.filter(({ status }) => status === 429);
  expect(busy.length).toBeGreaterThan(0);
  expect(busy[0]).toMatchObject({ code: 'sign-in-busy' });
  expect(busy[0]?.headers['retry-after']).toBe('2');
  const later = await server.browser().ask('POST', '/session', { email: 'nobody@lioho.example', password: 'x' });
  expect(later.status).toBe(answers.filter(({ status }) => status === 401).length >= 10 ? 429 : 401);
});
