import { gradeOfMatch, MATCH_GRADES, nameQueryOf, searchText } from '@entente/core/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestMatches, type IndexedName, namesChanged, namesNow } from './name-index.ts';

let rows = 0;
function name(text: string, parts: Partial<IndexedName> = {}): IndexedName {
  rows += 1;
  const { reading = null } = parts;
  const search = [searchText(text), ...(reading === null ? [] : [searchText(reading)])].join(' ');
  const row = `row-${rows}`;
  return { row, kind: 'organisation', record: row, class: 'INTERNAL', other: false, text, reading, search, ...parts };
}

const found = (names: readonly IndexedName[], typed: string, most = 10): string[] => {
  const query = nameQueryOf(typed);
  return query === null ? [] : bestMatches(namesNow(names), query, most, () => true).map(({ entry }) => entry.text);
};

describe('the best matches', () => {
  test('are the whole name, then beginnings, then beginnings of words, then the rest', () => {
    const names = ['Shinota', 'Tokyo Ota', 'Ota Works', 'Ota', 'Toyota'].map((text) => name(text));
    expect(found(names, 'ota')).toEqual(['Ota', 'Ota Works', 'Tokyo Ota', 'Shinota', 'Toyota']);
  });

  test('are the first by name where they are equally good', () => {
    const names = ['Kato 10', 'Kato 9', 'Kato 1'].map((text) => name(text));
    expect(found(names, 'kato', 2)).toEqual(['Kato 1', 'Kato 9']);
  });

  test('name a record once, by its own name where another is no better', () => {
    const own = name('Kato Works');
    const other = name('Kato Seisakusho', { record: own.record, other: true });
    expect(found([other, own], 'kato')).toEqual(['Kato Works']);
    expect(found([other, own], 'kato seisaku')).toEqual(['Kato Seisakusho']);
  });

  test('hold all words in one name', () => {
    const own = name('Kato Works');
    expect(found([own, name('加藤製作所', { record: own.record, other: true })], 'kato 製作')).toEqual([]);
    expect(found([name('加藤製作所', { reading: 'かとうせいさくしょ' })], '製作 kato')).toEqual(['加藤製作所']);
  });

  test('leave out what the reader may not see', () => {
    const query = nameQueryOf('kato');
    const names = [name('Kato', { class: 'NEVER' }), name('Kato Works')];
    const seen = query && bestMatches(namesNow(names), query, 5, (recordClass) => recordClass !== 'NEVER');
    expect(seen?.map(({ entry }) => entry.text)).toEqual(['Kato Works']);
  });

  test('are all that a look at each name finds, the better ones first', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'か', 'ki', ' '), minLength: 1, maxLength: 7 });
    const texts = fc.array(
      text.filter((each) => searchText(each) !== ''),
      { maxLength: 25 },
    );
    fc.assert(
      fc.property(texts, text, (given, typed) => {
        const names = given.map((each) => name(each));
        const query = nameQueryOf(typed);
        fc.pre(query !== null);
        const expected = names.flatMap((each) => (gradeOfMatch(query, each.text) === null ? [] : [each.row]));
        const matches = bestMatches(namesNow(names), query, 100, () => true);
        expect(matches.map(({ entry }) => entry.row).sort()).toEqual(expected.sort());
        const ranks = matches.map(({ grade }) => MATCH_GRADES.indexOf(grade));
        expect(ranks).toEqual([...ranks].sort((one, other) => one - other));
      }),
      { numRuns: 500 },
    );
  });

  test('follow what changed as if all had been read anew', () => {
    const [kept, renamed, removed] = ['Kato Works', 'Kato Steel', 'Kato Tools'].map((text) => name(text));
    if (!kept || !renamed || !removed) throw new Error('three names');
    const after = { ...renamed, text: 'Ito Steel', search: 'itosteel' };
    const before = namesNow([kept, renamed, removed]);
    const added = name('Kato Castings');
    const once = namesChanged(before, [renamed.row, removed.row, added.row], [after, added]);
    const twice = namesChanged(once, [renamed.row], [renamed]);
    const query = nameQueryOf('kato');
    const texts = (names: typeof once): string[] | null =>
      query && bestMatches(names, query, 10, () => true).map(({ entry }) => entry.text);
    expect(texts(once)).toEqual(['Kato Castings', 'Kato Works']);
    expect(texts(twice)).toEqual(['Kato Castings', 'Kato Steel', 'Kato Works']);
  });
});
