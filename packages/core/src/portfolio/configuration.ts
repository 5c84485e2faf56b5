import { type Day, EdtfDate, groupedBy } from '../kernel/index.ts';
import type { Alliance, Register } from '../register/index.ts';
import { lastFactOf } from './last-fact.ts';
import { type ConfigurationType, configurationType, type Move, movesOf } from './moves.ts';
import { type Focal, type OwnSide, ownSideOf, partnerKeys, type PartnerKey } from './own-side.ts';
import { type ConfigurationParameters, type Level, RECENT_WINDOW, type Window } from './parameters.ts';
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

/** A year and the day on which it is read. */
type YearEnd = { readonly year: number; readonly day: Day };

const CONTESTED_UNDER = 0.6;
const THRESHOLDS = [2, 3, 4, 5] as const;
const RECENT_WINDOWS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] as const;

type Portfolio = {
  /** Ties of the population by their first day. */
  readonly ties: readonly Tie[];
  /** Moves that brought something new, by date. */
  readonly explorative: readonly Move[];
  readonly keys: Readonly<Record<Level, PartnerKey>>;
};

function* tiesOn(portfolio: Portfolio, day: Day, window: Window): Generator<Tie> {
  for (const tie of portfolio.ties) {
    if (tie.from > day) return;
    if (window === 'all' || tie.to === null || tie.to > day) yield tie;
  }
}

function countedPartners(
  portfolio: Portfolio,
  day: Day,
  window: Window,
  level: Level,
  before: readonly CountedPartner[],
): CountedPartner[] {
  const keyOn = portfolio.keys[level];
  const found = groupedBy(tiesOn(portfolio, day, window), (tie) => keyOn(tie.partner, day));
  const known = new Map(before.map((partner) => [partner.key, partner]));
  return [...found].map(([key, ties]) => {
    const same = known.get(key);
    return same && isSameList(same.ties, ties) ? same : countedPartner(key, ties);
  });
}

const isSameList = <T>(one: readonly T[], other: readonly T[]): boolean =>
  one.length === other.length && one.every((item, at) => item === other[at]);

const countedPartner = (key: string, ties: readonly Tie[]): CountedPartner => ({
  key,
  since: (ties[0] as Tie).date,
  weight: ties.some((tie) => tie.equity) ? 1 : 0.5,
  ties,
});

function scopeOn(portfolio: Portfolio, day: Day, window: Window, level: Level): number {
  const keyOn = portfolio.keys[level];
  const weights = new Map<string, number>();
  for (const tie of tiesOn(portfolio, day, window)) {
    const key = keyOn(tie.partner, day);
    if (tie.equity) weights.set(key, 1);
    else if (!weights.has(key)) weights.set(key, 0.5);
  }
  let scope = 0;
  for (const weight of weights.values()) scope += weight;
  return scope;
}

const isInWindow = (move: Move, year: number, day: Day, window: Window): boolean =>
  move.day <= day && (window === 'all' || move.year >= year - window);

function explorativeCount({ explorative }: Portfolio, year: number, day: Day, window: Window): number {
  let count = 0;
  for (const move of explorative) if (isInWindow(move, year, day, window)) count += 1;
  return count;
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
  { year, day }: YearEnd,
  before: Standing | undefined,
): Standing {
  const partners = countedPartners(portfolio, day, window, parameters.level, before?.partners ?? []);
  const explorative = portfolio.explorative.filter((move) => isInWindow(move, year, day, window));
  const shaping = explorative.length;
  const scopes = {
    house: scopeOn(portfolio, day, window, 'house'),
    organisation: scopeOn(portfolio, day, window, 'organisation'),
  };
  const scope = scopes[parameters.level];
  const label = configurationType(scope >= parameters.scopeAt, shaping >= parameters.shapingAt);
  const windows: readonly Window[] = window === 'all' ? ['all'] : RECENT_WINDOWS;
  const shapings = windows.map((each) => explorativeCount(portfolio, year, day, each));
  const { agreement, parameterSets } = agreementOn(label, [scopes.house, scopes.organisation], shapings);
  const contested = agreement < CONTESTED_UNDER;
  const reasons = reasonsFor({ scope, shaping, label }, parameters, scopes, shapings);
  return { year, day, scope, shaping, label, agreement, parameterSets, contested, reasons, partners, explorative };
}

function warningsOf(own: OwnSide, undated: readonly { slug: string; id: string }[]): PortfolioWarning[] {
  const warnings: PortfolioWarning[] = undated.map((alliance) => ({
    code: 'alliance-undated',
    message: `${alliance.slug} has no date, so it stands outside the path`,
    alliance: alliance.slug,
  }));
  if (own.alliances.length === 0) {
    warnings.push({
      code: 'no-alliances',
      message: 'The chosen sources tell of no alliance of this firm',
      alliance: null,
    });
  }
  return warnings;
}

/** A firm's portfolio, read once: its ties, its moves, and where it stands on any day. */
export type PortfolioReading = {
  readonly own: OwnSide;
  /** Dated ties of every form, by their first day. */
  readonly ties: readonly Tie[];
  readonly moves: readonly Move[];
  readonly undated: readonly Alliance[];
  /** What scope counts an organisation as, at the level of the parameters. */
  readonly keyOn: PartnerKey;
  /** Where it stands on a day; `before`, of an earlier day, lends what has not changed. */
  readonly standingOn: (day: Day, window?: Window, before?: Standing) => Standing;
  /** The label of that standing alone, without what explains it. */
  readonly labelOn: (day: Day) => ConfigurationType;
};

/** Reads a portfolio so that single days can be asked without walking through all years. */
export function portfolioReadingOf(
  register: Register,
  focal: Focal,
  parameters: ConfigurationParameters,
): PortfolioReading {
  const own = ownSideOf(register, focal);
  const { ties, undated } = tiesOf(register, own, parameters.population);
  const keys = { house: partnerKeys(register, 'house'), organisation: partnerKeys(register, 'organisation') };
  const moves = movesOf(register, own, ties, parameters.population, parameters.level);
  const portfolio = {
    ties: ties.filter((tie) => tie.inPopulation),
    explorative: moves.filter((move) => move.fresh.length > 0),
    keys,
  };
  const standingOn = (day: Day, window: Window = parameters.window, before?: Standing): Standing =>
    standingAt(portfolio, parameters, window, { year: EdtfDate.yearOf(day), day }, before);
  const labelOn = (day: Day): ConfigurationType =>
    configurationType(
      scopeOn(portfolio, day, parameters.window, parameters.level) >= parameters.scopeAt,
      explorativeCount(portfolio, EdtfDate.yearOf(day), day, parameters.window) >= parameters.shapingAt,
    );
  return { own, ties, moves, undated, keyOn: keys[parameters.level], standingOn, labelOn };
}

/**
 * The configuration of a firm's alliance portfolio through time: scope, shaping strategy, label and its robustness for
 * every year from the first alliance to the last fact, in the chosen lens and in the recent one.
 * X and Y are this product's operationalisation of Oh, Chen, Nakamoto and Liu (2024), section 3.1 and Fig. 1.
 * @param register the register as the chosen sources tell it
 */
export function configurationOf(register: Register, focal: Focal, parameters: ConfigurationParameters): Configuration {
  const { own, moves, undated, standingOn } = portfolioReadingOf(register, focal, parameters);
  const first = moves[0];
  const warnings = warningsOf(own, undated);
  if (!first) return { parameters, path: [], recent: [], moves: [], warnings };
  const last = lastDayToRead(register, own, parameters.asOf, first.day);
  const days = readingDays(first.year, last);
  const standings = (window: Window): Standing[] => {
    const found: Standing[] = [];
    for (const day of days) found.push(standingOn(day, window, found.at(-1)));
    return found;
  };
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

/** The last day of each year, and in the last one the day to which is read. */
function readingDays(first: number, last: Day): Day[] {
  const days: Day[] = [];
  for (let year = first; year <= EdtfDate.yearOf(last); year += 1) {
    const end = EdtfDate.lastDayOf(year);
    days.push(end < last ? end : last);
  }
  return days;
}
