import { headingKey } from './heading-words.ts';

/*
 * The headings of alliance files exported from SDC: one row a participant, the rows of one deal under its number. Only what
 * the register holds is mapped; the other columns are shown as left out.
 */
const HEADINGS: Readonly<Record<string, string>> = {
  deal: 'deal number | deal no | sdc deal no | sdc deal number | alliance deal number',
  name: 'deal name | alliance deal name | joint venture name | jv name | name of joint venture',
  start:
    'date effective | alliance date announced | date announced | effective date | announcement date | date completed',
  end: 'date terminated | termination date | date expired | date alliance terminated',
  status: 'status | alliance status | deal status',
  member:
    'participant | participant name | participants in venture alliance short name | participant in venture alliance | participant short name',
  country: 'participant nation | nation of participant | participant nation code',
  house:
    'participant ultimate parent | participant ultimate parent name | ultimate parent | ultimate parent name | participant parent',
  place: 'participant city | city of participant',
  role: 'participant role | role of participant',
  share:
    'ownership | ownership original | original ownership | original ownership % | ownership % original | ownership total | total ownership',
  form: 'alliance type | type of alliance | activity type | technique | alliance technique',
  regions: 'alliance nation | nation of alliance | alliance nation name',
  markets: 'alliance sic | alliance primary sic | alliance sic code | primary sic of alliance',
  activities: 'alliance activity | activity description | alliance activity description',
  objectives: 'deal text | synopsis | deal synopsis | alliance synopsis',
};

const TARGET_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(HEADINGS).flatMap(([target, words]) =>
    words.split('|').map((word) => [headingKey(word), target] as const),
  ),
);

/** What a heading of an SDC file holds, as a target of the layout `participants`; null for others. */
export const sdcTarget = (heading: string): string | null => TARGET_OF.get(headingKey(heading)) ?? null;
