import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const folder = mkdtempSync(path.join(os.tmpdir(), 'entente-network-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const starter = path.resolve(import.meta.dirname, '../bin/entente.mjs');

function tableOf(name: string, rows: readonly string[], head = 'alliance,member,start,end,form'): string {
  const file = path.join(folder, name);
  writeFileSync(file, `${[head, ...rows].join('\n')}\n`);
  return file;
}

function network(...words: string[]): { readonly status: number | null; readonly out: string; readonly err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [starter, 'network', ...words], { encoding: 'utf8' });
  return { status, out: stdout, err: stderr };
}

const CSV = tableOf('small.csv', [
  'x,Ford,1979,,minority stake',
  'x,Mazda,1979,,minority stake',
  'y,Ford,1986,2001,joint venture',
  'y,Mazda,1986,2001,joint venture',
  'y,"Kia, Seoul",1986,2001,joint venture',
  'z,Lonely,1990,,licence',
]);

describe('entente network', () => {
  test('writes firm and the measures asked, one row a member in order of names, empty where undefined', () => {
    const { status, out, err } = network('--from', CSV, '--measures', 'constraint,degree,k-core,component,betweenness');
    expect(status).toBe(0);
    // Ford: 2/3 of its ties with Mazda, 1/3 with Kia; (2/3 + 1/3 x 1/2)^2 + (1/3 + 2/3 x 1/3)^2.
    const ford = (2 / 3 + 1 / 6) ** 2 + (1 / 3 + 2 / 9) ** 2;
    const [head, first, ...others] = out.trimEnd().split('\n');
    expect(head).toBe('firm,constraint,degree,k-core,component,betweenness');
    expect(first).toMatch(/^Ford,1\.00308641975308\d*,2,2,1,0$/);
    expect(Number(first?.split(',')[1])).toBeCloseTo(ford, 12);
    expect(others.map((line) => line.replace(/\d\.\d+/, '#'))).toEqual([
      '"Kia, Seoul",#,2,2,1,0',
      'Lonely,,0,0,2,0',
      'Mazda,#,2,2,1,0',
    ]);
    expect(err).toContain('1 alliance has one member only');
  });

  test('reads a table by the headings that it has', () => {
    const table = tableOf('own.csv', ['1,Ford,x,JP', '1,Mazda,y,NA'], 'deal,company,role,land');
    const words = ['--from', table, '--columns', 'alliance=deal,member=company,country=land', '--measures', 'degree'];
    expect(network(...words).out).toBe('firm,degree\nFord,1\nMazda,1\n');
    const wrong = network('--from', table, '--columns', 'alliance=deal', '--measures', 'degree');
    expect([wrong.status, wrong.err]).toEqual([2, expect.stringContaining('No column is named for member')]);
  });

  test('of one day leaves out what has ended; without weights ties count once', () => {
    const { out } = network('--from', CSV, '--as-of', '2015', '--measures', 'degree,strength', '--quiet');
    expect(out).toBe('firm,degree,strength\nFord,1,1\nLonely,0,0\nMazda,1,1\n');
    expect(network('--from', CSV, '--weights', 'none', '--measures', 'strength', '--quiet').out).toContain('Ford,2\n');
  });

  test('gives the same bytes at any number of threads and in any order of rows', () => {
    const rows = Array.from({ length: 700 }, (_, nth) =>
      [0, 1, 2].map((member) => `a${nth},f${(nth * 7 + member * (nth % 13) * 31) % 300},1990,,consortium`),
    ).flat();
    const [ordered, turned] = [tableOf('many.csv', rows), tableOf('turned.csv', rows.toReversed())];
    const measures = ['--quiet', '--measures', 'betweenness,closeness,constraint,community,clustering'];
    const one = network('--from', ordered, '--threads', '1', ...measures).out;
    expect(one.split('\n').length).toBeGreaterThan(250);
    expect(network('--from', ordered, '--threads', '3', ...measures).out).toBe(one);
    expect(network('--from', turned, '--threads', '2', ...measures).out).toBe(one);
    const sampled = network('--from', ordered, '--sample', '100', ...measures).out;
    expect(sampled).not.toBe(one);
    expect(network('--from', turned, '--sample', '100', '--threads', '3', ...measures).out).toBe(sampled);
  });

  test('tells every fault of a table with its place, and leaves a file that was there as it is', () => {
    const out = path.join(folder, 'kept.csv');
    writeFileSync(out, 'before');
    const bad = tableOf('bad.csv', ['x,A,soon,,consortium', 'x,,1990,,friendship']);
    const { status, err } = network('--from', bad, '--out', out);
    expect(status).toBe(1);
    expect(err).toContain(`${bad}:2:5: start:`);
    expect(err).toContain('(cell-empty)');
    expect(err).toContain('(form-unknown)');
    expect(readFileSync(out, 'utf8')).toBe('before');
  });

  test.each([
    [['--from', CSV, '--measures', 'fame'], 2, 'There is no measure "fame"'],
    [['--from', path.join(folder, 'nowhere.csv')], 1, 'file-missing'],
    [['--measures', 'degree'], 2, '--from'],
    [['--from', CSV, '--out', path.join(folder, 'no/folder/out.csv')], 1, 'file-unwritable'],
  ])('%j ends with %i', (words, status, told) => {
    const answer = network(...words);
    expect([answer.status, answer.out]).toEqual([status, '']);
    expect(answer.err).toContain(told);
  });

  test('Ctrl-C leaves neither a file nor a part of one', async () => {
    const rows = Array.from({ length: 40_000 }, (_, nth) => `a${nth >> 1},f${(nth * 7919) % 20_011},1990,,consortium`);
    const out = path.join(folder, 'never.csv');
    const words = ['network', '--from', tableOf('long.csv', rows), '--measures', 'betweenness', '--out', out];
    const child = spawn(process.execPath, [starter, ...words], { stdio: 'ignore' });
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    child.kill('SIGINT');
    const signal = await new Promise((resolve) => child.on('exit', (code, by) => resolve(by ?? code)));
    expect(['SIGINT', 130]).toContain(signal);
    expect(existsSync(out)).toBe(false);
    expect(readdirSync(folder).filter((name) => name.includes('never'))).toEqual([]);
  });
});
