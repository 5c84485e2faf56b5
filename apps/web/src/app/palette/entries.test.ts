import { describe, expect, test } from 'vitest';
import { type Entry, type EntryGroup, matchingEntries, sectionsOf } from './entries.ts';

const entry = (group: EntryGroup, ...texts: readonly string[]): Entry => ({
  key: texts[0] ?? '',
  group,
  label: texts[0] ?? '',
  detail: null,
  texts,
  run: () => undefined,
});

const PARTNERS = entry('page', 'Partners', 'パートナー', '夥伴', 'firms');
const ALLIANCES = entry('page', 'Alliances', 'アライアンス', '聯盟');
const UNDO = entry('action', 'Undo the last change', '直前の変更を取り消す', '復原上一次變更');
const CLAIM = entry('term', 'claim', '記述', 'きじゅつ', '陳述', 'chenshu');
const ALL = [ALLIANCES, PARTNERS, UNDO, CLAIM];
const found = (typed: string): string[] => matchingEntries(ALL, typed).map(({ label }) => label);

describe('what was typed finds', () => {
  test.each([
    ['partners', 'Partners'],
    ['PARTN', 'Partners'],
    ['Ｐａｒｔ', 'Partners'],
    ['パートナー', 'Partners'],
    ['ﾊﾟｰﾄﾅｰ', 'Partners'],
    ['ぱーとなー', 'Partners'],
    ['夥伴', 'Partners'],
    ['firms', 'Partners'],
    ['undo', 'Undo the last change'],
    ['last change', 'Undo the last change'],
    ['取り消す', 'Undo the last change'],
    ['復原', 'Undo the last change'],
    ['きじゅつ', 'claim'],
    ['kijutsu', 'claim'],
    ['chenshu', 'claim'],
  ])('%j: %j', (typed, label) => {
    expect(found(typed)).toEqual([label]);
  });

  test.each(['', '?!', 'nowhere', 'partners undo'])('%j: nothing', (typed) => {
    expect(found(typed)).toEqual([]);
  });

  test('the better match first', () => {
    const entries = [entry('page', 'Import a table'), entry('page', 'Table'), entry('page', 'Tables')];
    expect(matchingEntries(entries, 'table').map(({ label }) => label)).toEqual(['Table', 'Tables', 'Import a table']);
  });
});

describe('the sections', () => {
  test('begin with the group of the best match', () => {
    const entries = matchingEntries([entry('record', 'Old claim'), CLAIM], 'claim');
    expect(sectionsOf(entries).map(({ group }) => group)).toEqual(['term', 'record']);
  });

  test('keep their order where matches are equally good, and no group takes all the room', () => {
    const many = Array.from({ length: 30 }, (_, index) => entry('term', `claim ${index}`));
    const sections = sectionsOf(matchingEntries([...many, entry('record', 'Claims of Yulon')], 'claim'));
    expect(sections.map(({ group, entries }) => [group, entries.length])).toEqual([
      ['record', 1],
      ['term', 5],
    ]);
  });
});
