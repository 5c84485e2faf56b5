import { groupedBy } from '../../kernel/index.ts';
import type { Alliance, Person, Workforce } from '../../register/index.ts';
import { eventFact, personFact, workforceFact } from './facts.ts';
import { tellsOfLoss } from './falling-words.ts';
import { count, finding, type Finding, type FindingFact } from './finding.ts';
import { alliancesIn, eventsOf, type FirmRecord, oncePerRecord, placingOf } from './firm-record.ts';
import { isOfParents } from './origins.ts';
import { runningVentures } from './reviews.ts';

type Signs = {
  readonly certain: readonly FindingFact[];
  readonly possible: readonly FindingFact[];
  readonly known: number;
};

const MANAGERS = 'managers-and-employees';

/** Workforce rows that can be placed by the day, by organisation, earliest first. */
const workforces = oncePerRecord(({ register, day }) =>
  groupedBy(
    register.workforces
      .filter((row) => placingOf(row.date, day) !== null)
      .sort((one, other) => ((one.date?.earliest ?? '') < (other.date?.earliest ?? '') ? -1 : 1)),
    ({ organisation }) => organisation,
  ),
);

const workforceAt = (firm: FirmRecord, { venture }: Alliance): readonly Workforce[] =>
  venture === null ? [] : (workforces(firm).get(venture) ?? []);

/** Whether the people of one origin became fewer: by numbers where both ends have them, else by the last row's words. */
function haveFallen(rows: readonly Workforce[]): boolean {
  const numbers = rows.flatMap(({ number }) => (number === null ? [] : [Number(number)]));
  if (numbers.length > 1) return (numbers.at(-1) ?? 0) < Math.max(...numbers);
  return tellsOfLoss(rows.at(-1)?.words ?? '');
}

function workforceSigns(firm: FirmRecord, alliance: Alliance): FindingFact[] {
  const parents = [...firm.register.membershipsOf(alliance.id)].map(({ organisation }) => organisation);
  const rows = workforceAt(firm, alliance).filter(({ origin }) =>
    isOfParents(firm.register, alliance, parents, origin),
  );
  return [...groupedBy(rows, ({ origin }) => origin.toLowerCase()).values()]
    .filter(haveFallen)
    .flatMap((of) => of.slice(-1).map((row) => workforceFact(firm, row)));
}

/** People whom a parent sent and whose time is over, when nobody of that parent came in their place. */
function dispatchSigns(firm: FirmRecord, people: readonly Person[]): FindingFact[] {
  const now = people.filter(({ from, to }) => placingOf(from, firm.day) !== null && !hasEnded(to, firm.day));
  return people
    .filter(({ to }) => hasEnded(to, firm.day))
    .filter(({ dispatchedFrom }) => now.every((person) => person.dispatchedFrom !== dispatchedFrom))
    .map((person) => personFact(firm, person));
}

const hasEnded = (to: Person['to'], day: string): boolean => typeof to === 'object' && (to.latest ?? '9') <= day;

/** Signs that people who carry what one side learns from the other have left a venture. */
export const signsOfWeakening = oncePerRecord((firm): Signs => {
  const ventures = runningVentures(firm);
  const ids = new Set(ventures.map(({ id }) => id));
  const houses = new Set(ventures.flatMap(({ venture }) => venture ?? []));
  const sent = firm.register.people.filter(({ dispatchedTo }) => dispatchedTo !== null && houses.has(dispatchedTo));
  const events = eventsOf(firm).filter(
    (event) =>
      event.kind === MANAGERS &&
      tellsOfLoss(event.title ?? '') &&
      alliancesIn(firm, event).some(({ id }) => ids.has(id)),
  );
  const dated = events.filter(({ date }) => placingOf(date, firm.day) !== null).map((event) => eventFact(firm, event));
  const rows = ventures.flatMap((alliance) => workforceSigns(firm, alliance));
  const all = [...rows, ...dispatchSigns(firm, sent), ...dated];
  const undated = events.filter(({ date }) => date === null).map((event) => eventFact(firm, event));
  const certain = all.filter(({ possible }) => !possible);
  return {
    certain: certain.length > 0 ? [...certain, ...undated] : [],
    possible: all.filter(({ possible }) => possible),
    known: ventures.flatMap((alliance) => workforceAt(firm, alliance)).length + sent.length,
  };
});

/**
 * The learning link weakens: people of a parent leave a venture, or roles that carry learning go to people of neither
 * parent. Numbers are read where there are any, else words. What no source dates counts only beside something dated;
 * a date that may lie after the day is a possible sign and decides nothing.
 * Source: Oh, Chen, Nakamoto and Liu (2024), sections 4.1.3 and 5 (China Motor, before Proposition 2a).
 */
export function learningLink(firm: FirmRecord): Finding {
  const { certain, possible, known } = signsOfWeakening(firm);
  const inputs = [count('signs-of-weakening', certain, { at: 'least', than: 1 }), count('possible-signs', possible)];
  if (certain.length > 0)
    return finding('learning-link', ['supported', 'people-leave', 'restore-learning-link'], inputs);
  if (possible.length > 0)
    return finding('learning-link', ['not-enough-data', 'people-may-leave', 'record-people'], inputs);
  return known > 0
    ? finding('learning-link', ['not-supported', 'people-stay', 'nothing-to-do'], inputs)
    : finding('learning-link', ['not-enough-data', 'people-not-recorded', 'record-people'], inputs);
}
