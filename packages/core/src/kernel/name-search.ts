import { kanaOfRoman, romanOfKana, withoutLongVowels } from './kana.ts';

/**
 * What a search compares: letters and digits alone, without case, width or accents, katakana as hiragana. The database's
 * `app.search_text` does the same.
 * @example searchText('Ｔａｋａｍａｔｓｕ・マシナリー') // => 'takamatsuましなりー'
 */
export function searchText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/[ァ-ヴ]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0x60));
}

/** What somebody looks for: each word in its spellings, the first as it was typed. All words must be found. */
export type NameQuery = {
  readonly words: readonly (readonly string[])[];
  /** The words without blanks, in each spelling. */
  readonly whole: readonly string[];
};

const MOST_WORDS = 8;
/** Shorter romanised syllables stand inside too many names. */
const LEAST_ROMAN = 4;

/** A word, and how it is written in the other script: kana for romanised Japanese, romanisation for kana. */
function spellings(word: string): string[] {
  if (/^[\u3041-\u3096ー]+$/.test(word)) {
    const roman = romanOfKana(word);
    return roman === null ? [word] : [...new Set([word, roman, withoutLongVowels(roman)])];
  }
  const kana = /^[a-z]+$/.test(word) && word.length >= LEAST_ROMAN ? kanaOfRoman(word) : null;
  return kana === null ? [word] : [word, kana];
}

/** Reads what was typed; null when it holds neither letter nor digit. */
export function nameQueryOf(typed: string): NameQuery | null {
  const words = typed
    .split(/\s+/u)
    .map(searchText)
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS)
    .map(spellings);
  if (words.length === 0) return null;
  const most = Math.max(...words.map((word) => word.length));
  const whole = Array.from({ length: most }, (_, index) => words.map((word) => word[index] ?? word[0] ?? '').join(''));
  return { words, whole: [...new Set(whole)] };
}

/** How well a name meets a query: the whole name, its beginning, beginnings of its words, or somewhere inside. */
export const MATCH_GRADES = ['exact', 'prefix', 'word', 'inside'] as const;
export type MatchGrade = (typeof MATCH_GRADES)[number];

/**
 * How well the text meets the query; null when a word of the query is nowhere in it.
 * @example gradeOfMatch({ words: [['works']], whole: ['works'] }, 'Lioho Machine Works') // => 'word'
 */
export function gradeOfMatch({ words, whole }: NameQuery, text: string): MatchGrade | null {
  const searched = searchText(text);
  if (whole.includes(searched)) return 'exact';
  if (!words.every((word) => word.some((spelling) => searched.includes(spelling)))) return null;
  if (whole.some((start) => searched.startsWith(start))) return 'prefix';
  const parts = text.split(/[^\p{L}\p{M}\p{N}]+/u).map(searchText);
  const startsWord = (word: readonly string[]): boolean =>
    word.some((spelling) => parts.some((part) => part.startsWith(spelling)));
  return words.every(startsWord) ? 'word' : 'inside';
}
