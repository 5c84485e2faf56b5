import { expect, it } from 'vitest';
import { csvText } from './csv.ts';

it.each([
  ['=1+1', "'=1+1"],
  ['+81 3', "'+81 3"],
  ['-5', "'-5"],
  ['@sum', "'@sum"],
  ['\tx', "'\tx"],
  ['a "b", c', '"a ""b"", c"'],
  ['a\nb', '"a\nb"'],
  ['=A1,B1', '"\'=A1,B1"'],
  ['六和機械', '六和機械'],
])('writes %j as %j', (value, text) => {
  expect(csvText(['c'], [[value]])).toBe(`\uFEFFc\r\n${text}\r\n`);
});
