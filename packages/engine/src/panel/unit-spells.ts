import type { MembershipColumns, NetworkLevel } from '../network/index.ts';
import { type Grouped, grouped } from './spells.ts';

/** From when to when a unit of the panel, a firm or a house, is in an alliance; one entry a spell. */
export type UnitSpells = {
  readonly alliance: Int32Array;
  readonly form: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly byUnit: Grouped;
};

/** Which units are houses of several firms: one of them may go on where another ends. */
function unitsOfSeveral(unitOf: Int32Array, units: number): Uint8Array {
  const firms = new Uint32Array(units);
  for (const unit of unitOf) if (unit >= 0) firms[unit] = (firms[unit] as number) + 1;
  return Uint8Array.from(firms, (count) => (count > 1 ? 1 : 0));
}

/** What rows stand for. A house is in an alliance as long as any of its members. */
export function unitSpells(
  rows: Uint32Array,
  columns: MembershipColumns,
  unitOf: Int32Array,
  units: number,
  level: NetworkLevel,
): UnitSpells {
  const order = rows.slice();
  const isOfSeveral = unitsOfSeveral(unitOf, units);
  const unitAt = (row: number): number => unitOf[columns.firm[row] as number] as number;
  if (level === 'house') {
    order.sort(
      (one, other) =>
        unitAt(one) - unitAt(other) ||
        (columns.alliance[one] as number) - (columns.alliance[other] as number) ||
        (columns.from[one] as number) - (columns.from[other] as number),
    );
  }
  const taken = () => new Int32Array(order.length);
  const spells = { unit: taken(), alliance: taken(), form: taken(), from: taken(), to: taken() };
  let count = 0;
  for (const row of order) {
    const [unit, alliance] = [unitAt(row), columns.alliance[row] as number];
    const [from, to] = [columns.from[row] as number, columns.to[row] as number];
    const last = count - 1;
    const goesOn =
      isOfSeveral[unit] === 1 &&
      count > 0 &&
      spells.unit[last] === unit &&
      spells.alliance[last] === alliance &&
      from <= (spells.to[last] as number);
    if (goesOn) {
      spells.to[last] = Math.max(spells.to[last] as number, to);
      continue;
    }
    spells.unit[count] = unit;
    spells.alliance[count] = alliance;
    spells.form[count] = columns.form[row] as number;
    spells.from[count] = from;
    spells.to[count] = to;
    count += 1;
  }
  const numbers = Uint32Array.from({ length: count }, (_, nth) => nth);
  return { ...spells, byUnit: grouped(numbers, spells.unit, units) };
}
