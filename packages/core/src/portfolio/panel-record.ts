import type { Day, EdtfDate, PeriodEnd } from '../kernel/index.ts';
import type { Alliance, Membership, Register, Resource } from '../register/index.ts';
import { type Focal, type OwnSide } from './own-side.ts';
import type { Population } from './parameters.ts';
import { panelHouse, panelSide } from './panel-units.ts';
import { beginningOf, earlier, endDay, isInPopulation } from './ties.ts';

/** From a first day on until the first day on which it no longer holds; null: no end is stated. */
export type Span = { readonly from: Day; readonly to: Day | null };

/** A unit's time in one alliance. */
export type PanelSpell = Span & { readonly alliance: Alliance; readonly rows: readonly Membership[] };

/** A partner in one alliance, while both are there. */
export type PanelTie = Span & {
  readonly alliance: Alliance;
  readonly partner: string;
  /** `house:<id>`, or `organisation:<id>` of one that belongs to none. */
  readonly house: string;
  readonly row: Membership;
};

/** A resource that a partner brings, while both are there. */
export type PanelResource = Span & { readonly tie: PanelTie; readonly resource: Resource };

/** What the rows of one unit of the panel are counted from. */
export type PanelRecord = {
  readonly unit: Focal;
  readonly side: OwnSide;
  readonly spells: readonly PanelSpell[];
  readonly ties: readonly PanelTie[];
  readonly resources: readonly PanelResource[];
};

const later = (one: Day, other: Day): Day => (one < other ? other : one);

export const isOn = ({ from, to }: Span, day: Day): boolean => from <= day && (to === null || day < to);

/** Whether an end of what is counted may lie on either side of the day. */
export function isUncertain(from: EdtfDate | null, ends: readonly PeriodEnd[], day: Day): boolean {
  const starts = from?.earliest && from.earliest <= day && (from.latest === null || from.latest > day);
  return (
    Boolean(starts) ||
    ends.some(
      (end) =>
        end === 'unknown' || (typeof end === 'object' && (end.earliest ?? '') <= day && (end.latest ?? '9') > day),
    )
  );
}

type Dated = Span & { readonly row: Membership };

/** Dated memberships of an alliance; of one organisation's at the same time the earliest, then longest, counts. */
function datedRows(register: Register, alliance: Alliance): Dated[] {
  const kept: Dated[] = [];
  const rows = register.membershipsOf(alliance.id).flatMap((row): Dated[] => {
    const from = beginningOf(alliance, row.from)?.earliest ?? null;
    if (from === null) return [];
    const to = earlier(endDay(row.to), endDay(alliance.end));
    // What ends before it begins, as sources tell, holds on no day and ends when it begins.
    return [{ row, from, to: to !== null && to < from ? from : to }];
  });
  rows.sort((one, other) => one.from.localeCompare(other.from) || (other.to ?? '9').localeCompare(one.to ?? '9'));
  for (const dated of rows) {
    const before = kept.findLast(({ row }) => row.organisation === dated.row.organisation);
    if (!before || (before.to !== null && before.to <= dated.from)) kept.push(dated);
  }
  return kept;
}

/** Spells of a house of several firms: its members' rows, those that meet joined to one. */
function spellsIn(alliance: Alliance, own: readonly Dated[]): PanelSpell[] {
  const spells: PanelSpell[] = [];
  for (const { row, from, to } of own) {
    const last = spells.at(-1);
    if (!last || (last.to !== null && last.to < from)) spells.push({ alliance, rows: [row], from, to });
    else {
      const ends = last.to === null || to === null ? null : later(last.to, to);
      spells[spells.length - 1] = { alliance, rows: [...last.rows, row], from: last.from, to: ends };
    }
  }
  return spells;
}

const separate = (alliance: Alliance, own: readonly Dated[]): PanelSpell[] =>
  own.map(({ row, from, to }) => ({ alliance, rows: [row], from, to }));

const shared = (one: Span, other: Span): Span | null => {
  const span = { from: later(one.from, other.from), to: earlier(one.to, other.to) };
  return span.to !== null && span.to <= span.from ? null : span;
};

const houseKey = (register: Register, organisation: string): string => {
  const house = panelHouse(register, organisation);
  return house === null ? `organisation:${organisation}` : `house:${house}`;
};

/** Spells, ties and resources of one unit, read from the register for it alone. */
export function panelRecord(register: Register, unit: Focal, population: Population): PanelRecord {
  const side = panelSide(register, unit);
  const allied = [...side.organisations].filter((id) => register.membershipsBy(id).length > 0);
  const spells: PanelSpell[] = [];
  const ties: PanelTie[] = [];
  const resources: PanelResource[] = [];
  for (const alliance of side.alliances) {
    if (!isInPopulation(alliance, population)) continue;
    const rows = datedRows(register, alliance);
    const own = rows.filter(({ row }) => side.organisations.has(row.organisation));
    const inThis = allied.length > 1 ? spellsIn(alliance, own) : separate(alliance, own);
    spells.push(...inThis);
    for (const spell of inThis) {
      for (const { row, ...span } of rows) {
        const together = side.notPartners.has(row.organisation) ? null : shared(spell, span);
        if (together === null) continue;
        const house = houseKey(register, row.organisation);
        const tie = { ...together, alliance, partner: row.organisation, house, row };
        ties.push(tie);
        for (const resource of register.resourcesIn(alliance.id)) {
          if (resource.organisation !== row.organisation) continue;
          const brought = shared(tie, { from: resource.from?.earliest ?? tie.from, to: endDay(resource.to) });
          if (brought !== null) resources.push({ ...brought, tie, resource });
        }
      }
    }
  }
  return { unit, side, spells, ties, resources };
}
