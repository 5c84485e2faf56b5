import path from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';
import { ROOT } from './tree.ts';

// Where CI is set the linter takes each file from the disk once; the texts here stand on no disk.
const eslint = new ESLint({
  cwd: ROOT,
  overrideConfig: { languageOptions: { parserOptions: { disallowAutomaticSingleRunInference: true } } },
});

/** The rules that refuse a text as the content of a file that is there, so that it is judged with its types. */
async function rulesAgainst(text: string, file: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(`${text}\n`, { filePath: path.join(ROOT, file) });
  return result?.messages.map((message) => message.ruleId) ?? [];
}

const IN_CORE = 'packages/core/src/kernel/ids.ts';
const IN_TOOLS = 'tools/checks/tree.ts';

const REFUSED = [
  ['a promise left alone', 'no-floating-promises', 'export function f(): void { Promise.resolve(1); }'],
  ['any', 'no-explicit-any', 'export const f = (x: any): unknown => x;'],
  [
    'a switch that forgets a case',
    'switch-exhaustiveness-check',
    "export function f(x: 'a' | 'b'): number { switch (x) { case 'a': return 1; } return 2; }",
  ],
  ['a default export', 'no-restricted-syntax', 'const f = 1; export default f;'],
  ['an export of everything', 'no-restricted-syntax', "export * from './dates.ts';"],
  ['an enum', 'no-restricted-syntax', 'export enum E { A }'],
  ['an interface', 'no-restricted-syntax', 'export interface E { readonly a: string }'],
  ['a silenced compiler', 'ban-ts-comment', ['// @ts', '-ignore', '\nexport const f = 1;'].join('')],
] as const;

const REFUSED_IN_CORE = [
  ['the clock', 'no-restricted-properties', 'export const f = (): number => Date.now();'],
  ['the clock by a new date', 'no-restricted-syntax', 'export const f = (): Date => new Date();'],
  ['chance', 'no-restricted-properties', 'export const f = (): number => Math.random();'],
  ['the process', 'no-restricted-globals', 'export const f = (): unknown => process;'],
  ['the network', 'no-restricted-globals', 'export const f = (): unknown => fetch;'],
] as const;

describe('the linter', () => {
  test.each(REFUSED)('refuses %s', async (_, rule, text) => {
    expect((await rulesAgainst(text, IN_TOOLS)).join()).toContain(rule);
  });

  test.each(REFUSED_IN_CORE)('refuses %s in the core alone', async (_, rule, text) => {
    expect((await rulesAgainst(text, IN_CORE)).join()).toContain(rule);
    expect((await rulesAgainst(text, IN_TOOLS)).join()).not.toContain(rule);
  });

  test('does not heed a comment that silences it', async () => {
    const text = ['/* eslint-', 'disable */\nexport const f = (x: any): unknown => x;'].join('');
    expect((await rulesAgainst(text, IN_TOOLS)).join()).toContain('no-explicit-any');
  });
});
