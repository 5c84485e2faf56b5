import { expect, test } from 'vitest';
import { elementless, ownWorker } from './trusted-markup.ts';

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

// @asvs V1.3.2 V3.2.2
test.each([
  ['/assets/layout-worker-B3x_9-zQ.js', true],
  ['https://entente.example/assets/layout-worker-B3x_9-zQ.js', true],
  ['/assets/index-B3x9zQ.js', false],
  ['/assets/layout-worker-B3x9zQ.js?callback=alert', false],
  ['/assets/../api/v1/layout-worker-x.js', false],
  ['https://elsewhere.example/assets/layout-worker-B3x9zQ.js', false],
  ['//elsewhere.example/assets/layout-worker-B3x9zQ.js', false],
  ['data:text/javascript,alert(1)', false],
  ['blob:https://entente.example/4f1c', false],
])('of scripts the page runs by their address its own workers alone: %j', (address, isTaken) => {
  expect(ownWorker('https://entente.example')(address)).toBe(isTaken ? address : null);
});
