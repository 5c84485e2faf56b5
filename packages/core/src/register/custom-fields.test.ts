import { describe, expect, test } from 'vitest';
import { type CustomField, type CustomShape, judgedCustomValue, labelIn } from './custom-fields.ts';

const field = (as: CustomShape): CustomField => ({
  kind: 'alliance',
  key: 'priority',
  as,
  labels: { en: 'Priority' },
  terms: as === 'term' ? [{ term: 'high', labels: { en: 'high' } }] : [],
  retired: false,
});

describe('a value of a workspace’s own field', () => {
  test.each<[CustomShape, string]>([
    ['line', 'anything'],
    ['note', 'two\nlines'],
    ['date', '2003-04~'],
    ['decimal', '-12.5'],
    ['whole', '1450'],
    ['flag', 'true'],
    ['term', 'high'],
  ])('as %s admits %j', (as, text) => {
    expect(judgedCustomValue(field(as), text)).toEqual({ ok: true, value: text });
  });

  test.each<[CustomShape, string, string]>([
    ['date', '31/04/2010', 'date-malformed'],
    ['decimal', '1,450', 'number-malformed'],
    ['whole', '1.5', 'number-malformed'],
    ['flag', 'yes', 'term-unknown'],
    ['term', 'urgent', 'term-unknown'],
  ])('as %s refuses %j, and says the mend', (as, text, code) => {
    const outcome = judgedCustomValue(field(as), text);
    expect(outcome).toMatchObject({ ok: false, problems: [{ code, fix: expect.any(String) as string }] });
  });
});

test('a label stands in for a language that has none', () => {
  expect(labelIn({ 'zh-Hant': '優先' }, 'ja')).toBe('優先');
  expect(labelIn({ en: 'Priority', ja: '優先度' }, 'ja')).toBe('優先度');
});
