import { expect, test } from 'vitest';
import { elementless } from './trusted-markup.ts';

// @asvs V1.3.2 V3.2.2
test.each([
  ['', true],
  ['*, *::before { transition: none }', true],
  ['.a > .b & .c', true],
  ['<b>', false],
  ['a <img src=x onerror=alert(1)>', false],
  ['</style><script>', false],
])('of markup the page writes what holds no element: %j', (text, isTaken) => {
  expect(elementless(text)).toBe(isTaken ? text : null);
});
