export default {
  sourceLocale: 'en',
  locales: ['en', 'ja', 'zh-Hant'],
  // A message that nobody has translated yet shows in English; `lingui compile --strict` refuses it.
  fallbackLocales: { default: 'en' },
  catalogs: [{ path: '<rootDir>/src/locales/{locale}', include: ['src'] }],
  format: 'po' as const,
  formatOptions: { origins: true, lineNumbers: false },
  orderBy: 'origin' as const,
};
