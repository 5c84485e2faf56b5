import type { MoveEntry, PortfolioReport } from '@entente/core/portfolio';
import type { PortfolioAnswer } from '@entente/contract/portfolio';
import { csvText } from '../../../../lib/csv.ts';

const COLUMNS = [
  'date',
  'alliance',
  'alliance_name',
  'kind',
  'founding',
  'partner',
  'resource',
  'type',
  'partners',
  'resources',
  'sources',
] as const;

function row(move: MoveEntry, founding: boolean, names: PortfolioAnswer['names']): string[] {
  return [
    move.date,
    move.alliance,
    names.alliances[move.alliance] ?? move.alliance,
    move.kind,
    founding ? 'yes' : 'no',
    move.partner ?? '',
    move.resource ?? '',
    move.type ?? '',
    move.partners.join('; '),
    move.resources.join('; '),
    move.evidence.map(({ source, place }) => `${source} ${place}`).join('; '),
  ];
}

/** The moves with stable column names and codes, the same in every language, founding ones first. */
export function movesCsv(report: PortfolioReport, names: PortfolioAnswer['names']): string {
  return csvText(COLUMNS, [
    ...report.founding.map((move) => row(move, true, names)),
    ...report.moves.map((move) => row(move, false, names)),
  ]);
}
