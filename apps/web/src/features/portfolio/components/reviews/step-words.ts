import type { ReviewDifferenceAnswer, ReviewStepAnswer } from '@entente/contract/portfolio';
import { useLingui } from '@lingui/react/macro';
import { useWords } from '../../../../lib/use-words.ts';
import { dateWords } from '../../../../ui/date-text.tsx';
import { useReviewWords } from './review-words.ts';

/** The steps of a review and what they made different, in the reader's language. */
export function useStepWords() {
  const { t, i18n } = useLingui();
  const words = useWords();
  const said = useReviewWords();
  const none = t`nothing`;
  const classWords = (text: string): string =>
    text === 'NEVER' ? t`owners, administrators and managers` : t`everybody of the firm`;

  /** A value as the field it is of writes it. */
  const valueOf = (field: ReviewDifferenceAnswer['field'], text: string | null): string => {
    if (text === null) return none;
    switch (field) {
      case 'date':
        return dateWords(text, i18n);
      case 'class':
        return classWords(text);
      case 'equity':
      case 'part':
        return words.percent(text);
      default:
        return text;
    }
  };

  /** What a difference is about. */
  const aboutOf = ({ field, criterion, members }: ReviewDifferenceAnswer): string => {
    const who = words.listed(members.map(({ name }) => name));
    const what = criterion === null ? '' : said.criterion(criterion.key, criterion.name);
    switch (field) {
      case 'date':
        return t`Day of the review`;
      case 'class':
        return t`Shown to`;
      case 'criterion':
        return t`Criterion`;
      case 'weight':
        return t`Weight of ${what}`;
      case 'member':
        return t`Member`;
      case 'equity':
        return t`Equity: ${who}`;
      case 'part':
        return t`${what}, ${who}`;
      case 'note':
        return t`${what}, ${who}: note`;
      case 'source':
        return t`${what}, ${who}: source`;
      case 'place':
        return t`${what}, ${who}: place`;
      case 'worth':
        return t`Worth of ${who}`;
      case 'proposal':
        return t`Proposal handed in`;
    }
  };

  return {
    number: (version: number): string => words.count(version),
    title({ kind, undoes }: ReviewStepAnswer): string {
      switch (kind) {
        case 'begun':
          return t`Begun`;
        case 'recorded':
          return t`As it stood`;
        case 'changed':
          return t`Draft changed`;
        case 'submitted':
          return t`Handed in`;
        case 'decided':
          return t`Decided`;
        case 'withdrawn':
          return t`Withdrawn`;
        case 'signed':
          return t`Signed`;
        case 'undone':
          return undoes === null ? t`Undone` : t`Step ${undoes} undone`;
      }
    },
    difference(difference: ReviewDifferenceAnswer): string {
      const { field, from, to } = difference;
      const [about, was, is] = [aboutOf(difference), valueOf(field, from), valueOf(field, to)];
      if (from === null) return t`${about}: ${is}`;
      return to === null ? t`${about}: ${was} removed` : t`${about}: ${was} → ${is}`;
    },
  };
}
