import { expect, it } from 'vitest';
import { searchFrom, searchText } from './page-search.ts';
import { tableSearchFrom } from './table-search.ts';

it('reads one filter and several alike, and writes them back as they were', () => {
  const one = '?filter=form%3Ais%3Alicence';
  const two = '?filter=form%3Ais%3Alicence&filter=start%3Aafter%3A2000&sort=-start%2Cname';
  expect(tableSearchFrom(searchFrom(one))).toEqual({ filter: ['form:is:licence'] });
  expect(tableSearchFrom(searchFrom(two))).toEqual({
    filter: ['form:is:licence', 'start:after:2000'],
    sort: '-start,name',
  });
  expect(searchText(tableSearchFrom(searchFrom(one)))).toBe(one);
  expect(searchText(tableSearchFrom(searchFrom(two)))).toBe(two);
});

it('leaves out what cannot be read', () => {
  const search = searchFrom('?filter=nonsense&sort=A%20b&group=%3Cscript%3E&columns=name,,form&view=7');
  expect(tableSearchFrom(search)).toEqual({});
});

it('reads which groups are open, one of them and several alike', () => {
  for (const address of ['?group=form&open=all&but=is%3Aoem', '?group=form&open=none&but=is%3Aoem&but=empty']) {
    expect(searchText(tableSearchFrom(searchFrom(address)))).toContain(address.slice('?group=form&'.length));
  }
  expect(tableSearchFrom(searchFrom('?open=some&but=oem&but=is:'))).toEqual({});
});

it('keeps the fields that a workspace added', () => {
  const search = searchFrom('?columns=name,custom.risk-owner&group=custom.risk-owner&filter=custom.risk-owner:is:Liu');
  expect(tableSearchFrom(search)).toEqual({
    columns: 'name,custom.risk-owner',
    group: 'custom.risk-owner',
    filter: ['custom.risk-owner:is:Liu'],
  });
});
