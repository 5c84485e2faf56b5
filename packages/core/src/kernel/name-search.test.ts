import { describe, expect, test } from 'vitest';
import { kanaOfRoman, romanOfKana, withoutLongVowels } from './kana.ts';
import { gradeOfMatch, nameQueryOf, searchText } from './name-search.ts';

describe('what a search compares', () => {
  test.each([
    ['Citroën', 'citroen'],
    ['Ｆｕｊｉ Tech', 'fujitech'],
    ['F.T. Japan', 'ftjapan'],
    ['ﾄﾖﾀ', 'とよた'],
    ['トヨタ紡織', 'とよた紡織'],
    ['ガ', 'が'],
    ['liùhé jīxiè', 'liuhejixie'],
    ['!?・。', ''],
  ])('of %j is %j', (text, searched) => {
    expect(searchText(text)).toBe(searched);
  });
});

describe('kana and romanisation', () => {
  test.each([
    ['たかまつ', 'takamatsu'],
    ['とよた', 'toyota'],
    ['ほんだ', 'honda'],
    ['にっぽん', 'nippon'],
    ['はっちゃん', 'hatchan'],
    ['とうきょう', 'toukyou'],
    ['しゃーぷ', 'shapu'],
    ['ふぁなっく', 'fanakku'],
    ['きりう', 'kiriu'],
    ['じゅく', 'juku'],
  ])('%s is read %s', (kana, roman) => {
    expect(romanOfKana(kana)).toBe(roman);
  });

  test.each([
    ['takamatsu', 'たかまつ'],
    ['takamatu', 'たかまつ'],
    ['nippon', 'にっぽん'],
    ['honda', 'ほんだ'],
    ['shimbashi', 'しんばし'],
    ['kyocho', 'きょちょ'],
    ['hatchan', 'はっちゃん'],
    ['works', null],
    ['yulon', null],
  ])('%s is written %s', (roman, kana) => {
    expect(kanaOfRoman(roman)).toBe(kana);
  });

  test('is no reading of other signs', () => {
    expect(romanOfKana('高まつ')).toBeNull();
    expect(withoutLongVowels('toukyou')).toBe('tokyo');
  });
});

describe('a match', () => {
  test.each([
    ['takamatsu', 'Takamatsu', 'exact'],
    ['ﾀｶﾏﾂ', 'Takamatsu Machinery', 'prefix'],
    ['たかまつ', 'Takamatsu', 'exact'],
    ['takamatsu', 'たかまつきかい', 'prefix'],
    ['高松', '高松機械工業', 'prefix'],
    ['機械', '高松機械工業', 'inside'],
    ['works', 'Lioho Machine Works', 'word'],
    ['work lio', 'Lioho Machine Works', 'word'],
    ['orks', 'Lioho Machine Works', 'inside'],
    ['lioho machine works', 'Lioho Machine Works', 'exact'],
    ['liohomachine', 'Lioho Machine Works', 'prefix'],
    ['ft japan', 'F.T. Japan', 'exact'],
    ['とうきょう', 'Tokyo Steel', 'prefix'],
    ['lioho toyota', 'Lioho Machine Works', null],
    ['と', 'Toyota', 'prefix'],
  ])('of %j in %j is %j', (typed, text, grade) => {
    const query = nameQueryOf(typed);
    expect(query && gradeOfMatch(query, text)).toBe(grade);
  });

  test.each(['', '  ', '!?', '・、。', '%', '_'])('is not asked for by %j', (typed) => {
    expect(nameQueryOf(typed)).toBeNull();
  });

  test('passes over punctuation among words', () => {
    expect(nameQueryOf('lioho & toyota')?.words.map(([word]) => word)).toEqual(['lioho', 'toyota']);
  });
});
