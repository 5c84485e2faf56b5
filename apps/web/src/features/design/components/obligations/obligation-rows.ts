import type { PaperAnswer } from '@entente/contract/dossier';
import {
  OBLIGATION_CATEGORIES,
  type ObligationReading,
  obligationReading,
  type ObligationState,
} from '@entente/core/lifecycle';
import { type ObligationSearch, OPEN } from '../../../../lib/obligation-search.ts';
import { ofKind } from '../../../../lib/papers.ts';
import type { ObligationPaper } from './obligation-figures.tsx';

/** Nobody, as a choice of who sees to it. */
export const NOBODY = 'nobody';
/** An obligation with how it stands on the day that is read. */
export type ObligationRow = { readonly paper: ObligationPaper; readonly reading: ObligationReading };

const URGENCY: readonly ObligationState[] = ['overdue', 'in-dispute', 'upcoming', 'pending', 'completed', 'terminated'];

/** The most urgent first, then by the next date. */
export function obligationRows(papers: readonly PaperAnswer[], day: string): readonly ObligationRow[] {
  const order = ({ reading: { state } }: ObligationRow): number => URGENCY.indexOf(state);
  const dueOf = ({ reading: { nextDue } }: ObligationRow): string => nextDue ?? '9999';
  return ofKind(papers, 'obligation')
    .map((paper): ObligationRow => ({ paper, reading: obligationReading(paper.content, day) }))
    .sort((one, other) => order(one) - order(other) || (dueOf(one) < dueOf(other) ? -1 : 1));
}

/** What a category is chosen by: the firm's own words where it has them. */
export const categoryOf = ({ content: { ownCategory, category } }: ObligationPaper): string =>
  ownCategory === null ? category : `:${ownCategory}`;

/** A known category, or one in the firm's own words. */
export const isKnownCategory = (category: string): category is (typeof OBLIGATION_CATEGORIES)[number] =>
  (OBLIGATION_CATEGORIES as readonly string[]).includes(category);

const isOver = (state: ObligationState): boolean => state === 'completed' || state === 'terminated';

/** The rows that the choices leave. */
export const chosenRows = (
  rows: readonly ObligationRow[],
  { state, side, category, holder }: ObligationSearch,
): readonly ObligationRow[] =>
  rows.filter(({ paper, reading }) => {
    const { content } = paper;
    if (state === OPEN ? isOver(reading.state) : state !== undefined && reading.state !== state) return false;
    if (side !== undefined && content.side !== side) return false;
    if (category !== undefined && categoryOf(paper) !== category) return false;
    return holder === undefined || (content.holder ?? NOBODY) === holder;
  });
