import { expect, test } from 'vitest';
import { isChosen, operatorsOf } from './filter-operators.ts';
import { testField } from './test-field.ts';

const quantity = testField('measure', 'quantity');

test('a field of codes is compared with what is recorded, and no words are looked for in it', () => {
  expect(operatorsOf(quantity, null)).toEqual(['is', 'not', 'empty', 'filled']);
  expect(isChosen(quantity, 'is')).toBe(true);
});

test('a filter by words that came with an address keeps its operator', () => {
  const filter = { field: 'quantity', operator: 'has', values: ['sales'] } as const;
  expect(operatorsOf(quantity, filter)).toEqual(['is', 'not', 'empty', 'filled', 'has']);
  expect(isChosen(quantity, 'has')).toBe(false);
});

test('any other text is looked through for words first', () => {
  expect(operatorsOf(testField('measure', 'scope'), null)[0]).toBe('has');
  expect(isChosen(testField('measure', 'scope'), 'is')).toBe(false);
});
