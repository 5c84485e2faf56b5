import type { ReviewAlert, ReviewState, ToldMisalignment } from '@entente/core/portfolio';
import { useLingui } from '@lingui/react/macro';
import { useWords } from '../../../../lib/use-words.ts';
import { dateWords } from '../../../../ui/date-text.tsx';

const DECIMALS = 2;

/** A decimal text cut for the eye; the inspector has it whole. */
export function shortened(decimal: string): string {
  const places = decimal.split('.')[1]?.length ?? 0;
  return places > DECIMALS ? Number(decimal).toFixed(DECIMALS) : decimal;
}

/** What the pages of reviews say, in the reader's language. */
export function useReviewWords() {
  const { t, i18n } = useLingui();
  const words = useWords();
  const points = (decimal: string): string => t`${words.number(shortened(decimal))} points`;
  return {
    points,
    percent: (decimal: string): string => words.percent(shortened(decimal)),
    state(state: ReviewState): string {
      switch (state) {
        case 'draft':
          return t`draft`;
        case 'submitted':
          return t`handed in`;
        case 'decided':
          return t`decided`;
        case 'withdrawn':
          return t`withdrawn`;
      }
    },
    /** Null: nothing is known. */
    misalignment({ points: exact, atLeast, atMost }: ToldMisalignment): string | null {
      if (exact !== null) return points(exact);
      if (atLeast === null || atMost === null) return null;
      return t`${words.number(shortened(atLeast))} to ${words.number(shortened(atMost))} points`;
    },
    alert(alert: ReviewAlert, limit: number): string {
      if (alert.code === 'overdue') {
        const due = dateWords(alert.due, i18n);
        return alert.never ? t`never reviewed; due since ${due}` : t`review overdue since ${due}`;
      }
      if (alert.code === 'misaligned') {
        const most = points(alert.points);
        return alert.certain ? t`over ${limit} points` : t`may be over ${limit} points: up to ${most}`;
      }
      const date = dateWords(alert.date, i18n);
      switch (alert.trigger) {
        case 'manager-replaced':
          return t`managers or employees replaced, ${date}: ${alert.title}`;
        case 'model-redesigned':
          return t`production model changed, ${date}: ${alert.title}`;
        case 'stake-changed':
          return t`ownership changed, ${date}: ${alert.title}`;
      }
    },
    /** Words for the default criteria, which the product names; others as they were written. */
    criterion(key: string, name: string): string {
      if (key === 'management' && name === 'Management') return t`Management`;
      if (key === 'technology' && name === 'Technology') return t`Technology`;
      return key === 'order-quantity' && name === 'Order quantity' ? t`Order quantity` : name;
    },
  };
}
