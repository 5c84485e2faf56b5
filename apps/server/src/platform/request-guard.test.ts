import { expect, test } from 'vitest';
import { localHosts } from './request-guard.ts';

test.each([
  [4400, ['localhost:4400', '127.0.0.1:4400', '[::1]:4400']],
  [80, ['localhost', 'localhost:80', '127.0.0.1', '127.0.0.1:80', '[::1]', '[::1]:80']],
])('the local names on port %d', (port, hosts) => {
  expect(localHosts(port)).toEqual(hosts);
});
