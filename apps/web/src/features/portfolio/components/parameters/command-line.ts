import type { PortfolioReport } from '@entente/core/portfolio';
import { DEFAULTS, type Parameters } from './parameters.ts';

const PLAIN = /^[\w,.:/-]+$/;
const quoted = (text: string): string => (PLAIN.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`);

/** The command that reads the same portfolio from the case library, with the same parameters and as-of date. */
export function commandLine(report: PortfolioReport, parameters: Parameters, asOf: string | null): string {
  const { sources, window, scopeAt, shapingAt, level } = parameters;
  const options = [
    ['--population', report.population],
    ['--sources', sources === null ? null : sources.join(',')],
    ['--window', window === DEFAULTS.window ? null : String(window)],
    ['--scope-at', scopeAt === DEFAULTS.scopeAt ? null : String(scopeAt)],
    ['--shaping-at', shapingAt === DEFAULTS.shapingAt ? null : String(shapingAt)],
    ['--level', level === DEFAULTS.level ? null : level],
    ['--as-of', asOf],
  ] as const;
  const given = options.flatMap(([name, value]) => (value === null ? [] : [name, quoted(value)]));
  return ['npx', 'entente', 'portfolio', quoted(report.focal), ...given].join(' ');
}
