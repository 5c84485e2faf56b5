import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const starter = fileURLToPath(new URL('../bin/entente.mjs', import.meta.url));

function run(program: readonly string[], environment: NodeJS.ProcessEnv = process.env) {
  const { status, stdout, stderr } = spawnSync(process.execPath, program, {
    encoding: 'utf8',
    env: environment,
    cwd: '/',
  });
  return { status, stdout, stderr };
}

describe('the starter', () => {
  test.each(['18.20.4', '20.18.3', '21.7.0', '22.11.0'])('says in one sentence that Node %s is too old', (version) => {
    const program = `Object.defineProperty(process.versions, 'node', { value: '${version}' }); await import('${starter}');`;
    expect(run(['--input-type=module', '--eval', program])).toEqual({
      status: 1,
      stdout: '',
      stderr: `Entente needs Node.js 20.19, 22.12 or later, and this is ${version}: install a current one from https://nodejs.org.\n`,
    });
  });

  test('runs from any folder and shows every command with an example', () => {
    const { status, stdout, stderr } = run([starter, '--help']);
    expect([status, stderr]).toEqual([0, '']);
    for (const word of ['serve', 'cases', 'portfolio', 'Examples:']) expect(stdout).toContain(word);
  });

  test('says its version', () => {
    expect(run([starter, '--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test('sends a refused command to the help of its own', () => {
    expect(run([starter, 'cases', 'load']).stderr).toContain('(see entente cases load --help)');
  });

  test.each([
    ['a folder that is not there', '/no/such/folder', 'There is no such folder'],
    ['a file', starter, 'There is no such folder'],
    ['a folder without a case', path.dirname(starter), 'There is no case file in this folder'],
  ])('checks no cases in %s', (_, folder, message) => {
    const { status, stdout, stderr } = run([starter, 'cases', 'check', folder]);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(new RegExp(`^${folder}: ${message} \\(file-missing\\)\\n {2}Give the path[^\\n]*\\n$`));
  });

  test.each([
    ['an unknown command', ['serv']],
    ['an unknown option', ['serve', '--nonsense']],
    ['too many words', ['serve', 'now', 'please']],
    ['no word at all', []],
  ])('ends with 2 for %s', (_, words) => {
    const { status, stdout, stderr } = run([starter, ...words]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/entente/);
  });
});
