import type { Day, EdtfDate, PeriodEnd } from '../kernel/index.ts';
import { type Alliance, type AllianceForm, EQUITY_FORMS, type Membership, type Register } from '../register/index.ts';
import { type OwnSide, partnersIn } from './own-side.ts';
import type { Population } from './parameters.ts';

/** A partner organisation in one alliance of the focal firm, from a known day. */
export type Tie = {
  readonly alliance: Alliance;
  readonly membership: Membership;
  readonly partner: string;
  readonly date: EdtfDate;
  readonly from: Day;
  /** First day on which it no longer holds; null while no end is stated. */
  readonly to: Day | null;
  readonly equity: boolean;
  readonly inPopulation: boolean;
};

/** Forms of the alliances of each population; null: all, those of no stated form too. */
export const POPULATION_FORMS: Readonly<Record<Population, ReadonlySet<AllianceForm> | null>> = {
  all: null,
  equity: new Set(EQUITY_FORMS),
  'joint-ventures': new Set(['joint-venture'] as const),
};

export function isInPopulation(alliance: Alliance, population: Population): boolean {
  const forms = POPULATION_FORMS[population];
  return forms === null || (alliance.form !== null && forms.has(alliance.form));
}

export const endDay = (end: PeriodEnd): Day | null => (typeof end === 'object' ? end.earliest : null);

export const earlier = (one: Day | null, other: Day | null): Day | null =>
  one === null ? other : other === null || one < other ? one : other;

/** A member's own beginning in an alliance: as stated, else with the alliance. */
export const beginningOf = (alliance: Alliance, from: EdtfDate | null): EdtfDate | null => from ?? alliance.start;

/**
 * All dated ties of the focal firm to partners, of every form. A tie without any date cannot be placed and is left to
 * the caller's warnings (`undated`).
 */
export function tiesOf(
  register: Register,
  own: OwnSide,
  population: Population,
): { readonly ties: readonly Tie[]; readonly undated: readonly Alliance[] } {
  const ties: Tie[] = [];
  const undated: Alliance[] = [];
  for (const alliance of own.alliances) {
    const equity = alliance.form !== null && EQUITY_FORMS.includes(alliance.form);
    const inPopulation = isInPopulation(alliance, population);
    for (const membership of partnersIn(register, own, alliance.id)) {
      const date = beginningOf(alliance, membership.from);
      const from = date?.earliest ?? null;
      if (date === null || from === null) {
        if (inPopulation) undated.push(alliance);
      } else {
        const to = earlier(endDay(membership.to), endDay(alliance.end));
        ties.push({ alliance, membership, partner: membership.organisation, date, from, to, equity, inPopulation });
      }
    }
  }
  ties.sort((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0));
  return { ties, undated: [...new Set(undated)] };
}
