import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EdtfDate } from './dates.ts';
import { readTypedDate, type TypedDateOptions } from './typed-dates.ts';

/** The reading in one line: the date; choices with a question mark; the reason of a refusal after a dash. */
function told(text: string, options?: TypedDateOptions): string {
  const read = readTypedDate(text, options);
  if (read.kind === 'date') return read.edtf;
  return read.kind === 'choices' ? `${read.choices.join(' or ')}?` : `- ${read.problem.message}`;
}

describe('readTypedDate', () => {
  it.each([
    ['Apr 2003', '2003-04'],
    ['Sept. 2001', '2001-09'],
    ['April 22, 2003', '2003-04-22'],
    ['Tuesday, 22nd of April, 2003', '2003-04-22'],
    ['22-Apr-2003', '2003-04-22'],
    ['2003 Apr 22', '2003-04-22'],
    ['22.4.2003', '2003-04-22'],
    ['4/22/2003', '2003-04-22'],
    ['05/05/2010', '2010-05-05'],
    ['2003/4/22', '2003-04-22'],
    ['2003-04-22 00:00:00', '2003-04-22'],
    ['2003-04-22T10:00:00Z', '2003-04-22'],
    ['20030422', '2003-04-22'],
    ['2003.4', '2003-04'],
    ['2001/02', '2001-02'],
    ['12/2003', '2003-12'],
    [' 1995 ', '1995'],
  ])('reads a year, month or day: "%s" is %s', (text, edtf) => {
    expect(told(text)).toBe(edtf);
  });

  it.each([
    ['about 1995', '1995~'],
    ['c. 1995', '1995~'],
    ['c1995', '1995~'],
    ['ca. April 2003', '2003-04~'],
    ['1989 or so', '1989~'],
    ['1995?', '1995?'],
    ['perhaps 1995', '1995?'],
    ['probably about 1995', '1995%'],
    ['約2003年', '2003~'],
    ['2003年頃', '2003~'],
    ['about 2010-2015', '2010~/2015~'],
    ['about the 1990s', '1990~/1999~'],
  ])('reads what is uncertain: "%s" is %s', (text, edtf) => {
    expect(told(text)).toBe(edtf);
  });

  it.each([
    ['1990s', '199X'],
    ['the late 1990s', '1997~/1999'],
    ['mid-1990s', '1994~/1996~'],
    ['early 2003', '2003-01/2003-04~'],
    ['end of 2003', '2003-12~'],
    ['20th century', '19XX'],
    ['Q2 2004', '2004-04/2004-06'],
    ['2004Q2', '2004-04/2004-06'],
    ['summer 2003', '2003-06/2003-08'],
    ['first half of 2003', '2003-01/2003-06'],
    ['2010-2015', '2010/2015'],
    ['2010 – 2015', '2010/2015'],
    ['between 2010 and 2015', '2010/2015'],
    ['from 2010 to 2015', '2010/2015'],
    ['April-June 2003', '2003-04/2003-06'],
    ['22-24 April 2003', '2003-04-22/2003-04-24'],
    ['12/2003 - 01/2005', '2003-12/2005-01'],
    ['before 1990', '../1989'],
    ['before April 1990', '../1990-03'],
    ['until 1990', '../1990'],
    ['after 2001', '2002/..'],
    ['since 2001', '2001/..'],
    ['2003-present', '2003/..'],
    ['since the 1990s', '1990/..'],
  ])('reads spans: "%s" is %s', (text, edtf) => {
    expect(told(text)).toBe(edtf);
  });

  it.each([
    ['2003年4月', '2003-04'],
    ['２００３年４月２２日', '2003-04-22'],
    ['平成15年4月', '2003-04'],
    ['平成十五年四月一日', '2003-04-01'],
    ['二〇〇三年四月', '2003-04'],
    ['令和元年5月', '2019-05'],
    ['昭和64年', '1989'],
    ['H15.4.22', '2003-04-22'],
    ['民國92年4月', '2003-04'],
    ['民國92/4/22', '2003-04-22'],
    ['西元2003年', '2003'],
    ['1990年代', '199X'],
    ['1990年代後半', '1995/1999'],
    ['2003年4月上旬', '2003-04-01/2003-04-10~'],
    ['2003年末', '2003-12~'],
    ['2004年第2四半期', '2004-04/2004-06'],
    ['2004年第二季', '2004-04/2004-06'],
    ['2003年4月～6月', '2003-04/2003-06'],
    ['平成15年4月～平成17年3月', '2003-04/2005-03'],
    ['2010年から2015年まで', '2010/2015'],
    ['2003年以降', '2003/..'],
    ['～2010', '../2010'],
  ])('reads Japanese and Chinese: "%s" is %s', (text, edtf) => {
    expect(told(text)).toBe(edtf);
  });

  it.each([
    ['03/04/2010', '2010-04-03 or 2010-03-04?'],
    ['03.04.2010', '2010-04-03 or 2010-03-04?'],
    ['10/11/12', '2012-11-10 or 2012-10-11 or 2010-11-12?'],
    ['31/12/99', '1999-12-31?'],
    ['12-Apr-03', '2003-04-12 or 2012-04-03?'],
    ["Apr '95", '1995-04?'],
    ['95', '1995?'],
    ['1998-99', '1998/1999?'],
    ['200304', '2003-04?'],
    ['winter 2003', '2002-12/2003-02 or 2003-12/2004-02?'],
    ['FY2003', '2003 or 2003-04/2004-03 or 2002-10/2003-09?'],
    ['2003年度', '2003 or 2003-04/2004-03 or 2002-10/2003-09?'],
    ['1900s', '190X or 19XX?'],
    ['92年4月', '1992-04 or 2003-04?'],
    ['102/4/22', '2013-04-22?'],
    ['03/04/2010 - 05/06/2011', '2010-04-03/2011-06-05 or 2010-03-04/2011-05-06?'],
  ])('asks and does not guess: "%s" is %s', (text, choices) => {
    expect(told(text)).toBe(choices);
  });

  it.each([
    [
      '31/04/2010',
      '"31/04/2010" is no date: April 2010 has 30 days',
      'Write 2010-04-30 for its last day, or 2010-04 for the month.',
    ],
    [
      'Feb 29, 2003',
      '"Feb 29, 2003" is no date: February 2003 has 28 days',
      'Write 2003-02-28 for its last day, or 2003-02 for the month.',
    ],
    ['13/13/2010', '"13/13/2010" is no date: there is no month 13', 'Write the year alone: 2010.'],
    ['3 May', '"3 May" is no date: the year is missing', 'Add the year.'],
    ['2015-2010', '"2015-2010" is no date: it ends before it begins', 'Put the earlier date first.'],
    [
      '昭和65年',
      '"昭和65年" is no date: the era has no such year, or its months were lunar',
      'Write the western year.',
    ],
    ['n/a', '"n/a" is no date: it says that the date is not known', 'Leave it empty when the date is not known.'],
    [
      '37733',
      '"37733" is no date: it looks like a spreadsheet\'s number for a date',
      "Say that the column holds a spreadsheet's numbers for dates, or write the date itself.",
    ],
  ])('refuses "%s" and says the mend', (text, message, fix) => {
    const read = readTypedDate(text);
    expect(read.kind === 'refused' && [read.problem.code, read.problem.message, read.problem.fix]).toEqual([
      'date-malformed',
      message,
      fix,
    ]);
  });

  it.each(['', '  ', 'foo', 'may', 'April', 'soon', '1/2/3', '0000', '12345678', '９９', '2003-04-22-05', '/', '..'])(
    'refuses or asks about "%s", and never takes it for a date',
    (text) => {
      expect(readTypedDate(text).kind).not.toBe('date');
    },
  );

  it.each([
    ['03/04/2010', { order: 'day-first' }, '2010-04-03'],
    ['03/04/2010', { order: 'month-first' }, '2010-03-04'],
    ['10/11/12', { order: 'year-first' }, '2010-11-12'],
    ['31/12/99', { order: 'day-first' }, '1999-12-31'],
    ['22/04/2003', { order: 'month-first' }, '- "22/04/2003" is no date: there is no month 22'],
    ['37733', { serials: 'from-1900' }, '2003-04-22'],
    ['37733.75', { serials: 'from-1900' }, '2003-04-22'],
    ['36271', { serials: 'from-1904' }, '2003-04-22'],
    ['1', { serials: 'from-1900' }, '1900-01-01'],
    ['59', { serials: 'from-1900' }, '1900-02-28'],
    ['61', { serials: 'from-1900' }, '1900-03-01'],
    ['2003', { serials: 'from-1900' }, '2003'],
    ['since 2001', { as: 'start' }, '2001'],
    ['until 2010', { as: 'end' }, '2010'],
    ['present', { as: 'end' }, '..'],
    ['至今', { as: 'end' }, '..'],
    ['不明', { as: 'end' }, 'unknown'],
  ] as const)('reads "%s" with %o as %s', (text, options, expected) => {
    expect(told(text, options)).toBe(expected);
  });

  const four = (year: number): string => String(year).padStart(4, '0');
  const point = fc
    .record({
      date: fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
      length: fc.constantFrom(4, 7, 10),
      mark: fc.constantFrom('', '~', '?', '%'),
    })
    .map(({ date, length, mark }) => date.toISOString().slice(0, length) + mark);
  const unspecified = fc
    .tuple(fc.integer({ min: 1, max: 99 }), fc.constantFrom('XX', '5X', '42-XX', '42-05-XX', '42-XX-XX'))
    .map(([century, rest]) => four(century).slice(2) + rest);
  const end = fc.oneof(point, unspecified, fc.constant('..'));
  const edtf = fc.oneof(
    point,
    unspecified,
    fc.tuple(end, end).map((ends) => ends.join('/')),
  );

  it('reads every EDTF text as itself, whatever order is told', () => {
    fc.assert(
      fc.property(edtf, fc.constantFrom(undefined, 'day-first', 'month-first', 'year-first'), (text, order) => {
        fc.pre(EdtfDate.parse(text).ok);
        expect(readTypedDate(text, order === undefined ? {} : { order })).toEqual({ kind: 'date', edtf: text });
      }),
    );
  });

  it('gives nothing but EDTF, for any text', () => {
    const piece = fc.constantFrom(
      '10',
      '3',
      '2003',
      '99',
      '/',
      '-',
      '.',
      ' ',
      'apr',
      'c.',
      'late',
      '年',
      '月',
      '平成',
      '民國',
      '~',
      '?',
      's',
      'Q2',
      'to',
      'before',
      '三',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const read = readTypedDate(typed);
        const given = read.kind === 'date' ? [read.edtf] : read.kind === 'choices' ? read.choices : [];
        for (const each of given) expect(EdtfDate.parse(each).ok).toBe(true);
        if (read.kind === 'choices') expect(new Set(read.choices).size).toBe(read.choices.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('gives up on a long text at once', () => {
    for (const text of ['~'.repeat(5000), 'before after '.repeat(500), '2003-'.repeat(1000), '十'.repeat(3000)]) {
      expect(readTypedDate(text).kind).toBe('refused');
    }
  });

  it('reads a day alike in every unambiguous manner of writing', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    const name = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [y, m, d] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
        const month = name.format(date);
        for (const text of [
          `${y}/${m}/${d}`,
          `${y}.${m}.${d}`,
          `${d} ${month} ${y}`,
          `${month} ${d}, ${y}`,
          `${d}-${month.slice(0, 3)}-${y}`,
          `${y}年${m}月${d}日`,
        ]) {
          expect(told(text)).toBe(iso);
        }
        expect(told(`${d}/${m}/${y}`, { order: 'day-first' })).toBe(iso);
        expect(told(`${m}/${d}/${y}`, { order: 'month-first' })).toBe(iso);
      }),
    );
  });
});
