import { expect, test } from 'vitest';
import { EMPTY_FIELD, emptyTerm, fieldBodyOf, formValuesOf } from './field-form-values.ts';

const labels = { en: 'Contract value', ja: '契約額', 'zh-Hant': '' };

test('a key that is left empty is made from the English label, and blank languages are left out', () => {
  expect(fieldBodyOf({ ...EMPTY_FIELD, labels, as: 'decimal' })).toMatchObject({
    key: 'contract-value',
    labels: { en: 'Contract value', ja: '契約額' },
    terms: [],
  });
  expect(fieldBodyOf({ ...EMPTY_FIELD, labels: { ...labels, en: '' } }).key).toBe('field');
});

test('terms are sent only where there is something to choose', () => {
  const term = { ...emptyTerm(0), labels: { ...labels, en: 'High' } };
  expect(fieldBodyOf({ ...EMPTY_FIELD, labels, terms: [term] }).terms).toEqual([]);
  expect(fieldBodyOf({ ...EMPTY_FIELD, as: 'term', labels, terms: [term, emptyTerm(1)] }).terms).toEqual([
    { term: 'high', labels: { en: 'High', ja: '契約額' } },
    { term: 'term-2', labels: {} },
  ]);
});

test('a field that is edited comes back as it was', () => {
  const field = {
    id: '',
    version: 1,
    kind: 'alliance' as const,
    key: 'priority',
    as: 'term' as const,
    labels: { ja: '優先度' },
    terms: [{ term: 'high', labels: { en: 'high' } }],
    place: 0,
    retired: false,
    abilities: { change: true, remove: true },
  };
  const { kind, key, as, labels: words, terms } = fieldBodyOf(formValuesOf(field));
  expect({ kind, key, as, labels: words, terms }).toEqual({
    kind: 'alliance',
    key: 'priority',
    as: 'term',
    labels: { ja: '優先度' },
    terms: [{ term: 'high', labels: { en: 'high' } }],
  });
});
