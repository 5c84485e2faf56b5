import { expect, test } from 'vitest';
import { returnPath } from './return-path.ts';

const HERE = 'https://entente.example';

// @asvs V3.7.2
test.each([
  ['/w/demo/stakes?asOf=2005#rows', '/w/demo/stakes?asOf=2005#rows'],
  ['/', '/'],
  [undefined, '/'],
  ['', '/'],
  ['w/demo', '/'],
  ['https://entente.example/w/demo', '/'],
  ['//elsewhere.example/x', '/'],
  ['///elsewhere.example/x', '/'],
  ['/\\elsewhere.example', '/'],
  ['\\\\elsewhere.example', '/'],
  ['/./\t/elsewhere.example', '/'],
  ['/..//elsewhere.example', '/'],
  ['javascript:alert(1)', '/'],
  ['/\n/elsewhere.example', '/'],
  ['/sign-in', '/'],
  ['/sign-in?to=/sign-in', '/'],
])('after signing in, %j leads to %j', (wanted, leads) => {
  expect(returnPath(wanted, HERE)).toBe(leads);
});
