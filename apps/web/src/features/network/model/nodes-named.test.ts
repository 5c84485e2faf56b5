import { expect, test } from 'vitest';
import { namesFolded, nodesNamed } from './nodes-named.ts';

const names = ['South Toyota', 'TOYOTA Motor', 'Ｔｏｙｏｔａ Tsusho', '豊田合成', 'Honda'];
const found = (wanted: string, most = 10): string[] =>
  nodesNamed(namesFolded(names), wanted, most).map((node) => names[node] ?? '');

test.each([
  ['toyota', ['TOYOTA Motor', 'Ｔｏｙｏｔａ Tsusho', 'South Toyota']],
  [' Toyota T', ['Ｔｏｙｏｔａ Tsusho']],
  ['田', ['豊田合成']],
  ['nobody', []],
])('"%s" finds names that begin with it, then names that hold it', (wanted, expected) => {
  expect(found(wanted)).toEqual(expected);
});

test('no more are found than asked for, and of nothing the first', () => {
  expect(found('', 2)).toEqual(names.slice(0, 2));
  expect(found('o', 2)).toEqual(['South Toyota', 'TOYOTA Motor']);
});
