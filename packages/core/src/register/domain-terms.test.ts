import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DomainTerm, type Overlap, termFaults, termHierarchy } from './domain-terms.ts';

const region = (term: string, broader: string | null = null): DomainTerm => ({
  dimension: 'region',
  term,
  broader,
  reason: null,
});
const market = (term: string, broader: string | null = null): DomainTerm => ({
  ...region(term, broader),
  dimension: 'market',
});

const PLACES = [
  region('china'),
  region('jiangsu', 'china'),
  region('kunshan', 'jiangsu'),
  region('guangdong', 'china'),
];
const terms = termHierarchy([...PLACES, market('china'), market('customers'), market('car-makers', 'customers')]);

describe('two terms of a dimension', () => {
  it.each<[string, string | null, string | null, Overlap]>([
    ['equal', 'kunshan', 'kunshan', 'certain'],
    ['one broader than the other', 'china', 'kunshan', 'certain'],
    ['in different branches', 'kunshan', 'guangdong', 'none'],
    ['one unknown', null, 'kunshan', 'possible'],
    ['both unknown', null, null, 'possible'],
    ['not listed, equal', 'atlantis', 'atlantis', 'certain'],
    ['not listed, different', 'atlantis', 'kunshan', 'none'],
  ])('%s', (_case, one, other, overlap) => {
    expect(terms.overlap('region', one, other)).toBe(overlap);
  });

  it('may meet when one tells a market by place and the other by customer', () => {
    expect(terms.overlap('market', 'china', 'car-makers')).toBe('possible');
    expect(terms.overlap('market', 'china', 'unlisted')).toBe('none');
  });
});

/** A random tree: each term below an earlier one, or at the top. */
const tree = fc
  .array(fc.integer({ min: -1, max: 20 }), { minLength: 1, maxLength: 20 })
  .map((places) => places.map((place, index) => region(`t${index}`, place < 0 || place >= index ? null : `t${place}`)));
const named = fc.option(fc.integer({ min: 0, max: 22 }).map((index) => `t${index}`));

describe('overlap', () => {
  it('is the same from both sides, and an unknown term never makes it certain', () => {
    fc.assert(
      fc.property(tree, named, named, (list, one, other) => {
        const hierarchy = termHierarchy(list);
        const overlap = hierarchy.overlap('region', one, other);
        expect(hierarchy.overlap('region', other, one)).toBe(overlap);
        expect(hierarchy.overlap('region', null, other)).toBe('possible');
        if (one !== null && one === other) expect(overlap).toBe('certain');
      }),
    );
  });

  it('of a term with all that lies below it is certain', () => {
    fc.assert(
      fc.property(tree, (list) => {
        const hierarchy = termHierarchy(list);
        for (const { term } of list)
          for (const above of hierarchy.chainOf('region', term))
            expect(hierarchy.overlap('region', above, term)).toBe('certain');
      }),
    );
  });
});

describe('a classification', () => {
  it('without faults has none', () => expect(termFaults(PLACES)).toEqual([]));
  it.each([
    ['a term twice', [region('a'), region('a')], 'domain-term-taken'],
    ['a broader term that is not there', [region('a', 'b')], 'domain-term-unknown'],
    ['a broader term of another dimension', [region('a', 'b'), market('b')], 'domain-term-unknown'],
    ['a term below itself', [region('a', 'a')], 'domain-term-circular'],
  ])('refuses %s', (_case, list, code) => {
    expect(termFaults(list).map((fault) => fault.code)).toEqual([code]);
  });
  it('names every term of a circle, and reads on in spite of it', () => {
    const circle = [region('a', 'b'), region('b', 'c'), region('c', 'a'), region('d', 'a')];
    expect(termFaults(circle).map(({ term }) => term)).toEqual(['a', 'b', 'c']);
    expect(termHierarchy(circle).chainOf('region', 'd')).toEqual(['d', 'a', 'b', 'c']);
  });
});
