import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'entente-import-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Ran = { readonly code: number; readonly out: string; readonly err: string };

/** Runs the command line as a person does. */
const entente = (...words: readonly string[]): Promise<Ran> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', 'apps/cli/src/main.ts', ...words],
      { cwd: ROOT, maxBuffer: 1e8 },
      (error, out, err) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
      },
    );
  });

const MESSY = 'test-data/import/messy-portfolio.xlsx';

describe('entente import', () => {
  it('tells every fault at its place, on stderr and in JSON, and exits with 1', async () => {
    const { code, out, err } = await entente('import', MESSY, '--json');
    const { tables, problems } = JSON.parse(out) as {
      tables: { layout: string; questions: unknown[] }[];
      problems: { line: number; column: number; code: string }[];
    };
    expect([code, tables[0]?.layout, tables[0]?.questions.length]).toEqual([1, 'partners', 1]);
    expect(problems.map((problem) => [problem.line, problem.column, problem.code])).toEqual([
      [9, 5, 'value-ambiguous'],
      [11, 5, 'value-ambiguous'],
    ]);
    expect(err).toContain(`${MESSY}:9:5: "10/11/12" may mean 2012-11-10 or 2012-10-11 or 2010-11-12 (value-ambiguous)`);
    expect(err).toContain(`warning: ${MESSY}:12:1: The row "合計" is left out as a total (row-left-out)`);
  });

  it('reads a table when it is told what is unclear, and the next by the mapping that was saved', async () => {
    const mapping = join(folder, 'mapping.json');
    const first = await entente('import', MESSY, '--date-order', 'day-first', '--save-mapping', mapping);
    expect([first.code, first.out]).toEqual([0, expect.stringContaining('7 alliances, 14 memberships, 6 stakes')]);
    const second = await entente('import', 'test-data/import/messy-portfolio-shift-jis.csv', '--mapping', mapping);
    expect([second.code, second.out]).toEqual([0, expect.stringContaining('7 alliances, 14 memberships, 6 stakes')]);
  });

  it.each([
    ['a file that is not there', ['import', 'nothing.csv'], 1, 'file-missing'],
    ['a mapping that is none', ['import', MESSY, '--mapping', 'package.json'], 1, 'mapping-malformed'],
    ['no file', ['import'], 2, 'missing required argument'],
    ['a collection that is none', ['export', '--to', folder, '--collection', 'things'], 1, 'collection-unknown'],
  ])('says what is wrong with %s', async (_fault, words, code, told) => {
    const ran = await entente(...words);
    expect([ran.code, ran.err]).toEqual([code, expect.stringContaining(told)]);
  });
});

describe('entente export', () => {
  it('writes the case library as tables that come back the same, byte for byte', async () => {
    const [one, two] = ['one', 'two'].map((name) => join(folder, name));
    expect((await entente('export', '--to', one ?? '')).code).toBe(0);
    expect((await entente('export', '--from', one ?? '', '--to', two ?? '')).code).toBe(0);
    const files = (path: string): string[] =>
      readdirSync(path).map((name) => `${name} ${readFileSync(join(path, name), 'utf8')}`);
    expect(files(one ?? '').length).toBe(16);
    expect(files(two ?? '')).toEqual(files(one ?? ''));
  });

  it('refuses a changed value that no claim states, at its cell', async () => {
    const tables = join(folder, 'changed');
    await entente('export', '--to', tables);
    const houses = join(tables, 'houses.csv');
    writeFileSync(houses, readFileSync(houses, 'utf8').replace(/\r\n([^,]+),[^,]+,/, '\r\n$1,Another name,'));
    const { code, err } = await entente('import', tables);
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(/houses\.csv:2:\d+: name is "Another name" here and .* by its claims \(value-unclaimed\)/),
    ]);
  });
});
