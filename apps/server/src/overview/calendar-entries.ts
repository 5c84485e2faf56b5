import type { PaperContent } from '@entente/contract/dossier';
import type { CalendarFeedMaking } from '@entente/contract/calendar';
import { groupedBy } from '@entente/core/kernel';
import type { CalendarEntry } from '@entente/core/interchange';
import { type Meeting, meetingTime, paperTitle, SEVEN_STAGES, standingOf } from '@entente/core/lifecycle';
import { factsOf } from '../dossier/paper-kinds.ts';
import { recordedBy } from '../lifecycle/recorded-steps.ts';
import type { AddressedFeed, DatedRow, DevelopingRow } from './calendar-feeds.store.ts';

/** Whose calendar it is, and where its pages are. */
export type CalendarPlace = {
  readonly feed: Pick<AddressedFeed, 'workspaceId' | 'ownerId' | 'ownOnly' | 'language'>;
  /** Address of the workspace's pages; null where the server does not know its own. */
  readonly home: string | null;
};
type Language = CalendarFeedMaking['language'];

const MEETING_REMINDER = 30;
const A_DAY = 1440;
const GATE_WORDS: Readonly<Record<Language, string>> = { en: 'Gate', ja: 'ゲート', 'zh-Hant': '關卡' };

const isNamed = (content: PaperContent, person: string): boolean => {
  const { holder, people } = factsOf(content);
  return holder === person || people.includes(person);
};

const named = (title: string, alliance: string | null): string =>
  alliance === null ? title : `${title} · ${alliance}`;

function meetingDescription({ agenda, link, notes }: Meeting): string | null {
  const items = agenda.map(({ topic, minutes }) => (minutes === null ? topic : `${topic} (${minutes}′)`));
  const lines = [...items, ...(link === null ? [] : [link]), ...(notes === null ? [] : [notes])];
  return lines.length === 0 ? null : lines.join('\n');
}

function paperEntry({ home, feed }: CalendarPlace, row: DatedRow): CalendarEntry {
  const { content, due } = row;
  const isMeeting = content.kind === 'meeting';
  const time = isMeeting ? meetingTime(content) : null;
  return {
    uid: `${row.id}@${feed.workspaceId}.entente`,
    written: row.recordedAt.getTime(),
    revision: row.version - 1,
    // A meeting whose clocks no longer show its time stands on its day.
    time: time ?? { day: due },
    summary: named(paperTitle(content) ?? content.kind, row.alliance),
    description: isMeeting ? meetingDescription(content) : null,
    location: isMeeting ? (content.place ?? content.link) : null,
    url: home === null ? null : `${home}/alliances/${row.slug}/management`,
    categories: [content.kind],
    isCancelled: isMeeting && content.state === 'cancelled',
    remindMinutes: row.isOpen ? (time === null ? A_DAY : MEETING_REMINDER) : null,
  };
}

/** What is due of papers: the gates by which alliances are to be passed, and the papers themselves. */
export function paperEntries(place: CalendarPlace, rows: readonly DatedRow[]): readonly CalendarEntry[] {
  const { ownOnly, ownerId } = place.feed;
  return rows.filter(({ content }) => !ownOnly || isNamed(content, ownerId)).map((row) => paperEntry(place, row));
}

const stageName = (key: string, language: Language): string =>
  SEVEN_STAGES.stages.find((stage) => stage.key === key)?.name[language] ?? key;

/** The gates that alliances are to pass by a day. */
export function gateEntries(
  { feed, home }: CalendarPlace,
  rows: readonly DevelopingRow[],
  today: string,
): readonly CalendarEntry[] {
  return [...groupedBy(rows, ({ allianceId }) => allianceId)].flatMap(([alliance, steps]): readonly CalendarEntry[] => {
    const { lifecycle } = recordedBy(steps, null);
    const standing = lifecycle && standingOf(lifecycle, today, null);
    const [first] = steps;
    const last = steps.at(-1);
    if (!standing?.due || standing.state !== 'open' || first === undefined || last === undefined) return [];
    const approvers = standing.gate.approvers.map(({ approver }) => approver.key);
    if (feed.ownOnly && !approvers.includes(feed.ownerId)) return [];
    return [
      {
        uid: `gate-${alliance}-${standing.stage}@${feed.workspaceId}.entente`,
        written: last.recordedAt.getTime(),
        revision: steps.length - 1,
        time: { day: standing.due },
        summary: named(`${GATE_WORDS[feed.language]}: ${stageName(standing.stage, feed.language)}`, first.alliance),
        description: null,
        location: null,
        url: home === null ? null : `${home}/alliances/${first.slug}/lifecycle`,
        categories: ['gate'],
        isCancelled: false,
        remindMinutes: A_DAY,
      },
    ];
  });
}
