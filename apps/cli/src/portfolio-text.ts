import type { PortfolioReport } from '@entente/core/portfolio';
import { columns } from './columns.ts';

const words = (term: string): string => term.replace(/-/g, ' ');
const POPULATIONS = { all: 'all alliances', equity: 'equity alliances', 'joint-ventures': 'joint ventures' } as const;
const percent = (share: number): string => `${Math.round(share * 100)}%`;

function pathText(report: PortfolioReport): string {
  const rows = report.path.map((entry, at) => {
    const recent = report.recent[at];
    return [
      String(entry.year),
      String(entry.scope),
      String(entry.shaping),
      words(entry.label),
      percent(entry.agreement),
      entry.contested ? 'contested' : '',
      recent && recent.label !== entry.label ? words(recent.label) : '',
    ];
  });
  return columns([['year', 'scope', 'shaping', 'configuration', 'agreement', '', 'last ten years say'], ...rows]);
}

function movesText(report: PortfolioReport): string {
  const all = [...report.founding.map((move) => ({ ...move, type: 'founds the portfolio' })), ...report.moves];
  const rows = all.map((move) => [
    move.date,
    move.alliance,
    words(move.kind),
    move.partner ?? '',
    move.resource ?? '',
    move.type === null ? '' : words(move.type),
    move.resources.join(', '),
    move.evidence.map(({ source, place }) => `${source} ${place}`).join('; '),
  ]);
  const header = ['date', 'alliance', 'move', 'partner', 'resource', 'type', 'new resources', 'evidence'];
  return columns([header, ...rows]);
}

/** The report as a person reads it in a terminal. */
export function portfolioText(report: PortfolioReport): string {
  const last = report.path.at(-1);
  if (!last) return `${report.focal}: no alliance of this population is known from these sources.\n`;
  const lens = report.window === 'all' ? 'accumulated lens' : `last ${report.window} years`;
  const head = `${report.focal}: ${words(last.label)} in ${last.year} (${POPULATIONS[report.population]}, ${lens}, sources ${report.sources.join(', ')})`;
  const thresholds = `extensive from ${report.scopeAt} partner ${report.level}s, explorative from ${report.shapingAt} explorative moves`;
  return `${head}\n${thresholds}\n\n${pathText(report)}\n${movesText(report)}`;
}
