/** Which alliances of the firm make up its portfolio. */
export const POPULATIONS = ['all', 'equity', 'joint-ventures'] as const;
export type Population = (typeof POPULATIONS)[number];

/** Whether partners are counted as business groups or one by one. */
export const LEVELS = ['house', 'organisation'] as const;
export type Level = (typeof LEVELS)[number];

/** All years, or the last N with both ends counted. */
export type Window = 'all' | number;

/** The years of the recent lens that stands beside the accumulated one. */
export const RECENT_WINDOW = 10;

export type ConfigurationParameters = {
  readonly population: Population;
  /** `all`: the accumulated lens of 000, section 3.1. A number: the recent lens over that many years. */
  readonly window: Window;
  /** Partner houses from which the scope is extensive. */
  readonly scopeAt: number;
  /** Explorative moves from which the shaping strategy is explorative. */
  readonly shapingAt: number;
  readonly level: Level;
  /** Last day to read; null reads to the last fact. */
  readonly asOf: string | null;
};

export const DEFAULT_PARAMETERS: ConfigurationParameters = Object.freeze({
  population: 'joint-ventures',
  window: 'all',
  scopeAt: 3,
  shapingAt: 3,
  level: 'house',
  asOf: null,
});
