import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageSearchFrom, searchFrom, searchText } from './page-search.ts';

describe('the search part of an address', () => {
  it('keeps texts as texts, also those that look like numbers', () => {
    expect(searchFrom('?asOf=2005&inspect=stake:1')).toEqual({ asOf: '2005', inspect: 'stake:1' });
    expect(searchText({ asOf: '2005', q: '', focal: undefined })).toBe('?asOf=2005');
    expect(searchText({})).toBe('');
  });

  it('comes back as it was written', () => {
    const value = fc.string({ minLength: 1, unit: 'grapheme' });
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), value), (search) => {
        expect(searchFrom(searchText(search))).toEqual({ ...search });
      }),
    );
  });

  it.each([
    [
      { asOf: '2005-04', focal: 'lioho', inspect: 'stake:1f.share', q: '豐田' },
      { asOf: '2005-04', focal: 'lioho', inspect: 'stake:1f.share', q: '豐田' },
    ],
    [{ asOf: '2005-13', focal: '../x', inspect: '<img>', q: '' }, {}],
    [{ asOf: 2005, strange: 'x' }, {}],
  ])('%o is read as %o', (search, expected) => {
    expect(pageSearchFrom(search)).toEqual(expected);
  });
});
