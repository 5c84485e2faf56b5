/** What people write for countries besides their names. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  usa: 'US',
  'u.s.': 'US',
  'u.s.a.': 'US',
  us: 'US',
  america: 'US',
  米国: 'US',
  美國: 'US',
  uk: 'GB',
  'u.k.': 'GB',
  'great britain': 'GB',
  england: 'GB',
  英国: 'GB',
  korea: 'KR',
  'south korea': 'KR',
  'republic of korea': 'KR',
  韓国: 'KR',
  韓國: 'KR',
  taiwan: 'TW',
  'taiwan roc': 'TW',
  'chinese taipei': 'TW',
  台湾: 'TW',
  台灣: 'TW',
  臺灣: 'TW',
  中華民國: 'TW',
  china: 'CN',
  prc: 'CN',
  'p.r.c.': 'CN',
  'mainland china': 'CN',
  中国: 'CN',
  中國: 'CN',
  中國大陸: 'CN',
  大陸: 'CN',
  'hong kong': 'HK',
  香港: 'HK',
  macau: 'MO',
  russia: 'RU',
  'czech republic': 'CZ',
  turkey: 'TR',
  vietnam: 'VN',
  'viet nam': 'VN',
  holland: 'NL',
  'the netherlands': 'NL',
};

const LANGUAGES = ['en', 'ja', 'zh-Hant'] as const;
let codes: ReadonlyMap<string, string> | null = null;

const key = (text: string): string => text.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');

/** Every name of every country in the product's languages, from the platform's own tables. */
function codesByName(): ReadonlyMap<string, string> {
  if (codes !== null) return codes;
  const found = new Map<string, string>();
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
  for (const language of LANGUAGES) {
    const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    for (const first of letters) {
      for (const second of letters) {
        const name = names.of(first + second);
        if (name !== undefined && !found.has(key(name))) found.set(key(name), first + second);
        if (name !== undefined && !found.has(key(first + second))) found.set(key(first + second), first + second);
      }
    }
  }
  for (const [name, code] of Object.entries(OTHER_NAMES)) found.set(name, code);
  codes = found;
  return found;
}

/**
 * The ISO 3166-1 code of a country by its code or its name in English, Japanese or Chinese; null for anything else.
 * @example countryCode('日本') // => 'JP'
 */
export const countryCode = (text: string): string | null => codesByName().get(key(text)) ?? null;
