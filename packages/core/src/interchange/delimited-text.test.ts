import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDelimited } from './table-grid.ts';
import { csvLine, unguardedCell } from './table-text.ts';

const texts = (text: string, delimiter = ','): readonly (readonly string[])[] | string => {
  const grid = readDelimited('x.csv', text, { delimiter, exact: true });
  if (!grid.ok) return grid.problems.map(({ line, column, message }) => `${line}:${column} ${message}`).join();
  return grid.value.map((row) => row.map((cell) => cell.text));
};
const places = (text: string): string[] => {
  const grid = readDelimited('x.csv', text);
  return grid.ok ? grid.value.flatMap((row) => row.map((cell) => `${cell.text}@${cell.line}:${cell.column}`)) : [];
};

describe('delimited text', () => {
  it.each([
    [
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\r\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\rc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a,,\n\n,,\nb', [['a', '', ''], ['b']]],
    ['"a,b","c ""d"""\n', [['a,b', 'c "d"']]],
    ['5" pipe,x\n', [['5" pipe', 'x']]],
    ['"a\nb",c\n', [['a\nb', 'c']]],
    ['', []],
    ['"a', '1:1 A quotation mark is not closed'],
    ['a,b\nc,"d\ne', '2:3 A quotation mark is not closed'],
    ['"a"b,c', '1:4 Text stands behind a closing quotation mark'],
  ])('%j is read as %j', (text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  it('says where each cell begins, through quoted line breaks and every kind of line end', () => {
    expect(places('a, b\r\n"x\r\ny",c\r\n\r\nd,"e"\n')).toEqual([
      'a@1:1',
      'b@1:3',
      'x\r\ny@2:1',
      'c@3:4',
      'd@5:1',
      'e@5:3',
    ]);
  });

  it('refuses a NUL character by its place', () => {
    expect(texts('a,b\nc\0,d')).toBe('2:2 A NUL character stands in the text');
  });

  const cell = fc
    .oneof(
      fc.constantFrom('=1', "'", '"', 'a"b', ',', '\n', '\r\n', ' x ', '三菱', ';', '\t'),
      fc.string({ maxLength: 6 }),
    )
    .map((text) => text.replaceAll('\0', ''));
  const grid = fc.array(
    fc.array(cell, { minLength: 1, maxLength: 5 }).filter((row) => row.some((text) => text !== '')),
    { maxLength: 6 },
  );

  it('gives back whatever was written', () => {
    fc.assert(
      fc.property(grid, (rows) => {
        const read = texts(rows.map(csvLine).join(''));
        expect(typeof read === 'string' ? read : read.map((row) => row.map(unguardedCell))).toEqual(rows);
      }),
    );
  });

  it('agrees with another reader on what it writes', () => {
    fc.assert(
      fc.property(grid, (rows) => {
        const text = rows.map(csvLine).join('');
        const other = parse(text, { relax_column_count: true, record_delimiter: '\r\n' });
        expect(texts(text)).toEqual(other);
      }),
    );
  });
});
