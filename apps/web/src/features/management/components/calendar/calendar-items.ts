import type { LifecycleBoardAnswer } from '@entente/contract/lifecycle';
import type { PaperAnswer } from '@entente/contract/dossier';
import { localTimeAt, meetingTime, paperTitle } from '@entente/core/lifecycle';
import { ownTimeZone } from '../zones.ts';

/** Something that stands in the calendar, on the reader's own clock. */
export type CalendarItem = {
  readonly id: string;
  readonly kind: string;
  /** The day on which it is for the reader. */
  readonly day: string;
  /** The time at which it begins for the reader; null: the day as a whole. */
  readonly time: string | null;
  readonly title: string | null;
  readonly alliance: { readonly slug: string; readonly name: string };
  /** Members whom it names, the holder among them. */
  readonly people: readonly string[];
  readonly isOpen: boolean;
  /** Of a gate: the stage. */
  readonly stage: string | null;
};

function paperItem(paper: PaperAnswer): CalendarItem | null {
  const { content, due, isOpen, alliance, kind, id } = paper;
  if (content === null || due === null || !(isOpen || kind === 'meeting')) return null;
  const time = content.kind === 'meeting' ? meetingTime(content) : null;
  const local = time === null ? null : localTimeAt(time.start, ownTimeZone());
  const slug = alliance.slug ?? alliance.id;
  return {
    id,
    kind,
    day: local?.slice(0, 10) ?? due,
    time: local?.slice(11) ?? null,
    title: paperTitle(content),
    alliance: { slug, name: alliance.name ?? slug },
    people: paper.people.map((person) => person.id),
    isOpen,
    stage: null,
  };
}

/** What is called and due: papers with a day, and the gates that alliances are to pass. */
export function calendarItems(
  papers: readonly PaperAnswer[],
  board: LifecycleBoardAnswer | undefined,
): readonly CalendarItem[] {
  const gates = (board?.alliances ?? []).flatMap(({ slug, name, state, stage, due, gate }): readonly CalendarItem[] =>
    due === null || state !== 'open'
      ? []
      : [
          {
            id: `gate ${slug}`,
            kind: 'gate',
            day: due,
            time: null,
            title: null,
            alliance: { slug, name: name ?? slug },
            people: gate.awaited.map(({ key }) => key),
            isOpen: true,
            stage,
          },
        ],
  );
  return [...papers.flatMap((paper) => paperItem(paper) ?? []), ...gates].toSorted((one, other) =>
    `${one.day} ${one.time ?? ''}` < `${other.day} ${other.time ?? ''}` ? -1 : 1,
  );
}

const DAY = 86_400_000;
const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

/** The month of a day: `2026-11`. */
export const monthOf = (day: string): string => day.slice(0, 7);

/** Another month, so many further. */
export function monthAfter(month: string, months: number): string {
  const [year = 0, nth = 1] = month.split('-').map(Number);
  return dayOf(Date.UTC(year, nth - 1 + months, 1)).slice(0, 7);
}

/** The days of a month in whole weeks from Monday to Sunday. */
export function daysOfMonth(month: string): readonly string[] {
  const first = at(`${month}-01`);
  const weekday = (new Date(first).getUTCDay() + 6) % 7;
  const after = at(`${monthAfter(month, 1)}-01`);
  const length = Math.ceil(((after - first) / DAY + weekday) / 7) * 7;
  return Array.from({ length }, (_, nth) => dayOf(first + (nth - weekday) * DAY));
}
