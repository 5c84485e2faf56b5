import { describe, expect, it, test } from 'vitest';
import { columnsMoved, plainTable, searchOfTable, sortAfter, sortKeys, tableFrom } from './table-state.ts';

const plain = plainTable('alliances');
const view = {
  id: '7f0c9a52-9a3e-4c8e-9d35-0a6b1f6f5c11',
  definition: { ...plain, columns: ['name', 'start'], filters: ['form:is:licence'], group: 'form' },
};

describe('a table and its address', () => {
  it('is the plain table under a plain address', () => {
    expect(tableFrom({}, null, plain)).toEqual(plain);
    expect(searchOfTable(plain, null, plain)).toEqual({});
  });

  it('comes back from its address as it was', () => {
    const table = {
      ...plain,
      filters: ['start:after:2000', 'form:is:oem'],
      sort: '-start,name',
      group: 'venture',
      q: '六和',
      opened: { all: true, but: ['empty', 'is:fujiwa'] },
    };
    expect(tableFrom(searchOfTable(table, null, plain), null, plain)).toEqual(table);
    expect(tableFrom(searchOfTable(table, view, plain), view.definition, plain)).toEqual(table);
  });

  it('is named by its view alone while nothing differs', () => {
    expect(searchOfTable(view.definition, view, plain)).toEqual({ view: view.id });
    expect(tableFrom({ view: view.id }, view.definition, plain)).toEqual(view.definition);
  });

  it('stays changed when the last filter of its view is taken away', () => {
    const table = { ...view.definition, filters: [], group: null };
    expect(tableFrom(searchOfTable(table, view, plain), view.definition, plain)).toEqual(table);
  });

  it('stays changed when the groups of its view are as a plain table has them', () => {
    const turned = { ...view, definition: { ...view.definition, opened: { all: false, but: [] } } };
    const table = { ...turned.definition, opened: null };
    expect(tableFrom(searchOfTable(table, turned, plain), turned.definition, plain)).toEqual(table);
    expect(searchOfTable(turned.definition, turned, plain)).toEqual({ view: view.id });
  });

  it('is narrowed by what an address adds to a view', () => {
    expect(tableFrom({ view: view.id, q: 'Kunshan' }, view.definition, plain)).toEqual({
      ...view.definition,
      q: 'Kunshan',
    });
  });
});

describe('a press on a head', () => {
  test.each([
    ['name', 'start', false, 'start'],
    ['start', 'start', false, '-start'],
    ['-start', 'start', false, 'entered'],
    ['name', 'start', true, 'name,start'],
    ['name,start', 'start', true, 'name,-start'],
    ['name,-start', 'start', true, 'name'],
    ['a,b,c', 'd', true, 'b,c,d'],
  ])('%s becomes, by %s (beside: %s), %s', (sort, column, beside, after) => {
    expect(sortAfter(sort, column, beside)).toBe(after);
  });

  it('is read back as keys in order', () => {
    expect(sortKeys('-start,name')).toEqual([
      { id: 'start', descending: true },
      { id: 'name', descending: false },
    ]);
    expect(sortKeys('entered')).toEqual([]);
  });
});

it('moves a column to another place', () => {
  expect(columnsMoved(['a', 'b', 'c', 'd'], 'd', 1)).toEqual(['a', 'd', 'b', 'c']);
  expect(columnsMoved(['a', 'b', 'c'], 'a', 2)).toEqual(['b', 'c', 'a']);
});
