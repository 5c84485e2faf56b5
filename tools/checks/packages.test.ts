import { describe, expect, test } from 'vitest';
import { packageBreaches } from './packages.ts';
import { plantedProject } from './planting.ts';
import { ROOT } from './tree.ts';

const DIGEST = `sha512-${'A'.repeat(86)}==`;
const whole = (more: object = {}): object => ({ version: '1.0.0', integrity: DIGEST, ...more });

function breachesOf(packages: Readonly<Record<string, object>>, npmrc = 'save-exact=true\n'): readonly string[] {
  return packageBreaches(plantedProject({ 'package-lock.json': JSON.stringify({ packages }), '.npmrc': npmrc }));
}

// @asvs V15.1.2
describe('packages from elsewhere', () => {
  test('of the project as it is keep every rule', () => {
    expect(packageBreaches(ROOT)).toEqual([]);
  });

  test.each([
    ['one without a digest', { 'node_modules/a': { version: '1.0.0' } }, /no SHA-512/],
    ['one with a weak digest', { 'node_modules/a': whole({ integrity: 'sha1-abc=' }) }, /no SHA-512/],
    [
      'one from a repository',
      { 'node_modules/a': whole({ resolved: 'git+ssh://git@host/a.git#1' }) },
      /not from a registry/,
    ],
    ['one from a folder', { 'node_modules/a': whole({ resolved: 'file:../a' }) }, /not from a registry/],
    ['one that runs on install', { 'node_modules/a': whole({ hasInstallScript: true }) }, /would run a program/],
    [
      'a library that guards, in two versions',
      { 'node_modules/jose': whole(), 'apps/server/node_modules/jose': whole({ version: '2.0.0' }) },
      /jose: is there in 2 versions/,
    ],
  ])('refuses %s', (_what, packages, told) => {
    expect(breachesOf(packages)).toEqual([expect.stringMatching(told)]);
  });

  test.each([
    ['our own, which are links', { 'node_modules/@entente/core': { link: true, resolved: 'packages/core' } }],
    ['a listed one that runs on install', { 'node_modules/esbuild': whole({ hasInstallScript: true }) }],
    [
      'a second version that only develops',
      { 'node_modules/jose': whole(), 'node_modules/x/node_modules/jose': whole({ version: '2.0.0', dev: true }) },
    ],
    [
      'two versions of what guards nothing',
      { 'node_modules/a': whole(), 'x/node_modules/a': whole({ version: '2.0.0' }) },
    ],
  ])('takes %s', (_what, packages) => {
    expect(breachesOf(packages)).toEqual([]);
  });

  test('refuses a registry or a key in the settings of the project', () => {
    const npmrc = '@entente:registry=https://elsewhere.example\n//elsewhere.example/:_authToken=x\nstrict-ssl=false\n';
    expect(breachesOf({ 'node_modules/a': whole() }, npmrc)).toHaveLength(3);
  });
});
