import { Writable } from 'node:stream';
import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { csvText, openWorkbook, type WrittenCell } from './table-writing.ts';
import { readSheets } from './table-workbook.ts';

describe('a CSV cell', () => {
  test.each<[WrittenCell, string]>([
    ['plain', 'plain'],
    ['=1+1', "'=1+1"],
    ['+81 3', "'+81 3"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ["'=1", "''=1"],
    ["'plain", "'plain"],
    ['a,b', '"a,b"'],
    ['"a"', '"""a"""'],
    ['a\nb', '"a\nb"'],
    ['六和', '六和'],
    [{ number: '-7.50' }, '-7.50'],
    [null, ''],
  ])('%j is written %j', (cell, text) => {
    expect(csvText([[cell, 'end']])).toBe(`${text},end\r\n`);
  });

  test('comes back letter by letter when the apostrophe is taken off again', () => {
    const line = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/[\r\0]/.test(text));
    const formula = fc
      .tuple(fc.constantFrom("'", '=', "'=", '+', '-', '@', '＝', '＠'), line)
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.oneof(line, formula), line), { minLength: 1 }), (rows) => {
        const read: string[][] = parse(csvText(rows));
        const taken = read.map((row) => row.map((text) => text.replace(/^'(?='*[=+\-@\t＝＋－＠])/, '')));
        expect(taken).toEqual(rows);
      }),
    );
  });
});

test('a workbook keeps text as text and numbers as numbers, but no number that it would round', async () => {
  const chunks: Buffer[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  const rows = await openWorkbook(sink, { sheet: 'alliances', heads: ['name', 'share'] });
  rows.add(['=1+1', { number: '33.4' }]);
  rows.add(['2003-04', { number: '0.12345678901234567891' }]);
  rows.add(['六和\n機械', null]);
  await rows.end();
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(Buffer.concat(chunks) as never);
  const sheet = workbook.worksheets[0];
  const value = (place: string): unknown => sheet?.getCell(place).value;
  expect([value('A1'), value('B1')]).toEqual(['name', 'share']);
  expect([value('A2'), value('B2')]).toEqual(['=1+1', 33.4]);
  expect([value('A3'), value('B3')]).toEqual(['2003-04', '0.12345678901234567891']);
  expect([value('A4'), value('B4')]).toEqual(['六和\n機械', null]);
  const read = await readSheets('x.xlsx', Buffer.concat(chunks));
  expect(read.ok && read.value[0]?.grid.map((cells) => cells.map(({ text }) => text))[1]).toEqual(['=1+1', '33.4']);
});
