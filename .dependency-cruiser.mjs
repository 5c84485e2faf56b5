/**
 * Who may import whom. A room is matched by its place, so a room that is built tomorrow is bound today; `$1` is the room
 * (or floor) the importing file lives in. `tools/checks/layers.test.ts` plants a breach of each rule.
 */

/** Tests, and the files that serve tests alone (`test-database.ts`, `register.test-data.ts`). */
const TEST = ['\\.test\\.tsx?$', '\\.test-data\\.ts$', '/test-[^/]+\\.ts$'];
const FOUNDATION = 'accounts|register|evidence';

export default {
  forbidden: [
    // Every floor
    {
      name: 'no-cycle',
      comment: 'Two files that import each other are one file: move what both need below them.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      comment:
        'The import leads nowhere: the file is missing, or the package entry does not export it. (Peers of bench may be absent.)',
      from: { pathNot: '^bench/' },
      to: { couldNotResolve: true },
    },
    {
      name: 'no-undeclared-package',
      comment: "List the package in the dependencies of this floor's package.json.",
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-development-package-at-run-time',
      comment: 'The product must run after `npm ci --omit=dev`: move the package to the dependencies.',
      from: { path: '^(packages|apps)/[^/]+/src/', pathNot: TEST },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'type-import'] },
    },

    // Floors: core <- engine, contract <- server, web, cli
    {
      name: 'core-is-the-ground',
      comment: 'core imports no other package of ours.',
      from: { path: '^packages/core/' },
      to: { path: '^(apps|e2e|tools|bench)/|^packages/(?!core/)' },
    },
    {
      name: 'packages-rest-on-core',
      comment: 'engine and contract import core, and nothing above or beside them.',
      from: { path: '^packages/(?!core/)([^/]+)/' },
      to: { path: '^(apps|e2e|tools|bench)/|^packages/', pathNot: '^packages/(core|$1)/' },
    },
    {
      name: 'apps-apart',
      comment: 'server, web and cli do not import each other; only the cli starts the server, by server.ts.',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/|^apps/server/src/server\\.ts$' },
    },
    {
      name: 'only-cli-starts-the-server',
      comment: 'server.ts is the door of the command line, and of workloads that fill a database as it does.',
      from: { pathNot: '^apps/(server|cli)/|^bench/' },
      to: { path: '^apps/server/' },
    },
    {
      name: 'workloads-use-the-doors',
      comment:
        'bench meets the product as its users do; what fills a database enters by server.ts, as the command line does.',
      from: { path: '^bench/' },
      to: { path: '^apps/', pathNot: '^apps/server/src/server\\.ts$' },
    },
    {
      name: 'nothing-rests-on-the-gates',
      comment: 'e2e, tools and bench look at the product; the product does not know them.',
      from: { path: '^(packages|apps)/' },
      to: { path: '^(e2e|tools|bench)/' },
    },
    {
      name: 'journeys-use-the-doors',
      comment: 'e2e meets the product as its users do: by the browser, the address and the command line.',
      from: { path: '^e2e/' },
      to: { path: '^(apps|packages|tools)/' },
    },

    // Rooms of core: kernel <- accounts, register, evidence <- capabilities <- overview <- interchange
    {
      name: 'core-kernel-alone',
      comment: 'kernel imports no room.',
      from: { path: '^packages/core/src/kernel/', pathNot: TEST },
      to: { path: '^packages/core/src/(?!kernel/)' },
    },
    {
      name: 'core-foundation-apart',
      comment: 'accounts, register and evidence import kernel and not each other.',
      from: { path: `^packages/core/src/(${FOUNDATION})/`, pathNot: TEST },
      to: { path: '^packages/core/src/', pathNot: '^packages/core/src/(kernel|$1)/' },
    },
    {
      name: 'core-capabilities-apart',
      comment: 'A capability imports kernel, accounts, register and evidence; what joins capabilities is overview.',
      from: {
        path: `^packages/core/src/(?!(?:kernel|${FOUNDATION}|overview|interchange)/)([^/]+)/`,
        pathNot: TEST,
      },
      to: { path: '^packages/core/src/', pathNot: `^packages/core/src/(kernel|${FOUNDATION}|$1)/` },
    },
    {
      name: 'core-overview-below-interchange',
      comment: 'interchange is the top room of core; overview does not import it.',
      from: { path: '^packages/core/src/overview/', pathNot: TEST },
      to: { path: '^packages/core/src/interchange/' },
    },
    {
      name: 'core-room-by-its-door',
      comment: "Another room's index.ts is its door; ask for the name to be exported there.",
      from: { path: '^packages/core/src/([^/]+)/' },
      to: { path: '^packages/core/src/[^/]+/', pathNot: '^packages/core/src/$1/|^packages/core/src/[^/]+/index\\.ts$' },
    },
    {
      name: 'package-by-its-entry',
      comment:
        'Import the package entry (@entente/core/register), never a file inside a package. A room may have a smaller door beside its index, entry-NAME.ts, for what must start fast.',
      from: { path: '^((?:packages|apps)/[^/]+|e2e|tools)/' },
      to: { path: '^packages/', pathNot: '^$1/|^packages/[^/]+/src/[^/]+/(?:index|entry-[^/]+)\\.ts$' },
    },
    {
      name: 'core-is-pure',
      comment: 'core and engine read no file, clock or network: bytes and text come in, facts go out.',
      from: { path: '^packages/(core|engine)/src/', pathNot: TEST },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'core-without-framework',
      comment: 'No web framework, no database, no screen in the packages.',
      from: { path: '^packages/' },
      to: {
        path: 'node_modules/(fastify|@fastify|fastify-[^/]+|kysely|pg|react|react-dom|@mantine|@tanstack|commander)/',
      },
    },

    // Rooms of the server: routes -> commands -> store
    {
      name: 'server-platform-below-rooms',
      comment: 'platform serves every room and knows none.',
      from: { path: '^apps/server/src/platform/', pathNot: TEST },
      to: { path: '^apps/server/src/(?!platform/)' },
    },
    {
      name: 'server-rooms-apart',
      comment:
        'A room of the server uses platform, the rooms below its namesake in core and the papers of alliances (dossier); authorisation, which asks all of them who may what, uses all.',
      from: {
        path: `^apps/server/src/(?!(?:platform|${FOUNDATION}|overview|interchange|authorisation)/)([^/]+)/`,
        pathNot: TEST,
      },
      to: { path: '^apps/server/src/', pathNot: `^apps/server/src/(platform|${FOUNDATION}|dossier|$1)/` },
    },
    {
      name: 'server-foundation-apart',
      comment: 'accounts, register and evidence use platform and not each other.',
      from: { path: `^apps/server/src/(${FOUNDATION})/`, pathNot: TEST },
      to: { path: '^apps/server/src/', pathNot: '^apps/server/src/(platform|$1)/' },
    },
    {
      name: 'server-routes-above-store',
      comment: 'A route parses, asks and answers; what it does stands in the commands, which use the store.',
      from: { path: '^apps/server/src/(?!platform/).+\\.routes\\.ts$' },
      to: { path: '\\.store\\.ts$' },
    },
    {
      name: 'server-commands-below-routes',
      comment: 'The command line enters at the same commands, so they know no route.',
      from: { path: '\\.(commands|store|presenter)\\.ts$' },
      to: { path: '\\.routes\\.ts$' },
    },
    {
      name: 'server-store-at-the-bottom',
      comment: 'A store holds SQL and nothing that decides or presents.',
      from: { path: '\\.store\\.ts$' },
      to: { path: '\\.(commands|presenter)\\.ts$' },
    },
    {
      name: 'server-presenter-is-pure',
      comment: 'A presenter shapes what it is given; it fetches nothing.',
      from: { path: '\\.presenter\\.ts$' },
      to: { path: '\\.commands\\.ts$' },
    },
    {
      name: 'server-sql-in-stores',
      comment: 'The database client is used in *.store.ts and platform/ alone.',
      from: { path: '^apps/', pathNot: ['^apps/server/src/platform/', '\\.store\\.ts$', ...TEST] },
      to: { path: 'node_modules/(kysely|pg)/' },
    },
    {
      name: 'server-framework-in-routes',
      comment: 'The web framework is used in *.routes.ts and platform/ alone.',
      from: {
        path: '^apps/server/',
        pathNot: ['^apps/server/src/platform/', '\\.routes\\.ts$', '^apps/server/src/(server|rooms)\\.ts$', ...TEST],
      },
      to: { path: 'node_modules/(fastify|@fastify|fastify-[^/]+)/' },
    },

    // Web: app -> features -> dossier -> ui, lib
    {
      name: 'web-features-apart',
      comment: 'Features meet in app; what two of them need goes down to dossier, ui or lib.',
      from: { path: '^apps/web/src/features/([^/]+)/' },
      to: { path: '^apps/web/src/features/', pathNot: '^apps/web/src/features/$1/' },
    },
    {
      name: 'web-features-below-app',
      comment: 'app knows the features, not the other way round.',
      from: { path: '^apps/web/src/(features|dossier|ui|lib)/' },
      to: { path: '^apps/web/src/(app/|main\\.tsx?$)' },
    },
    {
      name: 'web-shared-below-features',
      comment: 'dossier, ui and lib serve every feature and know none.',
      from: { path: '^apps/web/src/(dossier|ui|lib)/' },
      to: { path: '^apps/web/src/features/' },
    },
    {
      name: 'web-ui-and-lib-below-dossier',
      comment: 'dossier draws the papers of an alliance out of ui and lib, which know nothing of them.',
      from: { path: '^apps/web/src/(ui|lib)/' },
      to: { path: '^apps/web/src/dossier/' },
    },
    {
      name: 'web-ui-knows-no-domain-word',
      comment: 'ui draws rows, points and dates; firms and alliances are given to it.',
      from: { path: '^apps/web/src/ui/' },
      to: { path: '^packages/' },
    },
    {
      name: 'web-lib-below-ui',
      comment: 'lib draws nothing.',
      from: { path: '^apps/web/src/lib/' },
      to: { path: '^apps/web/src/ui/' },
    },
    {
      name: 'web-without-node',
      comment: 'The browser has no Node.',
      from: { path: '^apps/web/src/', pathNot: TEST },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(out|dist|generated)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    preserveSymlinks: false,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
