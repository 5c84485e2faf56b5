const isCheck = process.argv.includes('--strict');

export default {
  sourceLocale: 'en',
  locales: ['en', 'ja', 'zh-Hant'],
  // What nobody has translated yet shows in English, but not to the check that looks for it.
  fallbackLocales: isCheck ? (false as const) : { default: 'en' },
  catalogs: [{ path: '<rootDir>/src/locales/{locale}', include: ['src'] }],
  format: 'po' as const,
  formatOptions: { origins: true, lineNumbers: false },
  orderBy: 'origin' as const,
};
