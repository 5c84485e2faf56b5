import { type Day, EdtfDate, type PeriodEnd } from '../kernel/index.ts';
import type { Register } from '../register/index.ts';
import type { OwnSide } from './own-side.ts';

/** The latest day that any dated fact about the firm, its alliances or their ventures begins or ends on; null if none. */
export function lastFactOf(register: Register, own: OwnSide): Day | null {
  let last: Day | null = null;
  const see = (date: EdtfDate | PeriodEnd | null): void => {
    if (typeof date !== 'object' || date === null) return;
    const day = date.earliest ?? date.latest;
    if (day !== null && (last === null || day > last)) last = day;
  };
  const seePeriod = (row: { from: EdtfDate | null; to: PeriodEnd }): void => {
    see(row.from);
    see(row.to);
  };
  const alliances = new Set(own.alliances.map((alliance) => alliance.id));
  const concerns = (subject: { kind: string; id: string }): boolean =>
    subject.kind === 'alliance' ? alliances.has(subject.id) : own.notPartners.has(subject.id);
  for (const alliance of own.alliances) {
    see(alliance.start);
    see(alliance.end);
    for (const row of register.membershipsOf(alliance.id)) seePeriod(row);
    for (const row of register.stakesIn(alliance.id)) seePeriod(row);
    for (const row of register.resourcesIn(alliance.id)) seePeriod(row);
    for (const row of register.domainsOf(alliance.id)) seePeriod(row);
  }
  for (const event of register.events) if (event.about.some(concerns)) see(event.date);
  for (const measure of register.measures) if (concerns(measure.of)) see(measure.date);
  return last;
}

/** The day on which a firm is read: the asked one, else the last day of the year of its last fact. */
export function dayToRead(register: Register, own: OwnSide, asked: Day | null): Day {
  if (asked !== null) return asked;
  const last = lastFactOf(register, own);
  return EdtfDate.lastDayOf(last === null ? 1 : EdtfDate.yearOf(last));
}
