import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const folder = mkdtempSync(path.join(os.tmpdir(), 'entente-large-table-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const starter = path.resolve(import.meta.dirname, '../bin/entente.mjs');
const table = path.join(folder, 'large.csv');

const BYTES = 200_000_000;
const FIRMS = 40_000;
/** Old space of the process: the file alone, as text, is larger. */
const CAP_MB = 180;
let alliances = 0;

beforeAll(() => {
  const file = openSync(table, 'w');
  let written = writeSync(file, 'alliance,member,start,end,form,remark\n');
  const remark = 'a remark that nobody asks for, which makes up most of the table '.repeat(4);
  while (written < BYTES) {
    let part = '';
    for (const last = alliances + 5_000; alliances < last; alliances += 1) {
      const [one, other] = [alliances % FIRMS, (alliances * 8 + 1) % FIRMS];
      const rest = `${1_990 + (alliances % 20)},,licence,"${remark}"\n`;
      part += `deal ${alliances},firm ${one},${rest}deal ${alliances},firm ${other},${rest}`;
    }
    written += writeSync(file, part);
  }
  closeSync(file);
});

function capped(...words: string[]) {
  const names = 'alliance=alliance,member=member,start=start,end=end,form=form';
  const cap = `--max-old-space-size=${CAP_MB}`;
  return spawnSync(process.execPath, [cap, starter, ...words, '--from', table, '--columns', names, '--quiet'], {
    encoding: 'utf8',
    maxBuffer: 500_000_000,
  });
}

describe('a table of 200 MB, in a process that may keep less than that', () => {
  test('gives its network', () => {
    expect(statSync(table).size).toBeGreaterThanOrEqual(BYTES);
    const { status, stdout, stderr } = capped('network', '--measures', 'strength');
    expect([status, stderr]).toEqual([0, '']);
    const lines = stdout.trimEnd().split('\n').slice(1);
    expect(lines.length).toBe(FIRMS);
    // Each alliance has two members, who are sometimes the same firm.
    const own = Array.from({ length: alliances }, (_, nth) => (nth % FIRMS === (nth * 8 + 1) % FIRMS ? 1 : 0));
    const self = own.reduce<number>((sum, each) => sum + each, 0);
    const strength = lines.reduce((sum, line) => sum + Number(line.split(',')[1]), 0);
    expect(strength).toBe(2 * (alliances - self));
  });

  test('gives its panel', () => {
    const out = path.join(folder, 'panel.csv');
    const { status, stderr } = capped('panel', '--no-network', '--out', out);
    expect([status, stderr]).toEqual([0, '']);
    const formed = readFileSync(out, 'utf8').trimEnd().split('\n').slice(1);
    expect(formed.length).toBeGreaterThan(FIRMS);
    expect(new Set(formed.map((line) => line.slice(0, line.indexOf(',')))).size).toBe(FIRMS);
  });
});
