import { expect, it, test } from 'vitest';
import { blockCells, blockText } from './text-block.ts';

test.each([
  ['one cell', 'a', [['a']]],
  ['a row', 'a\tb\tc', [['a', 'b', 'c']]],
  [
    'rows with the line ends of Windows, the last closed',
    'a\tb\r\nc\td\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'empty cells',
    '\ta\t\n\t\t',
    [
      ['', 'a', ''],
      ['', '', ''],
    ],
  ],
  ['a cell of two lines', '"a\nb"\tc', [['a\nb', 'c']]],
  ['quotation marks inside', '"say ""yes"""\tx', [['say "yes"', 'x']]],
  ['a mark that opens nothing', '"a" b\tc', [['"a" b', 'c']]],
  ['a mark in the middle', '5" disk\tx', [['5" disk', 'x']]],
  ['an empty row between', 'a\n\nb', [['a'], [''], ['b']]],
  ['nothing', '', []],
])('reads %s', (_, text, cells) => {
  expect(blockCells(text)).toEqual(cells);
});

it('writes what it reads back the same', () => {
  const rows = [
    ['a', 'line\nend', 'tab\tin'],
    ['"quoted" first', 'plain "inside"', ''],
    ['合弁', 'ｶﾅ', '50 %'],
  ];
  expect(blockCells(blockText(rows))).toEqual(rows);
});
