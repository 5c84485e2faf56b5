const VOWELS = ['a', 'i', 'u', 'e', 'o'];

/** Sounds of hiragana in Hepburn's romanisation, the usual one first; others that people type follow. */
const SOUNDS: readonly (readonly string[])[] = `
  あ a, い i, う u, え e, お o, か ka, き ki, く ku, け ke, こ ko, が ga, ぎ gi, ぐ gu, げ ge, ご go,
  さ sa, し shi si, す su, せ se, そ so, ざ za, じ ji zi, ず zu, ぜ ze, ぞ zo,
  た ta, ち chi ti, つ tsu tu, て te, と to, だ da, ぢ ji di, づ zu du, で de, ど do,
  な na, に ni, ぬ nu, ね ne, の no, は ha, ひ hi, ふ fu hu, へ he, ほ ho, ば ba, び bi, ぶ bu, べ be, ぼ bo,
  ぱ pa, ぴ pi, ぷ pu, ぺ pe, ぽ po, ま ma, み mi, む mu, め me, も mo, や ya, ゆ yu, よ yo,
  ら ra, り ri, る ru, れ re, ろ ro, わ wa, ゐ i, ゑ e, を o wo, ん n, ゔ vu, しぇ she, じぇ je, ちぇ che`
  .split(',')
  .map((entry) => entry.trim().split(' '));

/** A sound with a small one after it: きゃ is kya, しゃ is sha, ふぁ is fa. */
function glides(): string[][] {
  const small = ['ゃa', 'ゅu', 'ょo'];
  const foreign = ['ぁ', 'ぃ', 'ぅ', 'ぇ', 'ぉ'].map((sign, index) => sign + (VOWELS[index] ?? ''));
  const palatal = (roman: string, vowel: string): string =>
    roman.slice(0, -1) + (/(?:sh|ch|j)i$/.test(roman) ? '' : 'y') + vowel;
  return SOUNDS.flatMap(([kana = '', ...roman]) => {
    if ('きぎしじちにひびぴみり'.includes(kana))
      return small.map(([sign = '', vowel = '']) => [kana + sign, ...roman.map((sound) => palatal(sound, vowel))]);
    if (!'うふゔてで'.includes(kana)) return [];
    const stem = kana === 'う' ? 'w' : (roman[0] ?? '').slice(0, -1);
    return foreign.map(([sign = '', vowel = '']) => [kana + sign, stem + vowel]);
  });
}

const ALL = [...SOUNDS, ...glides()];
const ROMAN_OF = new Map(ALL.map(([kana = '', usual = '']) => [kana, usual]));
// Where two kana sound alike, the one named first is the commoner.
const KANA_OF = new Map(
  [...ALL].reverse().flatMap(([kana = '', ...roman]) => roman.map((sound): [string, string] => [sound, kana])),
);
const LONGEST_SOUND = 4;

/**
 * Hiragana in Hepburn's romanisation, sign by sign; null when the text holds anything else.
 * @example romanOfKana('たかまつ') // => 'takamatsu'
 */
export function romanOfKana(kana: string): string | null {
  let roman = '';
  let doubled = false;
  for (let at = 0; at < kana.length; ) {
    const sign = kana[at] ?? '';
    if (sign === 'っ' || sign === 'ー') {
      doubled = sign === 'っ';
      at += 1;
      continue;
    }
    const length = ROMAN_OF.has(kana.slice(at, at + 2)) && at + 1 < kana.length ? 2 : 1;
    const sound = ROMAN_OF.get(kana.slice(at, at + length));
    if (sound === undefined) return null;
    roman += doubled ? (sound.startsWith('ch') ? 't' : (sound[0] ?? '')) + sound : sound;
    doubled = false;
    at += length;
  }
  return roman === '' ? null : roman;
}

/**
 * A romanised Japanese word in hiragana; null when it cannot be one.
 * @example kanaOfRoman('takamatsu') // => 'たかまつ'
 */
export function kanaOfRoman(roman: string): string | null {
  let kana = '';
  for (let at = 0; at < roman.length; ) {
    const rest = roman.slice(at);
    if (/^([bcdfghjkmpqrstvwxyz])\1|^tch/.test(rest)) {
      kana += 'っ';
      at += 1;
      continue;
    }
    const length = [...Array(LONGEST_SOUND).keys()]
      .map((less) => LONGEST_SOUND - less)
      .find((size) => KANA_OF.has(rest.slice(0, size)) && rest.length >= size);
    // `n` before a vowel has been taken with it by now; `m` before b, m, p is how ん is often written.
    const syllabicM = /^m[bmp]/.test(rest);
    if (length === undefined && !syllabicM) return null;
    kana += syllabicM ? 'ん' : (KANA_OF.get(rest.slice(0, length)) ?? '');
    at += syllabicM ? 1 : (length ?? 1);
  }
  return kana === '' ? null : kana;
}

/** Romanised Japanese without its long vowels, as names of firms and places are mostly written: Tokyo, not Toukyou. */
export const withoutLongVowels = (roman: string): string =>
  roman.replace(/ou|oo/g, 'o').replace(/uu/g, 'u').replace(/aa/g, 'a').replace(/ii/g, 'i').replace(/ee/g, 'e');
