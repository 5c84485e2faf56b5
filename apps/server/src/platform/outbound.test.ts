import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, test } from 'vitest';
import { isPublicAddress, outbound } from './outbound.ts';

const get = { method: 'GET', headers: {} };

describe('calls that leave', () => {
  test.each(['8.8.8.8', '1.1.1.1', '2606:4700::1111'])('may go to %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  test.each([
    '127.0.0.1',
    '0.0.0.0',
    '10.1.2.3',
    '172.31.255.255',
    '192.168.0.1',
    '169.254.169.254',
    '100.64.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'no address',
  ])('may not go to %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  test.each([
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://localhost/',
    'https://2130706433/',
    'https://0x7f.1/',
    'http://example.org/',
  ])('refuse %s before a byte is sent', async (url) => {
    await expect((async () => outbound(false)(url, get))()).rejects.toThrow(/no public address|not https/);
  });
});

describe('where the operator says that it is in the same network', () => {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(request.url ?? '');
    if (request.url === '/away') response.writeHead(302, { location: '/secret' }).end();
    else if (request.url === '/much') response.end(Buffer.alloc(2_000_000));
    else response.writeHead(201, { 'content-type': 'text/plain' }).end('here');
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  const start = async (): Promise<string> => {
    if (!server.listening) await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://localhost:${(server.address() as AddressInfo).port}`;
  };

  test('an answer comes whole, with its status and headers', async () => {
    const answer = await outbound(true)(`${await start()}/x`, get);
    expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
      201,
      'text/plain',
      'here',
    ]);
  });

  // @asvs V15.3.2
  test('a redirect is told and not followed', async () => {
    const answer = await outbound(true)(`${await start()}/away`, get);
    expect(answer.status).toBe(302);
    expect(seen).not.toContain('/secret');
  });

  test('an answer without end is cut off', async () => {
    await expect(outbound(true)(`${await start()}/much`, get)).rejects.toThrow('answers too much');
  });
});
