import { portfolioQuery } from '@entente/contract/portfolio';
import { DEFAULT_PARAMETERS, type Level, type Population, type Window } from '@entente/core/portfolio';

/** How the reader wants the portfolio read. The as-of date is not among them: one control holds it for every page. */
export type Parameters = {
  /** Null: the workspace's own default. */
  readonly population: Population | null;
  /** Keys of the sources to count; null counts all. */
  readonly sources: readonly string[] | null;
  readonly window: Window;
  readonly scopeAt: number;
  readonly shapingAt: number;
  readonly level: Level;
};

export const DEFAULTS: Parameters = Object.freeze({
  population: null,
  sources: null,
  window: DEFAULT_PARAMETERS.window,
  scopeAt: DEFAULT_PARAMETERS.scopeAt,
  shapingAt: DEFAULT_PARAMETERS.shapingAt,
  level: DEFAULT_PARAMETERS.level,
});

/** The parameters as the address and the API write them; left out where they are the default. */
export type ParameterSearch = Partial<Record<keyof Parameters, string>>;

const { shape } = portfolioQuery;

/** Reads parameters from an address; what is no valid value counts as the default. */
export function parametersFrom(search: Readonly<Record<string, unknown>>): Parameters {
  const { sources: given } = search;
  const sources = typeof given === 'number' ? String(given) : given;
  return {
    population: shape.population.catch(undefined).parse(search['population']) ?? null,
    sources: shape.sources.catch(undefined).parse(sources) ?? null,
    window: shape.window.catch(DEFAULTS.window).parse(search['window']),
    scopeAt: shape.scopeAt.catch(DEFAULTS.scopeAt).parse(search['scopeAt']),
    shapingAt: shape.shapingAt.catch(DEFAULTS.shapingAt).parse(search['shapingAt']),
    level: shape.level.catch(DEFAULTS.level).parse(search['level']),
  };
}

/** @example searchOf({ ...DEFAULTS, window: 10 }) // => { window: '10' } */
export function searchOf(parameters: Parameters): ParameterSearch {
  const { population, sources, window, scopeAt, shapingAt, level } = parameters;
  return {
    ...(population !== null && { population }),
    ...(sources !== null && { sources: sources.join(',') }),
    ...(window !== DEFAULTS.window && { window: String(window) }),
    ...(scopeAt !== DEFAULTS.scopeAt && { scopeAt: String(scopeAt) }),
    ...(shapingAt !== DEFAULTS.shapingAt && { shapingAt: String(shapingAt) }),
    ...(level !== DEFAULTS.level && { level }),
  };
}

export const areDefaults = (parameters: Parameters): boolean => Object.keys(searchOf(parameters)).length === 0;
