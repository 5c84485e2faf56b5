import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type KnownOrganisation, matchesFor, nameIndex, nameLikeness, SURE_MATCH, sureMatch } from './name-matching.ts';

const known = (id: string, name: string, rest: Partial<KnownOrganisation> = {}): KnownOrganisation => ({
  id,
  name,
  lei: null,
  names: [],
  ...rest,
});

const told = (one: string, other: string): string => {
  const like = nameLikeness(one, other);
  return like === null ? 'apart' : `${like.confidence} ${like.reason}`;
};

describe('nameLikeness', () => {
  it.each([
    ['Blue Heron Castings', 'BLUE HERON CASTINGS', '1 same name'],
    ['ｱｵﾊﾞ精機', 'あおば精機', '1 same name'],
    ['Citroën', 'citroen', '1 same name'],
    ['Aoba Gear Co., Ltd.', 'Aoba Gear', '0.96 legal form aside'],
    ['株式会社青葉', '青葉（株）', '0.96 legal form aside'],
    ['㈱青葉', '青葉', '0.96 legal form aside'],
    ['白鷺精密股份有限公司', '白鷺精密', '0.96 legal form aside'],
    ['Finch GmbH', 'Finch AG', '0.85 legal form aside'],
    ['Finch S.p.A.', 'Finch', '0.96 legal form aside'],
    ['アオバ', 'Aoba', '0.85 romanisation'],
    ['Tōyō Seiki', 'Toyo Seiki', '1 same name'],
    ['Toukyou Giken', 'Tokyo Giken', '0.85 romanisation'],
    ['Heron Blue Castings', 'Blue Heron Castings', '0.85 order of words'],
    ['Blue Heron Castngs', 'Blue Heron Castings', '0.81 spelling'],
    ['Aoba', 'Aoba Gear Works', '0.5 beginning'],
    ['Aoba Gear', 'Tsukimi Works', 'apart'],
    ['ABC', 'ABD', 'apart'],
    ['', 'Aoba', 'apart'],
    ['Co Ltd', 'Inc', 'apart'],
  ])('of %s and %s is %s', (one, other, expected) => {
    expect(told(one, other)).toBe(expected);
  });

  const word = fc.constantFrom(
    'aoba',
    'gear',
    'heron',
    'castings',
    'co',
    'ltd',
    '株式会社',
    '青葉',
    '精機',
    'アオバ',
    'a',
    'works',
    'the',
    '(株)',
  );
  const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));

  it('is the same in both directions, and whole for a name and itself', () => {
    fc.assert(
      fc.property(name, name, (one, other) => {
        expect(nameLikeness(one, other)).toEqual(nameLikeness(other, one));
        expect(nameLikeness(one, one)?.confidence).toBe(1);
      }),
    );
  });

  it('finds through the index whoever it finds by comparing with all', () => {
    const slip = fc
      .tuple(name, fc.nat(30), fc.constantFrom('x', ''))
      .map(([text, at, put]) => text.slice(0, at) + put + text.slice(at + 1));
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 12 }), fc.oneof(name, slip), (names, wanted) => {
        const index = nameIndex(names.map((each, at) => known(String(at), each)));
        const all = names.flatMap((each, at) =>
          told(each, wanted) === 'apart' ? [] : [`${at} ${told(each, wanted)}`],
        );
        const found = matchesFor(wanted, index).map((match) => `${match.id} ${match.confidence} ${match.reason}`);
        expect(found.filter((line) => !line.includes('spelling')).sort()).toEqual(
          all
            .filter((line) => !line.includes('spelling'))
            .sort()
            .slice(0, found.length),
        );
        for (const line of all.filter((each) => each.includes('0.8') && each.includes('spelling')))
          expect(found).toContain(line);
      }),
    );
  });
});

describe('matchesFor', () => {
  const index = nameIndex([
    known('aoba', '青葉歯車製作所', {
      lei: '5493001KJTIIGC8Y1R12',
      names: [
        { text: 'Aoba Gear Works', kind: 'full', reading: null },
        { text: '青葉', kind: 'abbreviation', reading: 'あおば' },
        { text: 'Kitayama Gear', kind: 'former', reading: null },
      ],
    }),
    known('heron', 'Blue Heron Castings Ltd'),
    known('heron-2', 'Blue Heron Casting'),
  ]);
  const first = (name: string, lei: string | null = null): string => {
    const [match] = matchesFor(name, index, lei);
    return match ? `${match.id} ${match.confidence} ${match.reason}` : 'none';
  };

  it.each([
    ['青葉歯車製作所', 'aoba 1 same name'],
    ['青葉歯車製作所株式会社', 'aoba 0.96 legal form aside'],
    ['AOBA GEAR WORKS', 'aoba 0.98 other name'],
    ['Kitayama Gear', 'aoba 0.96 former name'],
    ['アオバ', 'aoba 0.9 reading'],
    ['Aoba', 'aoba 0.77 romanisation'],
    ['Aoba Gear Work', 'aoba 0.77 spelling'],
    ['Blue Heron Castings', 'heron 0.96 legal form aside'],
    ['Castings Blue Heron', 'heron 0.85 order of words'],
    ['Tern Motors', 'none'],
  ])('%s: %s', (name, expected) => {
    expect(first(name)).toBe(expected);
  });

  it('takes an LEI for sure, whatever the name', () => {
    expect(first('Whoever', '5493001KJTIIGC8Y1R12')).toBe('aoba 1 same LEI');
  });

  it('is never sure below the threshold, nor of two', () => {
    expect(sureMatch(matchesFor('Aoba Gear Works', index))?.id).toBe('aoba');
    expect(sureMatch(matchesFor('アオバ', index))).toBeNull();
    const twins = nameIndex([known('one', 'Aoba'), known('two', 'AOBA')]);
    expect(matchesFor('Aoba', twins).map((match) => match.confidence)).toEqual([1, 1]);
    expect(sureMatch(matchesFor('Aoba', twins))).toBeNull();
    expect(SURE_MATCH).toBeGreaterThan(0.9);
  });
});
