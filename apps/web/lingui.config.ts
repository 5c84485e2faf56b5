// Lingui's workers read this file again and see the environment, not the arguments.
if (process.argv.includes('--strict')) process.env.LINGUI_STRICT = 'yes';

export default {
  sourceLocale: 'en',
  locales: ['en', 'ja', 'zh-Hant'],
  // What nobody has translated yet shows in English, but not to the check that looks for it.
  fallbackLocales: process.env.LINGUI_STRICT ? (false as const) : { default: 'en' },
  catalogs: [{ path: '<rootDir>/src/locales/{locale}', include: ['src'] }],
  compileNamespace: 'es' as const,
  format: 'po' as const,
  formatOptions: { origins: true, lineNumbers: false },
  orderBy: 'origin' as const,
};
