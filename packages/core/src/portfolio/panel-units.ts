import { groupedBy } from '../kernel/index.ts';
import type { Register } from '../register/index.ts';
import { movesOf } from './moves.ts';
import { type Focal, type OwnSide, sideOf } from './own-side.ts';
import type { Level, Population } from './parameters.ts';
import { tiesOf } from './ties.ts';

/**
 * The house that an organisation counts for in all years of a panel: of several that it belonged to, the one it joined
 * last. Null: none.
 */
export function panelHouse(register: Register, organisation: string): string | null {
  const [last] = [...register.houseMembershipsOf(organisation)].sort(
    (one, other) =>
      (other.from?.earliest ?? '').localeCompare(one.from?.earliest ?? '') || (one.house < other.house ? -1 : 1),
  );
  return last?.house ?? null;
}

/** Whom the rows of a firm tell of: at the level of houses its house with all its members, else itself. */
export function panelUnit(register: Register, focal: Focal, level: Level): Focal {
  if (level === 'organisation' || focal.kind === 'house') return focal;
  const house = panelHouse(register, focal.id);
  return house === null ? focal : { kind: 'house', id: house };
}

const members = new WeakMap<Register, ReadonlyMap<string, ReadonlySet<string>>>();

/** Members of each house; found once, as a whole register is asked house by house. */
function membersOf(register: Register, house: string): ReadonlySet<string> {
  let known = members.get(register);
  if (!known) {
    const counted = register.houseMemberships.filter((row) => panelHouse(register, row.organisation) === row.house);
    const groups = groupedBy(counted, (row) => row.house);
    known = new Map([...groups].map(([id, rows]) => [id, new Set(rows.map((row) => row.organisation))]));
    members.set(register, known);
  }
  return known.get(house) ?? new Set();
}

/** Whose alliances the rows of a unit count, and who is no partner of it. */
export function panelSide(register: Register, unit: Focal): OwnSide {
  if (unit.kind === 'house') {
    const members = membersOf(register, unit.id);
    return sideOf(register, members, members);
  }
  const own = new Set([unit.id]);
  const house = panelHouse(register, unit.id);
  return sideOf(register, own, house === null ? own : membersOf(register, house));
}

/** A move that added a partner, a resource or a domain after the founding, and whether it brought a new resource. */
export type AdditiveMove = { readonly year: number; readonly explorative: boolean };

/** The additive moves of a unit in order of date: the balance of exploration and exploitation is read from them. */
export function additiveMovesOf(register: Register, unit: Focal, population: Population): readonly AdditiveMove[] {
  const side = panelSide(register, unit);
  if (side.alliances.length === 0) return [];
  const { ties } = tiesOf(register, side, population);
  return movesOf(register, side, ties, population, 'house').flatMap(({ type, year, fresh }) =>
    type === null ? [] : [{ year, explorative: fresh.length > 0 }],
  );
}
