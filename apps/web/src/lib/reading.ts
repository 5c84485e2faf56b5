import { type Day, EdtfDate, Period } from '@entente/core/kernel';

/** How a dated row stands on a day; `uncertain` where the day lies within a vague date of either end. */
export type Standing = {
  readonly when: 'before' | 'active' | 'after';
  readonly uncertain: boolean;
};

/** Reads `from` and `to` as the API writes them: `from` null is unknown, `to` is `..` (open), `unknown` or a date. */
export function standingOn(from: string | null, to: string, day: Day): Standing {
  const period = Period.parse(from, to);
  if (!period.ok) return { when: 'active', uncertain: true };
  const { active, uncertain } = Period.on(period.value, day);
  if (active) return { when: 'active', uncertain };
  const start = period.value.from?.earliest ?? null;
  return { when: start !== null && start > day ? 'before' : 'after', uncertain };
}

/** Whether a date has come by a day, in its earliest reading; what has no date counts as come. */
export function hasCome(date: string | null, day: Day): boolean {
  if (date === null) return true;
  const parsed = EdtfDate.parse(date);
  return !parsed.ok || parsed.value.earliest === null || parsed.value.earliest <= day;
}

/** The first day a date may mean, to sort by; null when it has none. */
export function firstDay(date: string | null): Day | null {
  if (date === null) return null;
  const parsed = EdtfDate.parse(date);
  return parsed.ok ? (parsed.value.earliest ?? parsed.value.latest) : null;
}
