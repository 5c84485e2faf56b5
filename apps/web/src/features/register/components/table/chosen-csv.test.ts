import { expect, it } from 'vitest';
import { chosenCsv } from './chosen-csv.ts';

const abilities = { change: true, remove: true } as const;
const column = (id: string) => ({
  id,
  header: id,
  width: 100,
  numeric: false,
  sortable: true,
  cell: () => null,
  editable: () => true,
  text: (row: Readonly<Record<string, unknown>>) => String(row[id]),
});

it('quotes what needs it, keeps formulas as text and begins with the mark that spreadsheets know UTF-8 by', () => {
  const rows = [
    { id: '1', version: 1, abilities, name: '六和, 中國', note: '=SUM(A1)' },
    { id: '2', version: 1, abilities, name: 'say "yes"', note: '-5' },
  ];
  expect(chosenCsv([column('name'), column('note')], rows)).toBe(
    '\ufeffname,note\r\n"六和, 中國",\'=SUM(A1)\r\n"say ""yes""",\'-5\r\n',
  );
});
