import type { Day, Problem } from '../../kernel/index.ts';
import { dayAfter, dayAfterMonths, daysLate } from '../days.ts';
import { type PaperRule } from '../dossier/paper-rule.ts';
import { type Amount, amountSum } from './amounts.ts';
import { daysReversed, repeatedParts } from './part-keys.ts';

export const OBLIGATION_CATEGORIES = [
  'payment',
  'contribution',
  'royalty',
  'delivery',
  'purchase',
  'reporting',
  'staffing',
  'technology',
  'approval',
  'insurance',
  'other',
] as const;
export const OBLIGATION_SIDES = ['ours', 'theirs', 'joint'] as const;
export const RECURRENCES = ['monthly', 'quarterly', 'yearly'] as const;
export type Recurrence = (typeof RECURRENCES)[number];

export const OBLIGATION_STATES = ['pending', 'upcoming', 'overdue', 'completed', 'terminated', 'in-dispute'] as const;
export type ObligationState = (typeof OBLIGATION_STATES)[number];

/** That an obligation was met, once. */
export type Fulfilment = {
  readonly key: string;
  /** The day on which it was due; null for one without a date. */
  readonly due: Day | null;
  /** When it was met. */
  readonly on: Day;
  readonly words: string | null;
};

/** What a side has undertaken to do. */
export type Obligation = {
  readonly title: string;
  readonly category: (typeof OBLIGATION_CATEGORIES)[number];
  /** A category of the firm's own, in its words. */
  readonly ownCategory: string | null;
  /** Null: not financial. An amount that is not known is null. Each time, where it recurs. */
  readonly financial: { readonly amount: Amount | null; readonly currency: string | null } | null;
  readonly side: (typeof OBLIGATION_SIDES)[number];
  /** Who has to do it. */
  readonly organisations: readonly string[];
  /** By when, the first time; null: no date is known. */
  readonly due: Day | null;
  readonly recurs: Recurrence | null;
  /** The last day on which it may still be due; null: without end. */
  readonly until: Day | null;
  /** How many days before it is told as upcoming. */
  readonly reminderDays: number;
  /** A member of the workspace who sees to it. */
  readonly holder: string | null;
  /** Key of the clause it comes from, and where that stands. */
  readonly clause: string | null;
  readonly reference: string | null;
  readonly met: readonly Fulfilment[];
  /** What ended it or holds it up; null: nothing. */
  readonly standing: { readonly state: 'terminated' | 'in-dispute'; readonly on: Day; readonly words: string } | null;
};

const MONTHS: Readonly<Record<Recurrence, number>> = { monthly: 1, quarterly: 3, yearly: 12 };
/** So many times at most are looked through: monthly for a hundred years. */
const MOST_TIMES = 1200;

type Dated = Pick<Obligation, 'due' | 'recurs' | 'until'>;

/** The day on which it is due for the n-th time, the first being 0; null: it is not. */
function dueFor({ due, recurs, until }: Dated, n: number): Day | null {
  if (due === null || (recurs === null && n > 0)) return null;
  // Told from the first day each time: after the 31st of January and the 29th of February comes the 31st of March.
  const day = recurs === null ? due : dayAfterMonths(due, n * MONTHS[recurs]);
  return until !== null && day > until ? null : day;
}

/**
 * The days on which an obligation is due, up to a number of times.
 * @example dueDays({ due: '2024-01-31', recurs: 'monthly', until: null }, 3) // => ['2024-01-31', '2024-02-29', '2024-03-31']
 */
export function dueDays(obligation: Dated, times: number): readonly Day[] {
  const days: Day[] = [];
  for (let n = 0; n < times; n += 1) {
    const day = dueFor(obligation, n);
    if (day === null) return days;
    days.push(day);
  }
  return days;
}

/** The first day on which it is due and was not met; null: none, or no date is known. */
export function nextDue(obligation: Pick<Obligation, 'due' | 'recurs' | 'until' | 'met'>): Day | null {
  const met = new Set(obligation.met.map(({ due }) => due));
  for (let n = 0; n < MOST_TIMES; n += 1) {
    const day = dueFor(obligation, n);
    if (day === null || !met.has(day)) return day;
  }
  return null;
}

export type ObligationReading = {
  readonly state: ObligationState;
  readonly nextDue: Day | null;
  /** Days since it was due; null: it is not late. */
  readonly daysLate: number | null;
  /** The day from which it is told as upcoming. */
  readonly remindedFrom: Day | null;
  /** Nobody says by when. */
  readonly isUndated: boolean;
};

function stateOf(obligation: Obligation, next: Day | null, today: Day): ObligationState {
  const { standing, met, due, reminderDays } = obligation;
  if (standing !== null) return standing.state;
  if (next === null) return due !== null || met.length > 0 ? 'completed' : 'pending';
  if (next < today) return 'overdue';
  return dayAfter(next, -reminderDays) <= today ? 'upcoming' : 'pending';
}

/**
 * How an obligation stands on a day. What was terminated or is in dispute stays so until somebody says otherwise; else it is
 * completed once it was met each time, overdue from the day after it was due, upcoming from as many days before as it is to be
 * recalled, and pending until then. One without a date is pending until it is met. What happened after the day does not count yet.
 * @example
 * obligationReading({ title: 'Royalty', category: 'royalty', ownCategory: null, financial: null, side: 'ours', organisations: [],
 *   due: '2024-03-31', recurs: 'quarterly', until: null, reminderDays: 10, holder: null, clause: null, reference: null,
 *   met: [{ key: 'q1', due: '2024-03-31', on: '2024-03-28', words: null }], standing: null }, '2024-06-25').state
 * // => 'upcoming'
 */
export function obligationReading(obligation: Obligation, today: Day): ObligationReading {
  const { met, standing } = obligation;
  const known = {
    ...obligation,
    met: met.filter(({ on }) => on <= today),
    standing: standing !== null && standing.on <= today ? standing : null,
  };
  const next = nextDue(known);
  const state = stateOf(known, next, today);
  return {
    state,
    nextDue: next,
    daysLate: state === 'overdue' ? daysLate(next, today) : null,
    remindedFrom: next === null ? null : dayAfter(next, -obligation.reminderDays),
    isUndated: obligation.due === null,
  };
}

/** What obligations come to in one currency, each counted once at its next date. */
export type CurrencyTotal = { readonly currency: string; readonly amount: Amount; readonly count: number };

/**
 * Exact totals by currency; currencies are never added to each other. Beside them the number of financial obligations of which
 * amount or currency is unknown.
 * @example obligationTotals([{ financial: { amount: '0.1', currency: 'USD' } }, { financial: { amount: null, currency: 'USD' } }])
 * // => { totals: [{ currency: 'USD', amount: '0.1', count: 1 }], unknown: 1 }
 */
export function obligationTotals(obligations: readonly Pick<Obligation, 'financial'>[]): {
  readonly totals: readonly CurrencyTotal[];
  readonly unknown: number;
} {
  const amounts = new Map<string, Amount[]>();
  let unknown = 0;
  for (const { financial } of obligations) {
    if (financial === null) continue;
    const { amount, currency } = financial;
    if (amount === null || currency === null) unknown += 1;
    else amounts.set(currency, [...(amounts.get(currency) ?? []), amount]);
  }
  const totals = [...amounts].map(([currency, list]) => ({ currency, amount: amountSum(list), count: list.length }));
  return { totals: totals.sort((one, other) => (one.currency < other.currency ? -1 : 1)), unknown };
}

function occurrenceProblems(obligation: Obligation): readonly Problem[] {
  const { due, recurs, until, met } = obligation;
  const refusal = (message: string, fix: string, pointer: string): Problem => ({
    code: 'obligation-occurrence',
    message,
    fix,
    pointer,
  });
  if (recurs !== null && due === null)
    return [refusal('It recurs from no day on', 'Give the first day on which it is due.', '/due')];
  if (recurs === null && until !== null)
    return [refusal('It ends, but does not recur', 'Say how often it recurs, or leave the end out.', '/until')];
  const days = new Set<Day | null>(due === null ? [null] : dueDays(obligation, MOST_TIMES));
  return met.flatMap(({ due: day }, place) => {
    const isTwice = met.findIndex((each) => each.due === day) !== place;
    if (days.has(day) && !isTwice) return [];
    return [
      refusal(
        isTwice ? 'It is met twice for one day' : 'It was not due on that day',
        'Tell each time it was met once, by a day on which it was due.',
        `/met/${place}/due`,
      ),
    ];
  });
}

const amountWithoutCurrency: Problem = {
  code: 'amount-without-currency',
  message: 'The amount has no currency',
  fix: 'Give the currency of the amount.',
  pointer: '/financial/currency',
};

/** What a side has undertaken; due is the next day on which it was not met. */
export const OBLIGATION: PaperRule<Obligation> = {
  stage: 'design',
  class: 'INTERNAL',
  isSingle: false,
  facts: (content) => {
    const { holder, organisations, standing, due, met } = content;
    const next = nextDue(content);
    return {
      due: next,
      isOpen: standing?.state !== 'terminated' && (next !== null || (due === null && met.length === 0)),
      holder,
      people: holder === null ? [] : [holder],
      organisations,
    };
  },
  problems: (content) => {
    const { due, until, met, financial } = content;
    return [
      ...repeatedParts(met, '/met'),
      ...daysReversed(due, until, '/until'),
      ...occurrenceProblems(content),
      ...(financial !== null && financial.amount !== null && financial.currency === null
        ? [amountWithoutCurrency]
        : []),
    ];
  },
};
