import { type Day, EdtfDate } from '@entente/core/kernel';
import { useSearch } from '@tanstack/react-router';

/** The one date that every page reads. `text` null: today. */
export type AsOf = { readonly text: string | null; readonly day: Day };

/** The day it is for the reader, by the machine's own calendar. */
export function today(now = new Date()): Day {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Reads a date as written in the address; anything that is no date reads as today. */
export function asOfFrom(text: string | null | undefined, now: Day): AsOf {
  const day = text ? EdtfDate.asOf(text) : null;
  return text && day?.ok ? { text, day: day.value } : { text: null, day: now };
}

/** The date of the control in the top bar, as the address holds it. */
export function useAsOf(): AsOf {
  const text = useSearch({ strict: false, select: (search: { asOf?: string | undefined }) => search.asOf });
  return asOfFrom(text, today());
}
