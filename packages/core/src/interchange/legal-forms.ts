import { searchText } from '../kernel/index.ts';

/** Words for a company's legal form inside names in Chinese characters, by the form. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/株式会社|株式會社|\(株\)/g, 'kk'],
  [/有限会社|\(有\)/g, 'yk'],
  [/合同会社|\(同\)/g, 'gk'],
  [/股份有限公司|股份公司/g, 'gufen'],
  [/有限責任公司|有限责任公司|有限公司|\(有限公司\)/g, 'youxian'],
  [/公司$/g, 'gongsi'],
];

/** Words for it at the end of names in letters. */
const WORDS: Readonly<Record<string, string>> = {
  co: 'co',
  company: 'co',
  ltd: 'ltd',
  limited: 'ltd',
  inc: 'inc',
  incorporated: 'inc',
  corp: 'corp',
  corporation: 'corp',
  llc: 'llc',
  llp: 'llp',
  lp: 'lp',
  plc: 'plc',
  gmbh: 'gmbh',
  ag: 'ag',
  kg: 'kg',
  se: 'se',
  sa: 'sa',
  sas: 'sas',
  sarl: 'sarl',
  spa: 'spa',
  srl: 'srl',
  nv: 'nv',
  bv: 'bv',
  ab: 'ab',
  oy: 'oy',
  oyj: 'oy',
  as: 'as',
  asa: 'as',
  kk: 'kk',
  pte: 'pte',
  pty: 'pty',
  sdn: 'sdn',
  bhd: 'bhd',
  tbk: 'tbk',
  pt: 'pt',
};

/** A name's words without those of its legal form, and that form; null when it has none. */
export type NameParts = { readonly words: readonly string[]; readonly form: string | null };

/**
 * Takes the legal form off a name: 株式会社, 股份有限公司, Co., Ltd., GmbH. A name that is nothing else keeps it.
 * @example nameParts('Kitayama Seiki Co., Ltd.') // => { words: ['kitayama', 'seiki'], form: 'co ltd' }
 */
export function nameParts(name: string): NameParts {
  let text = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\b((?:[a-z]\.){2,})/g, (dotted) => dotted.replaceAll('.', ''));
  const forms: string[] = [];
  for (const [signs, form] of SIGNS) {
    const rest = text.replace(signs, ' ').trim();
    if (rest === text.trim() || searchText(rest) === '') continue;
    forms.push(form);
    text = rest;
  }
  const words = text
    .replace(/\band\b/g, ' ')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '');
  const [first, ...others] = words;
  const kept = first === 'the' && others.length > 0 ? others : words;
  while (kept.length > 1 && Object.hasOwn(WORDS, kept.at(-1) ?? '')) forms.unshift(WORDS[kept.pop() ?? ''] ?? '');
  return { words: kept.map(searchText), form: forms.length === 0 ? null : forms.join(' ') };
}
