import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTypedNumber } from './typed-numbers.ts';

/** The reading in one line: bound, number and unit; choices with a question mark; a refusal after a dash. */
function told(text: string): string {
  const read = readTypedNumber(text);
  if (read.kind === 'number') {
    return [read.bound === '=' ? '' : read.bound, read.number, read.unit ?? ''].filter((part) => part !== '').join(' ');
  }
  return read.kind === 'choices' ? `${read.choices.join(' or ')}?` : `- ${read.problem.message}`;
}

describe('readTypedNumber', () => {
  it.each([
    ['1450', '1450'],
    ['1,450', '1450'],
    ['１，４５０', '1450'],
    ['1 450', '1450'],
    ["1'450", '1450'],
    ['1.450', '1.450'],
    ['1,234,567.8', '1234567.8'],
    ['12.50', '12.50'],
    ['-5', '-5'],
    ['△5', '-5'],
    ['(1,200)', '-1200'],
    ['1.2e6', '1200000'],
    ['2.2 m', '2200000'],
    ['3k', '3000'],
    ['1.2bn', '1200000000'],
    ['30 billion', '30000000000'],
    ['220万', '2200000'],
    ['220萬', '2200000'],
    ['6.5億', '650000000'],
    ['6億5000万', '650000000'],
    ['1兆2000億', '1200000000000'],
  ])('reads "%s" as %s', (text, number) => {
    expect(told(text)).toBe(number);
  });

  it.each([
    ['> 27,000', '> 27000'],
    ['27,000+', '>= 27000'],
    ['over 27 thousand', '> 27000'],
    ['約1200', 'about 1200'],
    ['about 1,200', 'about 1200'],
    ['1200人以上', '>= 1200 人'],
    ['at least 30', '>= 30'],
    ['≥ 30', '>= 30'],
    ['1200人超', '> 1200 人'],
    ['up to 5 %', '<= 5 %'],
    ['100社以下', '<= 100 社'],
    ['100家以内', '<= 100 家'],
    ['50人未満', '< 50 人'],
    ['nearly 300', 'nearly 300'],
    ['300弱', 'nearly 300'],
    ['< 5', '< 5'],
  ])('keeps the bound of "%s": %s', (text, number) => {
    expect(told(text)).toBe(number);
  });

  it.each([
    ['12%', '12 %'],
    ['1,200 people', '1200 people'],
    ['220 万人', '2200000 人'],
    ['30億円', '3000000000 円'],
    ['US$ 30 million', '30000000 US$'],
    ['NT$5億', '500000000 NT$'],
    ['1450 Cars', '1450 Cars'],
    ['120 million USD', '120000000 USD'],
    ['USD 120 million', '120000000 USD'],
    ['3.5 million yuan', '3500000 yuan'],
    ['1億2000万円', '120000000 円'],
    ['5,000 m2', '5000 m2'],
    ['5 mmol', '5 mmol'],
    ['30 millions of yen', '30000000 of yen'],
    ['40 km²', '40 km2'],
    ['12 t CO2', '12 t CO2'],
  ])('tells the unit of "%s": %s', (text, number) => {
    expect(told(text)).toBe(number);
  });

  it.each([
    ['= 7', 'exact'],
    ['exactly 7 people', 'exact'],
    ['at least 30', null],
    ['more than 30', null],
    ['30', null],
  ])('knows whether "%s" says that it is exact: %s', (text, said) => {
    expect(readTypedNumber(text)).toMatchObject({ kind: 'number', said });
  });

  it('keeps unit and bound beside what is asked', () => {
    expect(readTypedNumber('about 1,45 million USD')).toMatchObject({
      choices: ['1450000', '145000000'],
      bound: 'about',
      unit: 'USD',
      multiplied: true,
    });
  });

  it.each([
    ['1.450,5', '1450.5?'],
    ['1,45', '1.45 or 145?'],
    ['1.450.000', '1450000?'],
    ['12,3456', '123456?'],
  ])('asks and does not guess: "%s" is %s', (text, choices) => {
    expect(told(text)).toBe(choices);
  });

  it.each([
    '',
    'abc',
    '1-2',
    '10 20',
    '12 to 15',
    '10x12',
    '12.',
    '1,45,000',
    '.',
    '0.00000000001',
    '1'.repeat(30),
    '(5',
    '5)',
  ])('refuses "%s"', (text) => {
    expect(readTypedNumber(text).kind).toBe('refused');
  });

  it('reads every plain number as itself, and with its thousands set apart', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
        fc.integer({ min: 0, max: 9 }),
        (whole, tenth) => {
          const text = tenth === 0 ? String(whole) : `${whole}.${tenth}`;
          expect(told(text)).toBe(text);
          expect(told(text.replace(/(?<=\d)(?=(?:\d{3})+(?:\.|$))/g, ','))).toBe(text);
        },
      ),
    );
  });

  it('gives exact decimals only, for any text', () => {
    const piece = fc.constantFrom(
      '1',
      '23',
      '450',
      ',',
      '.',
      ' ',
      '-',
      'm',
      '億',
      '万',
      '約',
      '>',
      '%',
      '$',
      '(',
      ')',
      'e',
      '人',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
        const read = readTypedNumber(pieces.join(''));
        const given = read.kind === 'number' ? [read.number] : read.kind === 'choices' ? read.choices : [];
        for (const each of given) expect(each).toMatch(/^-?\d{1,20}(?:\.\d{1,10})?$/);
      }),
      { numRuns: 2000 },
    );
  });

  it('gives up on a long text at once', () => {
    expect(readTypedNumber('1,'.repeat(10_000)).kind).toBe('refused');
    expect(readTypedNumber('1億'.repeat(10_000)).kind).toBe('refused');
  });
});
