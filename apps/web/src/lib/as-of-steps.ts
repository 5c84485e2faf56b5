import { type Day, EdtfDate } from '@entente/core/kernel';

/** Something dated that the as-of control can stop at. */
export type DatedEvent = { readonly date: string; readonly label: string };

/** A stop of the as-of control: the date to write, the day it reads, and what happened then. */
export type Tick = { readonly text: string; readonly day: Day; readonly labels: readonly string[] };

const PLAIN = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

/** The date to stop at so that an event has begun: its own text when plain, else the year of its earliest day. */
function stopOf(date: string): { readonly text: string; readonly day: Day } | null {
  const parsed = EdtfDate.parse(date);
  if (!parsed.ok || parsed.value.earliest === null) return null;
  const text = PLAIN.test(date) ? date : parsed.value.earliest.slice(0, 4);
  const day = EdtfDate.asOf(text);
  return day.ok ? { text, day: day.value } : null;
}

/**
 * The stops for a list of events, in order of the day they read; events of one date share a stop.
 * Events without a date give none.
 * @example ticksOf([{ date: '1995~', label: 'a' }])[0].text // => '1995'
 */
export function ticksOf(events: readonly DatedEvent[]): readonly Tick[] {
  const byText = new Map<string, { text: string; day: Day; labels: string[] }>();
  for (const event of events) {
    const stop = stopOf(event.date);
    if (!stop) continue;
    const tick = byText.get(stop.text) ?? { ...stop, labels: [] };
    if (!tick.labels.includes(event.label)) tick.labels.push(event.label);
    byText.set(stop.text, tick);
  }
  return [...byText.values()].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.text.length - b.text.length));
}

/** The next stop after a day, or the last before it; null at the ends. */
export function neighbourOf(ticks: readonly Tick[], day: Day, direction: 1 | -1): Tick | null {
  if (direction === 1) return ticks.find((tick) => tick.day > day) ?? null;
  return ticks.findLast((tick) => tick.day < day) ?? null;
}

/** The axis of the control: from the first stop's year to the last stop's or this one, whichever is later. */
export function axisOf(ticks: readonly Tick[], today: Day): { readonly from: number; readonly to: number } {
  const years = ticks.map((tick) => Number(tick.day.slice(0, 4)));
  const thisYear = Number(today.slice(0, 4));
  return { from: Math.min(...years, thisYear - 1), to: Math.max(...years, thisYear) };
}

/** Where a day lies on the axis, 0 to 1; `to` is read at its end. */
export function positionOf(day: Day, axis: { readonly from: number; readonly to: number }): number {
  const year = Number(day.slice(0, 4));
  const start = Date.UTC(year, 0, 1);
  const within = (Date.parse(day) - start) / (Date.UTC(year + 1, 0, 1) - start);
  const share = (year + within - axis.from) / (axis.to + 1 - axis.from);
  return Math.min(1, Math.max(0, share));
}

/** The stop close to a place on the axis, else the year that lies there. */
export function stopAt(
  position: number,
  ticks: readonly Tick[],
  axis: { readonly from: number; readonly to: number },
  nearness: number,
): string {
  let best: Tick | null = null;
  let distance = nearness;
  for (const tick of ticks) {
    const away = Math.abs(positionOf(tick.day, axis) - position);
    if (away <= distance) {
      best = tick;
      distance = away;
    }
  }
  const year = Math.floor(axis.from + position * (axis.to + 1 - axis.from));
  return best?.text ?? String(Math.min(axis.to, Math.max(axis.from, year)));
}
