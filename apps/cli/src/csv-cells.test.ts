import { csvText } from '@entente/core/interchange';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameCell, numberCell } from './csv-cells.ts';

test('a cell is what the writer of whole tables makes of it', () => {
  const name = fc.oneof(fc.string(), fc.stringMatching(/^[-=+@'" ,\n\raé漢1]{0,5}$/), fc.string({ unit: 'grapheme' }));
  fc.assert(
    fc.property(name, fc.double({ noNaN: true }), (text, number) => {
      fc.pre(text !== '');
      const whole = csvText([[text, { number: String(number) }, null]], 'unix');
      expect(`${nameCell(text)},${numberCell(number)},${numberCell(Number.NaN)}\n`).toBe(whole);
    }),
    { numRuns: 1_000 },
  );
});
