import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const textOf = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const keysIn = (file: string): string[] =>
  [...textOf(file).matchAll(/^ {2}'([a-z0-9-]+)': /gm)].flatMap(([, key]) => key ?? []);

test('every refusal of the API has words in the reader’s language', () => {
  const codes = keysIn('packages/contract/src/problem/statuses.ts');
  const files = readdirSync(path.join(ROOT, 'apps/web/src/lib')).filter((name) => name.endsWith('problem-words.ts'));
  const worded = new Set(files.flatMap((file) => keysIn(`apps/web/src/lib/${file}`)));
  expect(codes.length).toBeGreaterThan(50);
  expect(codes.filter((code) => !worded.has(code))).toEqual([]);
});
