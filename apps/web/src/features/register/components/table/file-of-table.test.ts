import { expect, test } from 'vitest';
import { fileOfTable } from './file-of-table.ts';
import { plainTable } from './table-state.ts';
import { testField } from './test-field.ts';

const fields = ['name', 'form', 'start'].map((name) => testField('alliance', name));
const shown = { ...plainTable('alliances'), columns: ['name', 'gone', 'form'] };

test('a file holds the columns that are shown and still there, in their order', () => {
  expect(fileOfTable(shown, fields, 'ja')).toEqual({ columns: ['name', 'form'], sort: 'name', language: 'ja' });
});

test.each([
  ['form', 'name', 'form,name'],
  ['form', '-form,start', 'form,start'],
  ['form', 'entered', 'form'],
  ['form', 'name,start,end', 'form,name,start'],
  // What records lead to has no order of its own.
  ['organisation', 'name', 'name'],
])('grouped by %s and sorted by %s its rows stand by %s', (group, sort, expected) => {
  expect(fileOfTable({ ...shown, group, sort }, fields, 'en').sort).toBe(expected);
});
