import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Words of the language that this project does without, each with the mend. */
const syntax = [
  { selector: 'ExportAllDeclaration', message: 'Name what you export: readers must see the entry of a room whole.' },
  { selector: 'ExportDefaultDeclaration', message: 'Export by name; only config files have a default export.' },
  { selector: 'TSEnumDeclaration', message: "Write a union of strings: type Form = 'licence' | 'supply'." },
  {
    selector: 'TSInterfaceDeclaration:not(TSModuleBlock TSInterfaceDeclaration)',
    message: 'Write a type: there is one way to name a shape. (Adding to a module of others takes an interface.)',
  },
  { selector: 'TSModuleDeclaration[kind="namespace"]', message: 'A file is the namespace.' },
];

/** What a pure room may not read: clock, chance, surroundings. They come in as parameters. */
const impureProperties = [
  { object: 'Date', property: 'now', message: 'The clock is a parameter.' },
  { object: 'Math', property: 'random', message: 'Chance is a parameter: pass a seeded generator.' },
  { object: 'crypto', property: 'randomUUID', message: 'Ids are a parameter.' },
];
const impureSyntax = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The clock is a parameter.' },
];
const impureGlobals = ['process', 'fetch', 'console', 'setTimeout', 'setInterval', 'performance', 'window', 'document'];

export default defineConfig(
  globalIgnores([
    '**/out/**',
    '**/dist/**',
    '**/generated/**',
    '**/*.generated.*',
    '**/*.d.ts',
    'apps/web/src/locales/**',
    'e2e/screens/**',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.lint.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      'no-restricted-syntax': ['error', ...syntax],
      eqeqeq: ['error', 'always'],
      'prefer-const': 'error',
      'no-console': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
      ],
      '@typescript-eslint/no-unnecessary-type-arguments': 'off',
      // Slow for what they find here: there are hardly any classes and no enums.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-deprecated': [
        'error',
        // Marked so that it stands out; called where the operator lets providers stand in the own network, over http.
        { allow: [{ from: 'package', package: 'openid-client', name: 'allowInsecureRequests' }] },
      ],
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': 'allow-with-description', 'ts-ignore': true, 'ts-nocheck': true },
      ],
    },
  },
  {
    files: ['packages/core/src/**/*.ts', 'packages/engine/src/**/*.ts'],
    ignores: ['**/*.test.ts', '**/*.test-data.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...syntax, ...impureSyntax],
      'no-restricted-properties': ['error', ...impureProperties],
      'no-restricted-globals': ['error', ...impureGlobals],
    },
  },
  {
    files: ['**/*.config.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['**/*.mjs', 'vitest.config.ts'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { parserOptions: { project: null } },
  },
);
