import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const folder = mkdtempSync(path.join(os.tmpdir(), 'entente-bad-tables-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const starter = path.resolve(import.meta.dirname, '../bin/entente.mjs');
const HEAD = 'alliance,member,start,end,form';

function fileOf(name: string, bytes: string | Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

function entente(...words: string[]): { readonly status: number | null; readonly out: string; readonly err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [starter, ...words], { encoding: 'utf8' });
  return { status, out: stdout, err: stderr };
}

const NETWORK = ['network', '--measures', 'degree'];
const PANEL = ['panel', '--no-network'];
const COMMANDS = [NETWORK, PANEL] as const;
/** Both commands read a table by one function: each case goes through one of them, in turn. */
const inTurn = (nth: number): readonly string[] => COMMANDS[nth % 2] ?? NETWORK;

/** Names of firms in the first column of an answer. */
const firmsOf = (out: string): string[] => [
  ...new Set(
    out
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[0] ?? ''),
  ),
];

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');
const ascii = (text: string): Buffer => Buffer.from(text, 'latin1');
/** Two rows whose names are given as bytes of an encoding. */
const rowsOf = (alliance: number[], one: number[], other: number[]): Buffer =>
  Buffer.concat(
    [one, other].flatMap((member) => [Buffer.from([...alliance, 0x2c, ...member]), ascii(',1990,,licence\n')]),
  );
const TWO = `${HEAD}\n提携,マツダ,1990,,licence\n提携,トヨタ,1990,,licence\n`;

/** Each file, the encoding that is told (null: none has to be), and the firms in it. */
const ENCODED: readonly (readonly [string, Uint8Array, string | null, readonly string[]])[] = [
  ['UTF-8', Buffer.from(TWO), null, ['トヨタ', 'マツダ']],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${TWO}`), null, ['トヨタ', 'マツダ']],
  ['UTF-16 LE with a mark', utf16(`\uFEFF${TWO}`), 'utf-16le', ['トヨタ', 'マツダ']],
  ['UTF-16 BE with a mark', utf16(`\uFEFF${TWO}`).swap16(), 'utf-16be', ['トヨタ', 'マツダ']],
  ['UTF-16 LE', utf16(TWO), 'utf-16le', ['トヨタ', 'マツダ']],
  [
    'Shift-JIS',
    Buffer.concat([
      ascii(`${HEAD}\n`),
      rowsOf([0x92, 0xf1, 0x8c, 0x67], [0x83, 0x7d, 0x83, 0x63, 0x83, 0x5f], [0x83, 0x67, 0x83, 0x88, 0x83, 0x5e]),
    ]),
    'shift_jis',
    ['トヨタ', 'マツダ'],
  ],
  [
    'Big5',
    Buffer.concat([
      ascii(`${HEAD}\n`),
      rowsOf([0xc1, 0x70, 0xb7, 0xf9], [0xa4, 0xa4, 0xb5, 0xd8, 0xa8, 0x54, 0xa8, 0xae], [0xb8, 0xce, 0xb6, 0xa9]),
    ]),
    'big5',
    ['中華汽車', '裕隆'],
  ],
  [
    'GB 18030',
    Buffer.concat([
      ascii(`${HEAD}\n`),
      rowsOf([0xc1, 0xaa, 0xc3, 0xcb], [0xb6, 0xab, 0xc4, 0xcf, 0xc6, 0xfb, 0xb3, 0xb5], [0xb8, 0xa3, 0xbd, 0xa8]),
    ]),
    'gb18030',
    ['东南汽车', '福建'],
  ],
];

describe('a table in any encoding', () => {
  test.each(ENCODED)('%s is read, and told where it is not UTF-8', (name, bytes, encoding, firms) => {
    const file = fileOf(`${name}.csv`, bytes);
    const command = inTurn(ENCODED.findIndex(([each]) => each === name));
    const { status, out, err } = entente(...command, '--from', file);
    expect([status, firmsOf(out)]).toEqual([0, firms]);
    if (encoding === null) expect(err).not.toContain('encoding');
    else expect(err).toContain(`The text was read as ${encoding} (encoding-guessed)`);
  });
});

/** What is no table: the code by which it is refused, and the place. */
const REFUSED: readonly (readonly [string, string | Uint8Array, string])[] = [
  ['an empty file', '', ':1:1: The table holds no rows (table-empty)'],
  ['a header alone', `${HEAD}\n`, ':1:1: The table holds no rows (table-empty)'],
  ['blank lines', ' \n\n\n', '(table-empty)'],
  ['an end before the start', `${HEAD}\nx,A,1990,1980,licence\nx,B,1990,,licence\n`, ':2:10: The end 1980 lies before'],
  ['an unquoted comma', `${HEAD}\nx,Kia, Seoul,1990,,licence\n`, '(cell-surplus)'],
  ['an archive', Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0x4b, 0x2c), 'A NUL character stands in the text'],
  ['UTF-32', Buffer.concat([Buffer.from([0xff, 0xfe, 0, 0]), Buffer.from('a\0\0\0,\0\0\0')]), 'A NUL character'],
];

describe('what is no table of alliances', () => {
  test.each(REFUSED)('%s is refused, and nothing is written', (name, bytes, told) => {
    const file = fileOf(`${name}.csv`, bytes);
    const { status, out, err } = entente(...inTurn(REFUSED.findIndex(([each]) => each === name)), '--from', file);
    expect([status, out]).toEqual([1, '']);
    expect(err).toContain(told);
  });

  test('nor is a folder, a pipe, or a path without a file', () => {
    const pipe = path.join(folder, 'pipe');
    spawnSync('bash', ['-c', `mkfifo "${pipe}"`]);
    const empty = path.join(folder, 'empty');
    mkdirSync(empty);
    expect(entente('network', '--from', folder).err).toContain('That is a folder');
    expect(entente(...NETWORK, '--from', pipe).err).toContain('That is a pipe or a device, no file (file-unreadable)');
    expect(entente('panel', '--from', empty).err).toContain('No case lies in this folder');
  });
});

describe('where the answer goes', () => {
  const table = fileOf('table.csv', `${HEAD}\nx,A,1990,,licence\nx,B,1990,,licence\n`);
  const expected = 'firm,degree\nA,1\nB,1\n';

  test.each([folder, `${folder}/`, ''])('not to "%s", which is told in a line and leaves nothing', (out) => {
    const before = readdirSync(folder).length;
    const { status, err } = entente(...inTurn(out.length), '--from', table, '--out', out);
    expect(status).toBe(1);
    expect(err).toMatch(/^[^\n]*\(file-unwritable\)\n[^\n]*\n$/);
    expect(readdirSync(folder).length).toBe(before);
    expect(readdirSync(path.dirname(folder)).filter((name) => name.startsWith(path.basename(folder)))).toHaveLength(1);
  });

  test('into a file that is there, whose readers stay the same; through a link into what it leads to', () => {
    const [file, link] = [fileOf('there.csv', 'before'), path.join(folder, 'link.csv')];
    execFileSync('chmod', ['600', file]);
    symlinkSync('there.csv', link);
    expect(entente(...NETWORK, '--from', table, '--out', link)).toEqual({ status: 0, out: '', err: '' });
    expect([readFileSync(file, 'utf8'), statSync(file).mode & 0o777]).toEqual([expected, 0o600]);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
  });

  test('through a pipe, which stays one', async () => {
    const pipe = path.join(folder, 'out-pipe');
    spawnSync('bash', ['-c', `mkfifo "${pipe}"`]);
    const reader = spawn('cat', [pipe]);
    let text = '';
    reader.stdout.on('data', (part) => (text += String(part)));
    const ended = new Promise((resolve) => reader.on('close', resolve));
    const { status } = entente(...NETWORK, '--from', table, '--out', pipe);
    await ended;
    expect([status, text, lstatSync(pipe).isFIFO()]).toEqual([0, expected, true]);
  });

  test('to somebody who has read enough, or to a full device, without a stack of calls', () => {
    const rows = Array.from({ length: 20_000 }, (_, nth) => `a${nth >> 1},firm ${nth},1990,,licence`).join('\n');
    const many = fileOf('many.csv', `${HEAD}\n${rows}\n`);
    const piped = (end: string) =>
      spawnSync(
        'bash',
        ['-c', `"${process.execPath}" "${starter}" network --measures degree --from "${many}" ${end}`],
        {
          encoding: 'utf8',
        },
      );
    expect(piped('| head -1')).toMatchObject({ stdout: 'firm,degree\n', stderr: '' });
    const full = piped('> /dev/full');
    expect(full.status).toBe(1);
    expect(full.stderr).toMatch(/^The output could not be written: ENOSPC[^\n]*\n$/);
  });
});

test.each([
  ['an option nobody knows', ['network', '--form', 'x'], '(Did you mean --from?)\n(see entente network --help)'],
  ['no thread', [...NETWORK, '--threads', '0'], 'Give a whole number from 1 to 64'],
  ['no day', [...NETWORK, '--as-of', '2015-02-30'], 'Write a date as'],
  ['a year too far', ['panel', '--until', '4000'], 'Give a whole number from 1000 to 3000'],
  ['a word too many', ['panel', 'extra'], 'too many arguments'],
])('%s ends with 2 and the way to the help', (_fault, words, told) => {
  const { status, out, err } = entente(...words, ...(words.includes('--from') ? [] : ['--from', 'x.csv']));
  expect([status, out]).toEqual([2, '']);
  expect(err).toContain(told);
});

test('Ctrl-C while a panel is written leaves the file that was there', async () => {
  const rows = Array.from(
    { length: 120_000 },
    (_, nth) => `a${nth >> 2},f${(nth * 7919) % 40_011},19${50 + (nth % 50)},,consortium`,
  );
  const [table, out] = [fileOf('long.csv', `${HEAD}\n${rows.join('\n')}\n`), fileOf('kept.csv', 'before')];
  const child = spawn(process.execPath, [starter, 'panel', '--from', table, '--out', out], { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.on('exit', (code, by) => resolve(by ?? code)));
  const isBegun = () => readdirSync(folder).some((name) => name.startsWith('kept.csv.'));
  while (!isBegun()) await new Promise((resolve) => setTimeout(resolve, 20));
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(isBegun()).toBe(true);
  child.kill('SIGINT');
  expect(['SIGINT', 130]).toContain(await ended);
  expect([readFileSync(out, 'utf8'), isBegun()]).toEqual(['before', false]);
});
