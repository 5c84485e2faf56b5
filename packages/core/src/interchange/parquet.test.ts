import { parquetReadObjects } from 'hyparquet';
import { expect, test } from 'vitest';
import { parquetParts, type ParquetColumn } from './parquet.ts';

async function readBack(columns: readonly ParquetColumn[], rows: number) {
  const parts: Uint8Array[] = [];
  for await (const part of parquetParts(columns, rows)) parts.push(part);
  const file = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    file.set(part, at);
    at += part.length;
  }
  return { parts: parts.length, rows: await parquetReadObjects({ file: file.buffer }) };
}

test('what is written is read back: texts, whole numbers, and null where nothing is known', async () => {
  const names = ['六和', 'Toyota', 'a "b"'];
  const shares = [0.1, null, 1 / 3];
  const { rows } = await readBack(
    [
      { name: 'firm', type: 'STRING', isNullable: false, values: (from, to) => names.slice(from, to) },
      { name: 'size', type: 'INT32', isNullable: false, values: (from, to) => Int32Array.of(3, 0, -2).slice(from, to) },
      { name: 'share', type: 'DOUBLE', isNullable: true, values: (from, to) => shares.slice(from, to) },
    ],
    3,
  );
  expect(rows).toEqual([
    { firm: '六和', size: 3, share: 0.1 },
    { firm: 'Toyota', size: 0, share: null },
    { firm: 'a "b"', size: -2, share: 1 / 3 },
  ]);
});

test('a long table goes in parts, and every row is there once', async () => {
  const count = 250_000;
  const nth = (from: number, to: number) => Int32Array.from({ length: to - from }, (_, at) => from + at);
  const { parts, rows } = await readBack([{ name: 'nth', type: 'INT32', isNullable: false, values: nth }], count);
  expect(parts).toBe(4);
  expect(rows.map((row): unknown => row['nth'])).toEqual([...nth(0, count)]);
});
