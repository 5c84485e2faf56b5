import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MEASURE_BOUNDS } from '@entente/core/register';
import { measuredText, readMeasured } from './measured-text.ts';

describe('a typed quantity', () => {
  test.each([
    ['> 91 %', '>', '91', '%'],
    ['more than 91%', '>', '91', '%'],
    ['about 1,200 vehicles', 'about', '1200', 'vehicles'],
    ['約1,200台', 'about', '1200', '台'],
    ['１２００ 台', null, '1200', '台'],
    ['91 % 超', '>', '91', '%'],
    ['50人未満', '<', '50', '人'],
    ['nearly 3.5 million yuan', 'nearly', '3.5', 'million yuan'],
    ['-12.5', null, '-12.5', null],
    ['= 7', '=', '7', null],
    ['  ', null, null, null],
  ])('%s is read as bound %s, value %s, unit %s', (text, bound, value, unit) => {
    expect(readMeasured(text)).toEqual({ ok: true, value: { bound, value, unit } });
  });

  test.each(['many', '1 200 vehicles', '1,2', '1.200,5', '12.', '> x'])('%s is refused with the mend', (text) => {
    expect(readMeasured(text)).toMatchObject({ ok: false, problems: [{ code: 'measure-malformed' }] });
  });

  test.each(['at least 30', '30人以上', '≥ 30', 'up to 5 %'])('%s is refused, not bent to a near bound', (text) => {
    expect(readMeasured(text)).toMatchObject({ ok: false, problems: [{ code: 'bound-inclusive' }] });
  });

  test('is read again as it was written', () => {
    const measured = fc.record({
      bound: fc.constantFrom(null, ...MEASURE_BOUNDS),
      value: fc.stringMatching(/^-?(?:0|[1-9]\d{0,8})(?:\.\d{1,4})?$/),
      unit: fc.constantFrom(null, '%', 'vehicles', '台', 'million yuan'),
    });
    fc.assert(
      fc.property(measured, (given) => {
        expect(readMeasured(measuredText(given))).toEqual({ ok: true, value: given });
      }),
    );
  });
});
