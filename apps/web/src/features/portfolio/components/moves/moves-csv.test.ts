import { expect, it } from 'vitest';
import type { MoveEntry, PortfolioReport } from '@entente/core/portfolio';
import { filtersFor, isShown, moveRows } from './move-rows.ts';
import { movesCsv } from './moves-csv.ts';

const move = (change: Partial<MoveEntry>): MoveEntry => ({
  date: '1992',
  alliance: 'a',
  kind: 'formed',
  partner: null,
  resource: null,
  type: null,
  resources: [],
  partners: ['p'],
  evidence: [{ source: '000', place: 'Table 7' }],
  ...change,
});

const report = {
  founding: [move({})],
  moves: [
    move({
      date: '1994',
      partner: 'existing',
      resource: 'new',
      type: 'resource-development',
      resources: ['technology:casting', 'brand:x'],
    }),
    move({ date: '2013', alliance: 'b', kind: 'merged', partners: [] }),
  ],
} as unknown as PortfolioReport;
const names = { alliances: { a: '=HYPERLINK("x")' }, organisations: {} };

it('writes every move with codes, names and sources, founding ones first', () => {
  expect(movesCsv(report, names).split('\r\n')).toEqual([
    '\uFEFFdate,alliance,alliance_name,kind,founding,partner,resource,type,partners,resources,sources',
    `1992,a,"'=HYPERLINK(""x"")",formed,yes,,,,p,,000 Table 7`,
    `1994,a,"'=HYPERLINK(""x"")",formed,no,existing,new,resource-development,p,technology:casting; brand:x,000 Table 7`,
    '2013,b,b,merged,no,,,,,,000 Table 7',
    '',
  ]);
});

it('narrows to founding, typed and untyped moves, and offers only filters that show something', () => {
  const rows = moveRows(report);
  expect(filtersFor(rows)).toEqual([
    { filter: 'all', count: 3 },
    { filter: 'founding', count: 1 },
    { filter: 'resource-development', count: 1 },
    { filter: 'untyped', count: 1 },
  ]);
  expect(rows.filter((row) => isShown(row, 'untyped')).map(({ id }) => id)).toEqual(['portfolio.move.1']);
});
