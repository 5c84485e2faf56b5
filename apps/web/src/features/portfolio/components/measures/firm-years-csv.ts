import { type FirmYearsAnswer, PANEL_MEASURES } from '@entente/contract/portfolio';
import { csvText } from '../../../../lib/csv.ts';

/** The firms of a year with every measure; empty where one is not defined. */
export const firmYearsCsv = ({ year, firms }: FirmYearsAnswer): string =>
  csvText(
    ['firm', 'name', 'kind', 'year', ...PANEL_MEASURES],
    firms.map(({ slug, name, kind, values }) => [
      slug,
      name,
      kind,
      String(year),
      ...PANEL_MEASURES.map((measure) => String(values[measure] ?? '')),
    ]),
  );
