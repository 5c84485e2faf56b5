import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { plantedProject } from '../checks/planting.ts';
import { asvsBreaches, asvsSheet, SHEET } from './sheet.ts';

const TEST = 'apps/web/src/x.test.ts';
const at = (tag: string): string => `// @${tag}`;
const requirements = JSON.stringify({ levels: { '1': ['V1.1.1', 'V1.1.10'], '2': ['V1.1.2', 'V2.1.1'] } });
const known = {
  inspections: [{ ids: ['V1.1.10'], inspected: 'the settings', where: ['package.json'], date: '2026-11-22' }],
  notApplicable: [{ ids: ['V1.1.2'], reason: 'there is none' }],
  open: [{ ids: ['V2.1.1'], missing: 'a page' }],
};

function planted(parts: { readonly tests?: string; readonly known?: object } = {}): string {
  const tests = parts.tests ?? `${at('asvs V1.1.1')}\ntest('refuses it', () => {});\n`;
  const root = plantedProject({
    'package.json': '{}',
    'tools/asvs/requirements.json': requirements,
    'docs/security/inspections.json': JSON.stringify({ ...known, ...parts.known }),
    [TEST]: tests,
  });
  writeFileSync(path.join(root, SHEET), asvsSheet(root).text);
  return root;
}

describe('the sheet', () => {
  test('has a row for each requirement, in order, and counts them', () => {
    const root = planted();
    const { text, counts } = asvsSheet(root);
    expect(text.match(/^\| V.*$/gm)).toEqual([
      '| V1.1.1 | 1 | test | x.test.ts: refuses it |',
      '| V1.1.2 | 2 | not applicable | there is none |',
      '| V1.1.10 | 1 | inspection | the settings (`package.json`; 2026-11-22) |',
      '| V2.1.1 | 2 | open | a page |',
    ]);
    expect(counts).toBe(
      'level 1: test 1, inspection 1, not applicable 0, open 0, of 2; level 2: test 0, inspection 0, not applicable 1, open 1, of 2',
    );
    expect(asvsBreaches(root)).toEqual([]);
  });

  test.each([
    ['a table of tests', `${at('asvs V1.1.1')}\n  test.each([\n  ['a', 'b'],\n])('takes %s', () => {});`, 'takes %s'],
    ['a typed table', `${at('asvs V1.1.1')}\ntest.each<[string]>([['a']])(\n  'takes it',\n  () => {});`, 'takes it'],
    ['a group', `/** ${at('asvs V1.1.1').slice(3)} */\ndescribe("it's", () => {});`, "it's"],
  ])('finds the title of %s', (_what, tests, title) => {
    expect(asvsSheet(planted({ tests })).text).toContain(`x.test.ts: ${title} |`);
  });

  test.each([
    [
      'a tag of no requirement',
      { tests: `${at('asvs V1.1.1 V9.9.9')}\ntest('x', () => {});` },
      /V9\.9\.9 is no requirement/,
    ],
    ['a tag before no test', { tests: `test('x', () => {});\n${at('asvs V1.1.1')}\n` }, /stands before no test/],
    ['a requirement that nothing stands for', { tests: '' }, /V1\.1\.1: has neither/],
    [
      'an inspection of no requirement',
      { known: { open: [{ ids: ['V2.1.1', 'V0.0.1'], missing: 'x' }] } },
      /V0\.0\.1 is no/,
    ],
    [
      'an inspection of a file that is gone',
      { known: { inspections: [{ ids: ['V1.1.10'], inspected: 'x', where: ['gone.ts'], date: '2026-11-22' }] } },
      /there is no gone\.ts/,
    ],
    [
      'one that is open and tested',
      { known: { open: [{ ids: ['V2.1.1', 'V1.1.1'], missing: 'x' }] } },
      /V1\.1\.1: is test and open/,
    ],
  ])('is refused with %s', (_what, parts, told) => {
    expect(asvsBreaches(planted(parts))).toEqual([expect.stringMatching(told)]);
  });

  test('is refused when it is not what tests and inspections say', () => {
    const root = planted();
    writeFileSync(path.join(root, TEST), `${at('asvs V1.1.1')}\ntest('takes it', () => {});\n`);
    expect(asvsBreaches(root)).toEqual([expect.stringMatching(/run npm run asvs/)]);
  });
});
