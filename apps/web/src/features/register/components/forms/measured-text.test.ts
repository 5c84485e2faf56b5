import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTypedNumber } from '@entente/core/kernel';
import { MEASURE_BOUNDS } from '@entente/core/register';
import { measuredText, readMeasured, understoodMeasured } from './measured-text.ts';

describe('a typed quantity', () => {
  test.each([
    ['> 91 %', '>', '91', '%'],
    ['more than 91%', '>', '91', '%'],
    ['about 1,200 vehicles', 'about', '1200', 'vehicles'],
    ['約1,200台', 'about', '1200', '台'],
    ['１２００ 台', null, '1200', '台'],
    ['91 % 超', '>', '91', '%'],
    ['50人未満', '<', '50', '人'],
    ['nearly 3.5 million yuan', 'nearly', '3500000', 'yuan'],
    ['120 million USD', null, '120000000', 'USD'],
    ['約6億5000万円', 'about', '650000000', '円'],
    ['1 200 vehicles', null, '1200', 'vehicles'],
    ['-12.5', null, '-12.5', null],
    ['= 7', '=', '7', null],
    ['  ', null, null, null],
  ])('%s is read as bound %s, value %s, unit %s', (text, bound, value, unit) => {
    expect(readMeasured(text)).toEqual({ ok: true, value: { bound, value, unit } });
  });

  test.each(['many', '12.', '> x', '12 to 15'])('%s is refused with the mend', (text) => {
    expect(readMeasured(text)).toMatchObject({ ok: false, problems: [{ code: 'measure-malformed' }] });
  });

  test.each([
    ['at least 30', '>=', '30', null],
    ['30人以上', '>=', '30', '人'],
    ['≥ 30', '>=', '30', null],
    ['up to 5 %', '<=', '5', '%'],
    ['100社以下', '<=', '100', '社'],
  ])('%s keeps the figure within its bound: %s', (text, bound, value, unit) => {
    expect(readMeasured(text)).toEqual({ ok: true, value: { bound, value, unit } });
  });

  test.each([
    ['1,2 t', ['1.2 t', '12 t']],
    ['about 1.200,5', ['about 1200.5']],
  ])('%s is asked, not guessed', (text, choices) => {
    expect(understoodMeasured(text)).toEqual({ kind: 'choices', choices });
    expect(readMeasured(text)).toMatchObject({ ok: false, problems: [{ code: 'value-ambiguous' }] });
  });

  test('comes to what an imported table makes of the same text', () => {
    for (const text of ['120 million USD', '約1,200台', '> 27 thousand', 'nearly 3.5 million yuan']) {
      const read = readTypedNumber(text);
      expect(read.kind).toBe('number');
      if (read.kind !== 'number') continue;
      expect(readMeasured(text)).toMatchObject({ value: { value: read.number, unit: read.unit } });
    }
  });

  test('is read again as it was written', () => {
    const measured = fc.record({
      bound: fc.constantFrom(null, ...MEASURE_BOUNDS),
      // There is no less than nothing: "-0" is read as 0.
      value: fc
        .stringMatching(/^-?(?:0|[1-9]\d{0,8})(?:\.\d{1,4})?$/)
        .filter((text) => Number(text) !== 0 || !text.startsWith('-')),
      unit: fc.constantFrom(null, '%', 'vehicles', '台', 'yuan', 'km2', 'man-hours'),
    });
    fc.assert(
      fc.property(measured, (given) => {
        expect(readMeasured(measuredText(given))).toEqual({ ok: true, value: given });
      }),
    );
  });
});
