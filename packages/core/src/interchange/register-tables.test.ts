import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RegisterRows } from '../register/index.ts';
import { readCaseLibrary } from './case-library.ts';
import { csvOf, type RegisterTable, tablesOf, workbookOf } from './register-tables.ts';
import { anyRegister, anyText, sheetText } from './register.test-data.ts';
import { givenFromFiles, givenTables, registerFromTables, type TablesRead } from './tables-register.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

async function readBack(files: readonly { path: string; bytes: Uint8Array }[]): Promise<TablesRead> {
  const given = await givenFromFiles(files);
  if (!given.ok) throw new Error(JSON.stringify(given.problems));
  return registerFromTables(given.value);
}

const throughCsv = (rows: RegisterRows): Promise<TablesRead> =>
  readBack(tablesOf(rows).map((table) => ({ path: `export/${table.collection}.csv`, bytes: bytesOf(csvOf(table)) })));

describe('a register as tables', () => {
  it('comes back as it was, through the text of CSV files, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(anyRegister(anyText), async (register) => {
        expect(await throughCsv(register)).toEqual({ rows: register, ownFields: [], problems: [] });
      }),
    );
  });

  it('comes back as it was through a workbook', async () => {
    await fc.assert(
      fc.asyncProperty(anyRegister(sheetText), async (register) => {
        const bytes = await workbookOf(tablesOf(register));
        expect(await readBack([{ path: 'export.xlsx', bytes }])).toEqual({
          rows: register,
          ownFields: [],
          problems: [],
        });
      }),
      { numRuns: 5 },
    );
  });

  it('is the case library as it stands in its files', async () => {
    const folder = fileURLToPath(new URL('../../../../cases/', import.meta.url));
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
      .map((entry) => ({
        path: join(entry.parentPath, entry.name),
        text: readFileSync(join(entry.parentPath, entry.name), 'utf8'),
      }));
    const { rows } = readCaseLibrary(files);
    expect(rows.claims.length).toBeGreaterThan(100);
    expect(await throughCsv(rows)).toEqual({ rows, ownFields: [], problems: [] });
  });

  it('guards every cell that a spreadsheet would take for a formula', () => {
    const table: RegisterTable = {
      collection: 'houses',
      headings: ['id', 'name', 'slug'],
      rows: [['h', '=HYPERLINK("x")', '@h']],
    };
    expect(csvOf(table)).toBe('\ufeffid,name,slug\r\nh,"\'=HYPERLINK(""x"")",\'@h\r\n');
  });
});

describe('registerFromTables', () => {
  const table = (collection: string, headings: string, ...rows: string[]): RegisterTable => ({
    collection,
    headings: headings.split(','),
    rows: rows.map((row) => row.split(',')),
  });
  const SOURCE = table('sources', 'id,key,title,kind', 's,s,A report,report');
  const CLAIM = 'id,kind,record,field,value,source,place,quote,rank,reason';
  const told = (...tables: RegisterTable[]): string[] =>
    registerFromTables(givenTables(tables)).problems.map(
      ({ file, line, column, code }) => `${file}:${line}:${column} ${code}`,
    );

  it.each([
    ['a collection that is none', [table('things', 'id', 'x')], ['things:1:1 collection-unknown']],
    ['a missing id', [table('houses', 'id,slug', ',h')], ['houses:2:1 cell-empty']],
    ['an id twice', [table('houses', 'id,slug', 'h,h', 'h,i')], ['houses:3:1 id-taken']],
    ['a column that is none', [table('houses', 'id,slug,colour', 'h,h,red')], ['houses:1:3 column-unknown']],
    ['no column of ids', [table('houses', 'slug', 'h')], ['houses:1:1 column-missing']],
    [
      'a record that is not there',
      [table('house-memberships', 'id,house,organisation', 'm,h,o')],
      ['house-memberships:2:2 record-unknown', 'house-memberships:2:3 record-unknown'],
    ],
    ['a value that no claim states', [table('houses', 'id,name,slug', 'h,Aoba,h')], ['houses:2:2 value-unclaimed']],
    [
      'a claim of no source',
      [table('houses', 'id,slug', 'h,h'), table('claims', CLAIM, 'c,house,h,name,Aoba,t,row 1,,normal,')],
      ['claims:2:6 source-unknown'],
    ],
    [
      'a claim on no field',
      [SOURCE, table('houses', 'id,slug', 'h,h'), table('claims', CLAIM, 'c,house,h,colour,red,s,row 1,,normal,')],
      ['claims:2:4 field-unknown'],
    ],
    [
      'a rank without a reason',
      [SOURCE, table('houses', 'id,slug', 'h,h'), table('claims', CLAIM, 'c,house,h,name,Aoba,s,row 1,,preferred,')],
      ['claims:2:10 reason-missing'],
    ],
    [
      'a date that is none',
      [
        SOURCE,
        table('alliances', 'id,slug', 'a,a'),
        table('claims', CLAIM, 'c,alliance,a,start,31/04/2010,s,row 1,,normal,'),
      ],
      ['claims:2:5 date-malformed'],
    ],
  ])('names %s by its cell and reads nothing', (_fault, tables, expected) => {
    expect(told(...tables)).toEqual(expected);
    expect(registerFromTables(givenTables(tables)).rows.houses).toEqual([]);
  });
});
