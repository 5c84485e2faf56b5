import { type Day, EdtfDate } from '../kernel/index.ts';
import type { Register } from '../register/index.ts';
import { lastFactOf } from './last-fact.ts';
import { type ConfigurationType, configurationType, type Keys, keysAt, type Move, movesOf } from './moves.ts';
import { type Focal, type OwnSide, ownSideOf } from './own-side.ts';
import { type ConfigurationParameters, type Level, LEVELS, RECENT_WINDOW, type Window } from './parameters.ts';
import { type Tie, tiesOf } from './ties.ts';

/** A partner house that scope counts, with the ties that bring it in. */
export type CountedPartner = {
  /** `house:<id>` or `organisation:<id>`. */
  readonly key: string;
  readonly since: EdtfDate;
  /** 1, or 0.5 when only non-equity alliances tie it. */
  readonly weight: number;
  readonly ties: readonly Tie[];
};

/** Why a label depends on its parameters. */
export type ContestReason =
  | { readonly code: 'scope-at-threshold' | 'scope-one-short' | 'shaping-at-threshold' | 'shaping-one-short' }
  | { readonly code: 'level-decides'; readonly scopeByOrganisation: number; readonly scopeByHouse: number }
  | { readonly code: 'window-decides' };

/** Where the portfolio stands at the end of a year (or on the as-of day in the last one). */
export type Standing = {
  readonly year: number;
  readonly day: Day;
  /** X: partner houses. */
  readonly scope: number;
  /** Y: explorative moves in the window. */
  readonly shaping: number;
  readonly label: ConfigurationType;
  /** Share of the lens's parameter sets that give the same label, 0 to 1. */
  readonly agreement: number;
  readonly parameterSets: number;
  readonly contested: boolean;
  readonly reasons: readonly ContestReason[];
  readonly partners: readonly CountedPartner[];
  readonly explorative: readonly Move[];
};

export type PortfolioWarning = { readonly code: string; readonly message: string; readonly alliance: string | null };

export type Configuration = {
  readonly parameters: ConfigurationParameters;
  readonly path: readonly Standing[];
  /** The recent lens, always over ten years, beside the chosen one. */
  readonly recent: readonly Standing[];
  readonly moves: readonly Move[];
  readonly warnings: readonly PortfolioWarning[];
};

const CONTESTED_UNDER = 0.6;
const THRESHOLDS = [2, 3, 4, 5] as const;
const RECENT_WINDOWS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] as const;

type Portfolio = {
  readonly ties: readonly Tie[];
  readonly moves: readonly Move[];
  readonly keys: Readonly<Record<Level, Keys>>;
};

function countedPartners(portfolio: Portfolio, day: Day, window: Window, level: Level): CountedPartner[] {
  const found = new Map<string, Tie[]>();
  for (const tie of portfolio.ties) {
    if (!tie.inPopulation || tie.from > day) continue;
    if (window !== 'all' && tie.to !== null && tie.to <= day) continue;
    const key = portfolio.keys[level](tie.partner, day);
    const ties = found.get(key);
    if (ties) ties.push(tie);
    else found.set(key, [tie]);
  }
  return [...found].map(([key, ties]) => ({
    key,
    since: (ties[0] as Tie).date,
    weight: ties.some((tie) => tie.equity) ? 1 : 0.5,
    ties,
  }));
}

const scopeOf = (partners: readonly CountedPartner[]): number =>
  partners.reduce((sum, partner) => sum + partner.weight, 0);

function explorativeMoves(moves: readonly Move[], year: number, day: Day, window: Window): Move[] {
  const since = window === 'all' ? Number.NEGATIVE_INFINITY : year - window;
  return moves.filter((move) => move.fresh.length > 0 && move.day <= day && move.year >= since);
}

/** The share of parameter sets of the lens that give `label`: thresholds 2..5 on each axis x level (x window 3..15). */
function agreementOn(
  label: ConfigurationType,
  scopes: readonly number[],
  shapings: readonly number[],
): { agreement: number; parameterSets: number } {
  let same = 0;
  let all = 0;
  for (const scope of scopes) {
    for (const shaping of shapings) {
      for (const scopeAt of THRESHOLDS) {
        for (const shapingAt of THRESHOLDS) {
          all += 1;
          if (configurationType(scope >= scopeAt, shaping >= shapingAt) === label) same += 1;
        }
      }
    }
  }
  return { agreement: same / all, parameterSets: all };
}

function reasonsFor(
  standing: { scope: number; shaping: number; label: ConfigurationType },
  parameters: ConfigurationParameters,
  scopes: { readonly house: number; readonly organisation: number },
  shapings: readonly number[],
): ContestReason[] {
  const { scopeAt, shapingAt } = parameters;
  const reasons: ContestReason[] = [];
  const short = (value: number, at: number): boolean => value < at && value >= at - 1;
  if (standing.scope === scopeAt) reasons.push({ code: 'scope-at-threshold' });
  else if (short(standing.scope, scopeAt)) reasons.push({ code: 'scope-one-short' });
  if (standing.shaping === shapingAt) reasons.push({ code: 'shaping-at-threshold' });
  else if (short(standing.shaping, shapingAt)) reasons.push({ code: 'shaping-one-short' });
  if (scopes.house >= scopeAt !== scopes.organisation >= scopeAt) {
    reasons.push({ code: 'level-decides', scopeByHouse: scopes.house, scopeByOrganisation: scopes.organisation });
  }
  const explorative = shapings.map((shaping) => shaping >= shapingAt);
  if (explorative.includes(true) && explorative.includes(false)) reasons.push({ code: 'window-decides' });
  return reasons;
}

function standingAt(
  portfolio: Portfolio,
  parameters: ConfigurationParameters,
  window: Window,
  year: number,
  day: Day,
): Standing {
  const partnersBy = Object.fromEntries(
    LEVELS.map((level) => [level, countedPartners(portfolio, day, window, level)]),
  ) as Record<Level, CountedPartner[]>;
  const partners = partnersBy[parameters.level];
  const explorative = explorativeMoves(portfolio.moves, year, day, window);
  const scope = scopeOf(partners);
  const shaping = explorative.length;
  const label = configurationType(scope >= parameters.scopeAt, shaping >= parameters.shapingAt);
  const scopes = { house: scopeOf(partnersBy.house), organisation: scopeOf(partnersBy.organisation) };
  const windows: readonly Window[] = window === 'all' ? ['all'] : RECENT_WINDOWS;
  const shapings = windows.map((each) => explorativeMoves(portfolio.moves, year, day, each).length);
  const { agreement, parameterSets } = agreementOn(label, [scopes.house, scopes.organisation], shapings);
  const contested = agreement < CONTESTED_UNDER;
  const reasons = reasonsFor({ scope, shaping, label }, parameters, scopes, shapings);
  return { year, day, scope, shaping, label, agreement, parameterSets, contested, reasons, partners, explorative };
}

function warningsOf(own: OwnSide, undated: readonly { slug: string; id: string }[]): PortfolioWarning[] {
  const warnings: PortfolioWarning[] = undated.map((alliance) => ({
    code: 'alliance-undated',
    message: `${alliance.slug} has no date, so it stands outside the path`,
    alliance: alliance.id,
  }));
  if (own.alliances.length === 0) {
    warnings.push({ code: 'no-alliances', message: 'The chosen sources tell of no alliance of this firm', alliance: null });
  }
  return warnings;
}

/**
 * The configuration of a firm's alliance portfolio through time: scope, shaping strategy, label and its robustness for
 * every year from the first alliance to the last fact, in the chosen lens and in the recent one.
 * X and Y are this product's operationalisation of Oh, Chen, Nakamoto and Liu (2024), section 3.1 and Fig. 1.
 * @param register the register as the chosen sources tell it
 */
export function configurationOf(register: Register, focal: Focal, parameters: ConfigurationParameters): Configuration {
  const own = ownSideOf(register, focal);
  const { ties, undated } = tiesOf(register, own, parameters.population);
  const keys = { house: keysAt(register, 'house'), organisation: keysAt(register, 'organisation') };
  const moves = movesOf(register, own, ties, parameters.population, parameters.level);
  const portfolio = { ties, moves, keys };
  const first = moves[0];
  const warnings = warningsOf(own, undated);
  if (!first) return { parameters, path: [], recent: [], moves: [], warnings };
  const last = lastDayToRead(register, own, parameters.asOf, first.day);
  const years = yearsBetween(first.year, last);
  const standings = (window: Window): Standing[] =>
    years.map(({ year, day }) => standingAt(portfolio, parameters, window, year, day));
  return {
    parameters,
    path: standings(parameters.window),
    recent: standings(RECENT_WINDOW),
    moves: moves.filter((move) => move.day <= last),
    warnings,
  };
}

function lastDayToRead(register: Register, own: OwnSide, asOf: Day | null, first: Day): Day {
  const lastFact = EdtfDate.lastDayOf(EdtfDate.yearOf(lastFactOf(register, own) ?? first));
  return asOf !== null && asOf < lastFact ? asOf : lastFact;
}

function yearsBetween(first: number, last: Day): { year: number; day: Day }[] {
  const years: { year: number; day: Day }[] = [];
  for (let year = first; year <= EdtfDate.yearOf(last); year += 1) {
    const end = EdtfDate.lastDayOf(year);
    years.push({ year, day: end < last ? end : last });
  }
  return years;
}
