import { describe, expect, test } from 'vitest';
import { askedFields, type OwnField, ownValues, readOwnValues } from './custom-values.ts';

const field = (key: string, as: OwnField['as'], retired = false): OwnField => ({
  kind: 'alliance',
  key,
  as,
  labels: { en: key },
  terms: as === 'term' ? [{ term: 'high', labels: { en: 'High' } }] : [],
  retired,
});
const fields = [
  field('owner', 'line'),
  field('review', 'date'),
  field('budget', 'decimal'),
  field('listed', 'flag'),
  field('tier', 'term'),
];
const record = { id: 'a', version: 1, custom: { owner: 'Chen', tier: 'high' } };

describe('a workspace’s own fields', () => {
  test('are read as people type, and only what differs is sent', () => {
    const values = {
      ...ownValues(fields, record),
      'custom-review': 'Apr 2003',
      'custom-budget': '1,200',
      'custom-tier': '',
    };
    expect(readOwnValues(fields, record, values)).toEqual({
      custom: { review: '2003-04', budget: '1200', tier: null },
      problems: [],
    });
  });

  test.each([
    ['custom-review', '31/04/2010', 'date-malformed'],
    ['custom-review', '10/11/12', 'date-ambiguous'],
    ['custom-budget', 'much', 'number-malformed'],
    ['custom-listed', 'perhaps', 'term-unknown'],
    ['custom-tier', 'low', 'term-unknown'],
  ])('%s refuses %j at its field', (name, typed, code) => {
    const { custom, problems } = readOwnValues(fields, null, { [name]: typed });
    expect(problems).toMatchObject([{ field: name, code }]);
    expect(custom).toEqual({});
  });

  test('that are retired are asked for only while a value stands in them', () => {
    const retired = [field('owner', 'line', true), field('old', 'line', true)];
    expect(askedFields(retired, record).map(({ key }) => key)).toEqual(['owner']);
  });
});
