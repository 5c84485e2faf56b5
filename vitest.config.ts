import { defineConfig } from 'vitest/config';

/**
 * The suites, by the name of a test file: `x.test.ts` runs with every `npm test`, `x.journey.test.ts` drives a browser,
 * `x.drill.test.ts` kills and starves things (`npm run test:deep`), `x.reference.test.ts` reads large files from the folder
 * in ENTENTE_REFERENCE_DATA and runs when that is set.
 */
const special = ['**/*.drill.test.ts', '**/*.journey.test.ts'];
const reference = process.env['ENTENTE_REFERENCE_DATA'] === undefined ? ['**/*.reference.test.ts'] : [];
const never = ['**/node_modules/**', '**/out/**', '**/dist/**', ...reference];

/** One real PostgreSQL for the run, a migrated copy for each file that asks. */
const database = ['./apps/server/src/platform/test-database.ts'];

export default defineConfig({
  test: {
    allowOnly: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['packages/*/src/**/*.test.ts', 'apps/web/src/**/*.test.{ts,tsx}', 'tools/**/*.test.ts'],
          exclude: [...never, ...special],
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['apps/server/src/**/*.test.ts', 'apps/cli/**/*.test.ts'],
          exclude: [...never, ...special],
          globalSetup: database,
        },
      },
      {
        extends: true,
        test: {
          name: 'drill',
          include: ['{packages,apps}/*/src/**/*.drill.test.ts'],
          exclude: never,
          globalSetup: database,
          fileParallelism: false,
          testTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['e2e/**/*.journey.test.ts'],
          exclude: never,
          globalSetup: ['./e2e/served-product.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
