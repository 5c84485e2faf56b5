import { mkdirSync } from 'node:fs';
import path from 'node:path';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import { describe, expect, test } from 'vitest';
import { layerBreaches, unseenModules } from './layers.ts';
import { plantedProject, write } from './planting.ts';
import { ROOT } from './tree.ts';

type Planted = readonly [rule: string, from: string, to: string];

/** One breach of each rule: `from` imports `to`, a file or a package. Rooms that do not exist yet are among them. */
const BREACHES: readonly Planted[] = [
  ['no-cycle', 'packages/core/src/kernel/days.ts', 'packages/core/src/kernel/cycle.ts'],
  ['no-unresolvable', 'packages/core/src/kernel/days.ts', './nowhere.ts'],
  ['no-undeclared-package', 'apps/server/src/platform/clock.ts', 'undeclared-package'],
  ['no-development-package-at-run-time', 'apps/server/src/platform/clock.ts', 'development-package'],
  ['core-is-the-ground', 'packages/core/src/register/rows.ts', 'packages/contract/src/register/index.ts'],
  ['packages-rest-on-core', 'packages/engine/src/network/index.ts', 'packages/contract/src/register/index.ts'],
  ['packages-rest-on-core', 'packages/contract/src/register/index.ts', 'apps/server/src/server.ts'],
  ['apps-apart', 'apps/web/src/lib/client.ts', 'apps/cli/src/main.ts'],
  ['apps-apart', 'apps/cli/src/main.ts', 'apps/server/src/register/register.commands.ts'],
  ['only-cli-starts-the-server', 'apps/web/src/lib/client.ts', 'apps/server/src/server.ts'],
  ['workloads-use-the-doors', 'bench/palette.ts', 'apps/server/src/register/load.commands.ts'],
  ['nothing-rests-on-the-gates', 'apps/server/src/platform/clock.ts', 'tools/check.ts'],
  ['journeys-use-the-doors', 'e2e/read.journey.test.ts', 'apps/web/src/lib/client.ts'],
  ['core-kernel-alone', 'packages/core/src/kernel/days.ts', 'packages/core/src/register/index.ts'],
  ['core-foundation-apart', 'packages/core/src/register/rows.ts', 'packages/core/src/evidence/index.ts'],
  ['core-foundation-apart', 'packages/core/src/evidence/claims.ts', 'packages/core/src/portfolio/index.ts'],
  ['core-capabilities-apart', 'packages/core/src/portfolio/path.ts', 'packages/core/src/risk/index.ts'],
  ['core-capabilities-apart', 'packages/core/src/a-room-to-come/x.ts', 'packages/core/src/overview/index.ts'],
  ['core-overview-below-interchange', 'packages/core/src/overview/today.ts', 'packages/core/src/interchange/index.ts'],
  ['core-room-by-its-door', 'packages/core/src/portfolio/path.ts', 'packages/core/src/register/rows.ts'],
  ['package-by-its-entry', 'apps/server/src/register/register.commands.ts', 'packages/core/src/register/rows.ts'],
  ['core-is-pure', 'packages/core/src/interchange/table.ts', 'node:fs'],
  ['core-without-framework', 'packages/contract/src/register/index.ts', 'fastify'],
  ['server-platform-below-rooms', 'apps/server/src/platform/clock.ts', 'apps/server/src/register/x.ts'],
  ['server-rooms-apart', 'apps/server/src/portfolio/x.ts', 'apps/server/src/risk/x.ts'],
  ['server-foundation-apart', 'apps/server/src/register/x.ts', 'apps/server/src/evidence/x.ts'],
  [
    'server-routes-above-store',
    'apps/server/src/register/register.routes.ts',
    'apps/server/src/register/register.store.ts',
  ],
  ['server-commands-below-routes', 'apps/server/src/risk/risk.commands.ts', 'apps/server/src/risk/risk.routes.ts'],
  ['server-store-at-the-bottom', 'apps/server/src/risk/risk.store.ts', 'apps/server/src/risk/risk.commands.ts'],
  ['server-presenter-is-pure', 'apps/server/src/risk/risk.presenter.ts', 'apps/server/src/risk/risk.commands.ts'],
  ['server-sql-in-stores', 'apps/server/src/register/register.commands.ts', 'kysely'],
  ['server-sql-in-stores', 'apps/cli/src/main.ts', 'pg'],
  ['server-framework-in-routes', 'apps/server/src/register/register.commands.ts', 'fastify'],
  ['web-features-apart', 'apps/web/src/features/risk/map.tsx', 'apps/web/src/features/register/form.tsx'],
  ['web-features-below-app', 'apps/web/src/features/risk/map.tsx', 'apps/web/src/app/router.tsx'],
  ['web-shared-below-features', 'apps/web/src/ui/table.tsx', 'apps/web/src/features/register/form.tsx'],
  ['web-shared-below-features', 'apps/web/src/dossier/paper-form.tsx', 'apps/web/src/features/design/form.tsx'],
  ['web-ui-and-lib-below-dossier', 'apps/web/src/ui/table.tsx', 'apps/web/src/dossier/paper-form.tsx'],
  ['web-ui-knows-no-domain-word', 'apps/web/src/ui/table.tsx', 'packages/core/src/register/index.ts'],
  ['web-lib-below-ui', 'apps/web/src/lib/client.ts', 'apps/web/src/ui/table.tsx'],
  ['web-without-node', 'apps/web/src/lib/client.ts', 'node:path'],
];

/** What the layers allow, so that the rules are seen to refuse the breach and not everything. */
const ALLOWED: readonly (readonly [from: string, to: string])[] = [
  ['packages/core/src/portfolio/path.ts', 'packages/core/src/register/index.ts'],
  ['packages/core/src/overview/today.ts', 'packages/core/src/portfolio/index.ts'],
  ['packages/core/src/interchange/table.ts', 'packages/core/src/overview/index.ts'],
  ['apps/cli/src/main.ts', 'apps/server/src/server.ts'],
  ['apps/server/src/risk/risk.routes.ts', 'apps/server/src/risk/risk.commands.ts'],
  ['apps/server/src/risk/risk.commands.ts', 'apps/server/src/risk/risk.store.ts'],
  ['apps/server/src/risk/risk.store.ts', 'kysely'],
  ['apps/server/src/risk/risk.routes.ts', 'fastify'],
  ['apps/web/src/app/router.tsx', 'apps/web/src/features/risk/map.tsx'],
  ['apps/web/src/features/risk/map.tsx', 'apps/web/src/ui/table.tsx'],
  ['apps/web/src/features/design/form.tsx', 'apps/web/src/dossier/paper-form.tsx'],
  ['apps/web/src/dossier/paper-form.tsx', 'packages/core/src/kernel/index.ts'],
  ['apps/web/src/features/risk/map.tsx', 'packages/core/src/register/index.ts'],
  ['bench/fill.ts', 'apps/server/src/server.ts'],
];

const MANIFEST = {
  dependencies: { fastify: '1', kysely: '1', pg: '1' },
  devDependencies: { 'development-package': '1' },
};
const PACKAGES = [...Object.keys(MANIFEST.dependencies), 'development-package', 'undeclared-package'];
const X = 'export const x = 1;\n';

/** A small project in which `from` imports `to`; a file that is imported back makes the cycle of `no-cycle`. */
function plant(from: string, to: string): string {
  const isFile = to.includes('/src/') || to.startsWith('tools/');
  const specifier = isFile ? relative(from, to) : to;
  const files: Record<string, string> = {
    'package.json': JSON.stringify(MANIFEST),
    '.gitignore': 'node_modules',
    [from]: `import { x } from '${specifier}';\nexport const y = x;\n`,
  };
  if (isFile)
    files[to] = to.endsWith('cycle.ts') ? `import { y } from '${relative(to, from)}';\nexport const x = y;\n` : X;
  for (const name of PACKAGES) {
    files[`node_modules/${name}/package.json`] = JSON.stringify({ name, version: '1.0.0', main: 'index.js' });
    files[`node_modules/${name}/index.js`] = X;
  }
  const root = plantedProject(files);
  for (const floor of ['packages', 'apps', 'e2e', 'tools', 'bench'])
    mkdirSync(path.join(root, floor), { recursive: true });
  return root;
}

function relative(from: string, to: string): string {
  const way = path.posix.relative(path.posix.dirname(from), to);
  return way.startsWith('.') ? way : `./${way}`;
}

describe('the layers', () => {
  test.each(BREACHES)('%s refuses %s importing %s', async (rule, from, to) => {
    const breaches = await layerBreaches(plant(from, to));
    expect(breaches.map((breach) => breach.split(':')[0])).toContain(rule);
  });

  test.each(ALLOWED)('let %s import %s', async (from, to) => {
    expect(await layerBreaches(plant(from, to))).toEqual([]);
  });

  test('plant a breach of every rule', async () => {
    const options = await extractDepcruiseOptions(path.join(ROOT, '.dependency-cruiser.mjs'));
    const rules = options.ruleSet?.forbidden?.map((rule) => rule.name) ?? [];
    expect(rules.length).toBeGreaterThan(0);
    expect(new Set(BREACHES.map(([rule]) => rule))).toEqual(new Set(rules));
  });

  test('see an import of a type alone', async () => {
    const root = plant('packages/core/src/kernel/days.ts', 'packages/core/src/register/index.ts');
    write(
      root,
      'packages/core/src/kernel/days.ts',
      "import type { x } from '../register/index.ts';\nexport type Y = typeof x;\n",
    );
    expect((await layerBreaches(root)).join()).toContain('core-kernel-alone');
  });

  test('name a source file that was not cruised, and only such a file', () => {
    const files = ['README.md', 'apps/web/dist/x.ts', 'apps/web/src/main.tsx', 'packages/core/src/kernel/ids.ts'];
    expect(unseenModules(files, new Set(['apps/web/src/main.tsx']))).toEqual([
      'not cruised: packages/core/src/kernel/ids.ts',
    ]);
  });
});
