import type { Day, SourceRef } from '../../kernel/index.ts';
import type { Alliance, EventKind, Register } from '../../register/index.ts';

/** Events that call for a review before its time (000, Proposition 1b), by the kinds in which the register codes them. */
export const REVIEW_EVENTS = {
  'managers-and-employees': 'manager-replaced',
  'production-model': 'model-redesigned',
  'resource-ownership': 'stake-changed',
} as const satisfies Partial<Record<EventKind, string>>;
export type ReviewTrigger = (typeof REVIEW_EVENTS)[keyof typeof REVIEW_EVENTS];

/** What happened since the last review that calls for another. */
export type FiredEvent = {
  readonly trigger: ReviewTrigger;
  /** Slug of the event; null for a stake that changed without one. */
  readonly event: string | null;
  readonly title: string;
  /** EDTF, as the source gives it. */
  readonly date: string;
  /** Whether it lies after the last review, and not after the day of reading, on every reading of its date. */
  readonly certain: boolean;
  readonly evidence: readonly SourceRef[];
};

const lastDayOf = (year: number, month: number): number =>
  [31, year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][
    month - 1
  ] ?? 31;

/**
 * The same day some months later; the last of a shorter month.
 * @example monthsLater('2015-08-31', 6) // => '2016-02-29'
 */
export function monthsLater(day: Day, months: number): Day {
  const [year = 1, month = 1, date = 1] = day.split('-').map(Number);
  const later = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(later / 12), (later % 12) + 1];
  const toDate = Math.min(date, lastDayOf(toYear, toMonth));
  const padded = (value: number, length: number): string => String(value).padStart(length, '0');
  return `${padded(toYear, 4)}-${padded(toMonth, 2)}-${padded(toDate, 2)}`;
}

type Dated = { readonly text: string; readonly earliest: Day | null; readonly latest: Day | null };

/** Whether a date may lie after one day and has begun by another; null: it does not. */
function between(date: Dated, after: Day, until: Day): { readonly certain: boolean } | null {
  const { earliest, latest } = date;
  if ((latest !== null && latest <= after) || (earliest !== null && earliest > until)) return null;
  return { certain: earliest !== null && latest !== null && earliest > after && latest <= until };
}

function toldBy(register: Register, kind: 'event' | 'stake', id: string): SourceRef[] {
  const claims = register.claimsOn(kind, id).filter(({ rank, value }) => rank !== 'deprecated' && value !== 'false');
  return [...new Map(claims.map(({ source, place }) => [`${source} ${place}`, { source, place }])).values()];
}

/** What happened to an alliance or its venture between two days that calls for a review: events, and stakes that began. */
export function firedEvents(register: Register, alliance: Alliance, after: Day, until: Day): readonly FiredEvent[] {
  const concerns = ({ kind, id }: { readonly kind: string; readonly id: string }): boolean =>
    kind === 'alliance' ? id === alliance.id : id === alliance.venture;
  const events = register.events.flatMap((event): FiredEvent[] => {
    const trigger = event.kind === null ? undefined : REVIEW_EVENTS[event.kind as keyof typeof REVIEW_EVENTS];
    const at = event.date === null ? null : between(event.date, after, until);
    if (trigger === undefined || at === null || event.date === null || !event.about.some(concerns)) return [];
    const told = { event: event.slug, title: event.title ?? event.slug, date: event.date.text };
    return [{ trigger, ...told, ...at, evidence: toldBy(register, 'event', event.id) }];
  });
  const stakes = register.stakesIn(alliance.id).flatMap((stake): FiredEvent[] => {
    const at = stake.from === null || stake.issuer !== alliance.venture ? null : between(stake.from, after, until);
    if (at === null || stake.from === null) return [];
    const holder = stake.holder === null ? null : register.organisation(stake.holder);
    const title = holder?.name ?? holder?.slug ?? stake.holders ?? '';
    const told = { trigger: 'stake-changed' as const, event: null, title, date: stake.from.text };
    return [{ ...told, ...at, evidence: toldBy(register, 'stake', stake.id) }];
  });
  return [...events, ...stakes].sort((one, other) =>
    `${one.date} ${one.title}` < `${other.date} ${other.title}` ? -1 : 1,
  );
}
