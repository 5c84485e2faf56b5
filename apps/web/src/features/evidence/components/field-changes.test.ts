import { describe, expect, test } from 'vitest';
import { fieldChangesOf } from './field-changes.ts';

describe('the fields of a change', () => {
  test('hold each own field that differs by itself, with its value before and after', () => {
    expect(
      fieldChangesOf([
        { field: 'name', before: 'A', after: 'B' },
        {
          field: 'custom',
          before: { priority: 'low', unit: 'Sales', gone: 'x' },
          after: { priority: 'high', unit: 'Sales', 'contract-number': '12' },
        },
      ]),
    ).toEqual([
      { field: 'name', before: 'A', after: 'B' },
      { field: 'custom.priority', before: 'low', after: 'high' },
      { field: 'custom.gone', before: 'x', after: null },
      { field: 'custom.contract-number', before: null, after: '12' },
    ]);
  });

  test('of a record that had or has no own field are those of the other side', () => {
    expect(fieldChangesOf([{ field: 'custom', before: null, after: { priority: 'high' } }])).toEqual([
      { field: 'custom.priority', before: null, after: 'high' },
    ]);
    expect(fieldChangesOf([{ field: 'custom', before: { priority: 'high' }, after: null }])).toEqual([
      { field: 'custom.priority', before: 'high', after: null },
    ]);
  });
});
