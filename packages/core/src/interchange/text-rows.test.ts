import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupedBy } from '../kernel/index.ts';
import { delimitedRows } from './delimited-text.ts';
import { groupsOfRows, rowGroups } from './row-groups.ts';
import { PickedRows } from './table-cells.ts';
import { textRows } from './text-rows.ts';

const manner = { delimiter: ',', exact: false };
const text = fc.stringMatching(/^[a"\n\r, ;x三]{0,40}$/);

describe('rows that are cut from their text when they are asked for', () => {
  it('are refused where the text is, and for the same reason', () => {
    expect(textRows('t.csv', 'a,"b', manner)).toEqual(delimitedRows('t.csv', 'a,"b', manner));
    expect(textRows('t.csv', 'a,"b', manner).ok).toBe(false);
  });

  it('are those that are cut at once, in any order and as often as somebody asks', () => {
    fc.assert(
      fc.property(text, fc.infiniteStream(fc.nat()), (written, places) => {
        const rows = textRows('t.csv', written, manner);
        const whole = delimitedRows('t.csv', written, manner);
        expect(rows.ok).toBe(whole.ok);
        if (!rows.ok || !whole.ok) return;
        expect([...rows.value]).toEqual(whole.value);
        expect(rows.value).toHaveLength(whole.value.length);
        for (const place of places.take(6)) expect(rows.value.at(place)).toEqual(whole.value[place]);
      }),
    );
  });

  it('keep their groups in the order of their first rows', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 }), (keys) => {
        const rows = keys.map((key, index) => [{ text: key, line: index + 1, column: 1 }]);
        const keyOf = (row: (typeof rows)[number]): string => row[0]?.text ?? '';
        const groups = rowGroups(rows, (row) => row[0]?.text ?? '');
        expect([...groupsOfRows(rows, groups)]).toEqual([...groupedBy(rows, keyOf).values()]);
      }),
    );
  });

  it('are picked by their places', () => {
    const rows = ['a', 'b', 'c'].map((name, index) => [{ text: name, line: index + 1, column: 1 }]);
    const picked = new PickedRows(rows, Uint32Array.of(0, 2));
    expect([...picked]).toEqual([rows[0], rows[2]]);
    expect([picked.at(1), picked.at(2)]).toEqual([rows[2], undefined]);
  });
});
