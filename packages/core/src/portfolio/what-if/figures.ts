import { type Day, groupedBy } from '../../kernel/index.ts';
import type { PortfolioReading, Standing } from '../configuration.ts';
import type { Tie } from '../ties.ts';

/** Where a portfolio stands on a day, and the measures of its ties; a share of nothing is null. */
export type PortfolioFigures = Pick<Standing, 'scope' | 'shaping' | 'label' | 'agreement' | 'contested'> & {
  /** Alliances that run. */
  readonly size: number;
  readonly partners: number;
  readonly houses: number;
  /** Ties that began after the first one with the same partner, of all that run; 0 to 1. */
  readonly repeatShare: number | null;
  /** Herfindahl index of houses over the ties that run; 0 to 1. */
  readonly houseConcentration: number | null;
};

/**
 * The figures of a portfolio on a day. Size, partners, houses, repeat share and concentration have the definitions of
 * the panel (docs/methods/panel.md), over the alliances of the population.
 */
export function figuresOn({ ties, keyOn, standingOn }: PortfolioReading, day: Day): PortfolioFigures {
  const { scope, shaping, label, agreement, contested } = standingOn(day);
  const chosen = ties.filter(({ inPopulation, from }) => inPopulation && from <= day);
  const running = chosen.filter(({ to }) => to === null || to > day);
  const first = new Map<string, Day>();
  for (const { partner, from } of chosen) if (!first.has(partner)) first.set(partner, from);
  const houses = groupedBy(running, (tie) => keyOn(tie.partner, day));
  const repeated = running.filter(({ partner, from }) => from > (first.get(partner) ?? from));
  return {
    scope,
    shaping,
    label,
    agreement,
    contested,
    size: different(running, ({ alliance }) => alliance.id),
    partners: different(running, ({ partner }) => partner),
    houses: houses.size,
    repeatShare: running.length === 0 ? null : repeated.length / running.length,
    houseConcentration:
      running.length === 0
        ? null
        : [...houses.values()].reduce((sum, of) => sum + (of.length / running.length) ** 2, 0),
  };
}

const different = (ties: readonly Tie[], key: (tie: Tie) => string): number => new Set(ties.map(key)).size;
