import type { Alliance, Register } from '../../register/index.ts';

/** How people of a country are called, in the languages of the product; countries of the case library and their neighbours. */
const PEOPLE: Readonly<Record<string, readonly string[]>> = {
  CN: ['chinese', '中国', '中國'],
  DE: ['german', 'ドイツ', '德國'],
  FR: ['french', 'フランス', '法國'],
  GB: ['british', 'イギリス', '英国', '英國'],
  ID: ['indonesian', 'インドネシア', '印尼'],
  IN: ['indian', 'インド', '印度'],
  JP: ['japanese', '日本'],
  KR: ['korean', '韓国', '韓國'],
  MY: ['malaysian', 'マレーシア', '馬來西亞'],
  PH: ['filipino', 'philippine', 'フィリピン', '菲律賓'],
  SG: ['singaporean', 'シンガポール', '新加坡'],
  TH: ['thai', 'タイ', '泰國'],
  TW: ['taiwanese', '台湾', '台灣', '臺灣'],
  US: ['american', 'アメリカ', '米国', '美國'],
  VN: ['vietnamese', 'ベトナム', '越南'],
};

/** The country whose people an origin names; null where it is not known. */
function countryOf(origin: string): string | null {
  const words = origin.toLowerCase();
  const found = Object.entries(PEOPLE).find(([, names]) => names.some((name) => words.includes(name)));
  return found?.[0] ?? null;
}

const LATIN = /^[\p{Script=Latin}\p{N}\p{P}\p{Z}]+$/u;
const parted = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

/** Whether words hold a name: as whole words where it is in Latin letters, anywhere where scripts know no spaces. */
const names = (words: string, name: string): boolean =>
  LATIN.test(name) ? parted(words).includes(parted(name)) : words.includes(name);

/**
 * Whether people of an origin link a venture to its parents: they are called after a parent, or come from the country of
 * a parent that is abroad for the venture. People of the venture's own country link it to nobody.
 */
export function isOfParents(
  register: Register,
  { venture }: Alliance,
  parents: readonly string[],
  origin: string,
): boolean {
  const organisations = parents.flatMap((id) => register.organisation(id) ?? []);
  const isNamed = organisations.some(({ slug, name }) => names(origin, slug) || (name !== null && names(origin, name)));
  if (isNamed) return true;
  const home = venture === null ? null : (register.organisation(venture)?.country ?? null);
  const country = countryOf(origin);
  return country !== null && country !== home && organisations.some((parent) => parent.country === country);
}
