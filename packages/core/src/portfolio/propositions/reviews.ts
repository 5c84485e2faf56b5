import type { Day } from '../../kernel/index.ts';
import type { EventKind } from '../../register/index.ts';
import type { Alliance } from '../../register/index.ts';
import { alliancesIn, eventsOf, type FirmRecord, isRecent, oncePerRecord, placingOf } from './firm-record.ts';
import { eventFact, moveFact } from './facts.ts';
import type { FindingFact } from './finding.ts';

/** What calls for a review besides the calendar (000, section 5, Proposition 1b). */
const CALLING: readonly EventKind[] = ['managers-and-employees', 'production-model'];

/** Something that called for a review of an alliance. */
export type Trigger = { readonly alliance: Alliance; readonly day: Day; readonly fact: FindingFact };

/**
 * A day some months later; the last day of the month where that month is shorter.
 * @example monthsAfter('2010-08-31', 6) // => '2011-02-28'
 */
export function monthsAfter(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  return new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(date, last.getUTCDate())))
    .toISOString()
    .slice(0, 10);
}

/** Equity alliances that run on the day, each once. */
export const runningVentures = ({ ties, day }: FirmRecord): readonly Alliance[] => [
  ...new Set(ties.filter(({ equity, to }) => equity && (to === null || to > day)).map(({ alliance }) => alliance)),
];

/** Stakes that moved, people replaced and models redesigned within the recent years, in alliances with equity. */
export const triggersOf = oncePerRecord((firm): readonly Trigger[] => {
  const ventures = new Set(runningVentures(firm).map(({ id }) => id));
  const stakes = firm.moves
    .filter(({ kind, alliance }) => ['joined', 'left', 'stake-changed'].includes(kind) && ventures.has(alliance.id))
    .filter((move) => isRecent(move, firm))
    .map((move) => ({ alliance: move.alliance, day: move.day, fact: moveFact(firm, move) }));
  const since = String(Number(firm.day.slice(0, 4)) - firm.parameters.recentYears);
  const events = eventsOf(firm)
    .filter(({ kind, date }) => kind !== null && CALLING.includes(kind) && placingOf(date, firm.day) === 'certain')
    .filter(({ date }) => (date?.latest ?? '') >= since)
    .flatMap((event) =>
      alliancesIn(firm, event)
        .filter(({ id }) => ventures.has(id))
        .map((alliance) => ({ alliance, day: event.date?.latest ?? firm.day, fact: eventFact(firm, event) })),
    );
  return [...stakes, ...events].sort((one, other) => (one.day < other.day ? -1 : 1));
});
