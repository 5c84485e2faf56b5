import { expect, test } from 'vitest';
import { countryChoices, languageChoices } from './place-choices.ts';

test('countries go by their name in the reader’s language', () => {
  const named = new Map(countryChoices('ja').map(({ value, label }) => [value, label]));
  expect(named.get('JP')).toBe('日本');
  expect(named.size).toBeGreaterThan(240);
});

test.each(['DD', 'SU', 'YU', 'UK', 'EU', 'ZZ', 'XA'])('%s is no country', (code) => {
  expect(countryChoices('en').map(({ value }) => value)).not.toContain(code);
});

test('a language that a record has stays to be chosen, however rare', () => {
  expect(languageChoices('en', 'nan-Latn')[0]).toEqual({ value: 'nan-Latn', label: 'nan-Latn' });
  expect(
    languageChoices('en', '')
      .map(({ value }) => value)
      .slice(0, 3),
  ).toEqual(['en', 'ja', 'zh-Hant']);
});
