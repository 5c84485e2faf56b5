import edtf from 'edtf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EdtfDate } from './dates.ts';

const bounds = (text: string): readonly (string | null)[] | 'refused' => {
  const outcome = EdtfDate.parse(text);
  return outcome.ok ? [outcome.value.earliest, outcome.value.latest] : 'refused';
};

describe('EdtfDate.parse', () => {
  it.each([
    ['1995', '1995-01-01', '1995-12-31'],
    ['2003-04', '2003-04-01', '2003-04-30'],
    ['2004-02', '2004-02-01', '2004-02-29'],
    ['2003-04-22', '2003-04-22', '2003-04-22'],
    ['1995~', '1995-01-01', '1995-12-31'],
    ['197X', '1970-01-01', '1979-12-31'],
    ['19XX', '1900-01-01', '1999-12-31'],
    ['2010/2015', '2010-01-01', '2015-12-31'],
    ['2010/..', '2010-01-01', null],
    ['../2015-04', null, '2015-04-30'],
  ])('reads %s as %s to %s', (text, earliest, latest) => {
    expect(bounds(text)).toEqual([earliest, latest]);
  });

  it.each([
    '',
    '..',
    '95',
    '2003-13',
    '2003-02-30',
    '2003-00',
    '31/04/2010',
    '10/11/12',
    '2015/2010',
    '1999-21',
    'Y-17E7',
    '0000',
    '2003-04-22T10:00',
    '../..',
    ' 1995',
  ])('refuses "%s"', (text) => {
    expect(bounds(text)).toBe('refused');
  });

  it('agrees with the EDTF library on every plain day, month and year', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        fc.constantFrom(4, 7, 10),
        (date, length) => {
          const text = date.toISOString().slice(0, length);
          const theirs = edtf(text);
          const day = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10);
          expect(bounds(text)).toEqual([day(theirs.min), day(theirs.max)]);
        },
      ),
    );
  });

  it('never reads a latest day before the earliest', () => {
    const part = fc.constantFrom('1995', '2003-04', '197X', '2015-12-31', '..', '2001~');
    fc.assert(
      fc.property(part, part, (from, to) => {
        const read = bounds(`${from}/${to}`);
        const [earliest, latest] = read === 'refused' ? [] : read;
        if (earliest && latest) expect(earliest <= latest).toBe(true);
      }),
    );
  });
});

describe('EdtfDate.contains', () => {
  const contains = (outer: string, inner: string): boolean => {
    const [a, b] = [EdtfDate.parse(outer), EdtfDate.parse(inner)];
    return a.ok && b.ok && EdtfDate.contains(a.value, b.value);
  };
  it.each([
    ['1995', '1995-03', true],
    ['1995-03', '1995', false],
    ['197X', '1971', true],
    ['2007', '2008', false],
    ['2010/..', '2014', true],
  ])('%s contains %s: %s', (outer, inner, expected) => {
    expect(contains(outer, inner)).toBe(expected);
  });
});
