import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, describe, expect, test } from 'vitest';

const folder = mkdtempSync(path.join(os.tmpdir(), 'entente-panel-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const starter = path.resolve(import.meta.dirname, '../bin/entente.mjs');

function panel(...words: string[]): { readonly status: number | null; readonly out: string; readonly err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [starter, 'panel', ...words], { encoding: 'utf8' });
  return { status, out: stdout, err: stderr };
}

const table = path.join(folder, 'alliances.csv');
writeFileSync(
  table,
  `alliance,member,start,end,form,house,country
x,Lioho,1994,,joint venture,Lioho,TW
x,"Kiriu, Ashikaga",1994,,joint venture,Kiriu,JP
y,Lioho,1996,1998,licence,Lioho,TW
y,"Kiriu, Ashikaga",1996,1998,licence,Kiriu,JP
y,JTEKT,1996,1998,licence,Toyota,JP
z,Lioho,,,licence,,
`,
);

const linesOf = (text: string): string[][] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));

describe('entente panel', () => {
  test('has a row for each firm and year, and empty cells where a measure is not defined', () => {
    const { status, out, err } = panel('--from', table, '--until', '1999');
    expect(status).toBe(0);
    expect(err).toContain('1 row has no start');
    const [head = [], ...rows] = linesOf(out.replaceAll('"Kiriu, Ashikaga"', 'Kiriu'));
    const of = (firm: string, year: string) => {
      const row = rows.find(([name, when]) => name === firm && when === year) ?? [];
      return Object.fromEntries(head.map((name, at) => [name, row[at]]));
    };
    expect(head.slice(0, 6)).toEqual(['firm', 'year', 'formed', 'ended', 'accumulated', 'size']);
    expect(of('Lioho', '1996')).toMatchObject({
      formed: '1',
      size: '2',
      ties: '3',
      partners: '2',
      'repeat-tie-share': String(1 / 3),
      'new-partner-share': '0.5',
      'equity-share': '0.5',
      'foreign-partner-share': '1',
    });
    expect(Number(of('Lioho', '1996')['effective-size'])).toBeGreaterThan(1);
    expect(of('JTEKT', '1999')).toMatchObject({
      size: '0',
      accumulated: '1',
      age: '',
      constraint: '',
      'equity-share': '',
    });
    expect(rows.map(([firm]) => firm)).toEqual([...rows.map(([firm]) => firm)].sort());
  });

  test('is the same as Parquet, with null for what is not defined, and leaves nothing beside', async () => {
    const [csv, parquet] = [path.join(folder, 'panel.csv'), path.join(folder, 'panel.parquet')];
    expect(panel('--from', table, '--out', csv, '--quiet')).toEqual({ status: 0, out: '', err: '' });
    expect(panel('--from', table, '--out', parquet, '--quiet').status).toBe(0);
    const bytes = readFileSync(parquet);
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    const rows = await parquetReadObjects({ file });
    const text = rows.map((row) =>
      Object.values(row)
        .map((value) => (value === null ? '' : String(value).includes(',') ? `"${String(value)}"` : String(value)))
        .join(','),
    );
    expect([Object.keys(rows[0] ?? {}).join(','), ...text, ''].join('\n')).toBe(readFileSync(csv, 'utf8'));
    expect(rows.some((row) => row['constraint'] === null)).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(['alliances.csv', 'panel.csv', 'panel.parquet']);
  });

  test('reads a case folder with what a table does not tell, by houses as the pages do', () => {
    const { status, out } = panel('--from', 'cases', '--level', 'house', '--population', 'joint-ventures', '--quiet');
    const [head = [], ...rows] = linesOf(out);
    const lioho = rows.find(([firm, year]) => firm === 'house:lioho-group' && year === '2005') ?? [];
    const at = (name: string) => Number(lioho[head.indexOf(name)]);
    expect([status, at('size'), at('houses'), at('ties')]).toEqual([0, 12, 5, 15]);
    expect(at('exploration-share')).toBeCloseTo(5 / 14, 12);
    expect(at('constraint')).toBeCloseTo(56 / 144, 12);
  });

  test('without the network is the same but for its columns', () => {
    const [whole, own] = [panel('--from', table, '--quiet').out, panel('--from', table, '--no-network', '--quiet').out];
    const last = whole.indexOf(',degree');
    expect(own.split('\n')[0]).toBe(whole.slice(0, last));
    expect(own.split('\n').length).toBe(whole.split('\n').length);
  });

  test('fills what columns of kinds and resources tell, and tells which columns stay empty', () => {
    const head = 'deal,company,signed,what,brings,house';
    const rows = [
      'x,Lioho,1994,firm,,NA',
      'x,Kiriu,1994,firm,technology:casting,',
      'x,NTU,1994,university,technology:casting;people:engineers,',
    ];
    const told = path.join(folder, 'told.csv');
    writeFileSync(told, `${[head, ...rows].join('\n')}\n`);
    const names = 'alliance=deal,member=company,start=signed,kind=what,resources=brings,house=house';
    const { out, err } = panel('--from', told, '--columns', names, '--no-network');
    const [heads = [], ...lines] = linesOf(out);
    const lioho = lines.find(([name]) => name === 'Lioho') ?? [];
    const at = (name: string) => lioho[heads.indexOf(name)];
    expect([at('kind-diversity'), at('resource-redundancy'), at('exploration-share')]).toEqual(['0.5', '0.5', '']);
    expect(Number(at('resource-diversity'))).toBeCloseTo(4 / 9, 12);
    expect(err).toContain('exploration-share is empty: needed is a register');
    expect(err).not.toContain('kind-diversity');
    expect(panel('--from', table, '--no-network').err).toMatch(
      /kind-diversity is empty: .*\n.*resource-diversity and resource-redundancy are empty: .*\n.*exploration-share is empty/,
    );
    rmSync(told);
  });

  test('has a dictionary with a definition, a formula and a source for every column', () => {
    const { out } = panel('--dictionary');
    const names = linesOf(out).map(([name]) => name);
    expect(names.slice(1)).toEqual((panel('--from', table, '--quiet').out.split('\n')[0] ?? '').split(','));
    expect(out).toContain('constraint,index,');
    expect(
      linesOf(out)
        .find(([name]) => name === 'kind-diversity')
        ?.join(','),
    ).toContain(',"a column kind in the table');
  });

  test('asks for a table', () => {
    expect(panel()).toMatchObject({ status: 1, out: '' });
    expect(panel().err).toContain('Give --from');
  });
});
