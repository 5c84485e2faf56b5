import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import path from 'node:path';
import { compileFunction } from 'node:vm';
import { describe, expect, it } from 'vitest';

/*
 * Every `@example expression // => value` in the documentation of the pure packages is run: the expression sees what its
 * file and its room export.
 */
const PACKAGES = fileURLToPath(new URL('../packages/', import.meta.url));
const EXAMPLE = /@example\s+(?<expression>.+?)\s*\/\/\s*=>\s*(?<value>.+)$/;

type Example = { readonly file: string; readonly line: number; readonly expression: string; readonly value: string };

function examplesIn(file: string): Example[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((text, index) => {
      const found = EXAMPLE.exec(text)?.groups;
      if (!found) return [];
      const { expression = '', value = '' } = found;
      return [{ file, line: index + 1, expression, value }];
    });
}

const files = readdirSync(PACKAGES, { recursive: true })
  .map(String)
  .filter((name) => /\/src\/.*\.ts$/.test(name) && !/\.test|\.d\.ts$/.test(name))
  .map((name) => path.join(PACKAGES, name));
const examples = files.flatMap(examplesIn);

async function exportsOf(file: string): Promise<Readonly<Record<string, unknown>>> {
  return existsSync(file) ? ((await import(pathToFileURL(file).href)) as Record<string, unknown>) : {};
}

function evaluated(code: string, scope: Readonly<Record<string, unknown>>): unknown {
  const names = Object.keys(scope);
  const run = compileFunction(`return (${code});`, names) as (...values: readonly unknown[]) => unknown;
  return run(...names.map((name) => scope[name]));
}

/** The door of the room that a file is in, from however deep a folder of it. */
const doorOf = (file: string): string =>
  path.join(PACKAGES, path.relative(PACKAGES, file).split(path.sep).slice(0, 3).join(path.sep), 'index.ts');

describe('examples in the documentation', () => {
  it('are there', () => {
    expect(examples.length).toBeGreaterThan(3);
  });
  it.each(examples.map((example) => [`${path.relative(PACKAGES, example.file)}:${example.line}`, example] as const))(
    '%s holds',
    async (_place, { file, expression, value }) => {
      const scope = { ...(await exportsOf(doorOf(file))), ...(await exportsOf(file)) };
      expect(evaluated(expression, scope)).toEqual(evaluated(value, {}));
    },
  );
});
