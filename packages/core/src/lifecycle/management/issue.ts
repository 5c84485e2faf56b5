import type { Day, Problem } from '../../kernel/index.ts';
import type { Wording } from '../../register/index.ts';
import { daysBetween } from '../days.ts';
import { NO_FACTS, type PaperRule } from '../dossier/paper-rule.ts';
import { repeatedParts } from './meeting.ts';

export const ISSUE_SEVERITIES = ['low', 'medium', 'high'] as const;
export const ISSUE_STATES = ['open', 'resolved', 'dropped'] as const;

/** Whoever an issue goes to next, and how long it may stay there. */
export type EscalationRung = {
  readonly key: string;
  readonly name: string;
  /** Calendar days after which it goes up; null: it stays. */
  readonly days: number | null;
};

/** Something between the two sides that has to be settled. */
export type Issue = {
  readonly title: string;
  readonly text: string | null;
  readonly raised: Day;
  readonly by: string | null;
  readonly holder: string | null;
  readonly severity: (typeof ISSUE_SEVERITIES)[number];
  readonly ladder: readonly EscalationRung[];
  /** The rung on which it is, by key, and the day on which it came there. */
  readonly rung: string;
  readonly since: Day;
  readonly state: (typeof ISSUE_STATES)[number];
  readonly resolution: string | null;
  readonly settled: Day | null;
};

const w = (en: string, ja: string, zhHant: string): Wording => ({ en, ja, 'zh-Hant': zhHant });

/** The ladder that a new issue begins with, to be changed for each; the days are a default of this product. */
export const DEFAULT_LADDER: readonly { readonly key: string; readonly name: Wording; readonly days: number | null }[] =
  [
    { key: 'working-level', name: w('Working level', '実務レベル', '執行層級'), days: 7 },
    { key: 'alliance-managers', name: w('Alliance managers', 'アライアンス・マネジャー', '聯盟經理'), days: 14 },
    { key: 'sponsors', name: w('Executive sponsors', '役員スポンサー', '高階支持者'), days: 21 },
    { key: 'board', name: w('Board', '取締役会', '董事會'), days: null },
  ];

const refused = (message: string, fix: string, pointer: string): Problem => ({
  code: 'value-refused',
  message,
  fix,
  pointer,
});

function issueProblems({ ladder, rung, raised, since, state, settled }: Issue): readonly Problem[] {
  return [
    ...(ladder.some(({ key }) => key === rung)
      ? []
      : [refused('The ladder has no such rung', 'Choose a rung of the ladder.', '/rung')]),
    ...(since < raised
      ? [
          refused(
            'It came to its rung before it was raised',
            'Give the day on which it was raised, or a later one.',
            '/since',
          ),
        ]
      : []),
    ...(state === 'open' && settled !== null
      ? [refused('What is open was settled on no day', 'Leave the day out, or say how it was settled.', '/settled')]
      : []),
    ...(settled !== null && settled < raised
      ? [refused('It was settled before it was raised', 'Give a later day.', '/settled')]
      : []),
    ...repeatedParts(ladder),
  ];
}

const rungOf = ({ ladder, rung }: Pick<Issue, 'ladder' | 'rung'>): EscalationRung | undefined =>
  ladder.find(({ key }) => key === rung);

const MILLISECONDS_A_DAY = 86_400_000;
const dayAfter = (day: Day, days: number | null): Day | null =>
  days === null
    ? null
    : new Date(Date.parse(`${day}T00:00:00Z`) + days * MILLISECONDS_A_DAY).toISOString().slice(0, 10);

/** Issues are open until they are resolved or dropped. */
export const ISSUE: PaperRule<Issue> = {
  stage: 'management',
  class: 'INTERNAL',
  isSingle: false,
  facts: (issue) => {
    const isOpen = issue.state === 'open';
    return {
      ...NO_FACTS,
      due: isOpen ? dayAfter(issue.since, rungOf(issue)?.days ?? null) : null,
      isOpen,
      holder: issue.holder,
      people: issue.holder === null ? [] : [issue.holder],
    };
  },
  problems: issueProblems,
};

/** Where an issue should be by now. */
export type Escalation = {
  /** The rung on which it should be, by key. */
  readonly rung: string;
  /** The day from which it should be on a higher rung than it is; null: it is where it should be. */
  readonly due: Day | null;
  /** Days since then. */
  readonly daysOverdue: number | null;
};

/**
 * On which rung an open issue should be on a day: it stays the days of each rung from the day on which it came there, and then
 * goes up, rung by rung; the last one and one without days keep it. Going up early begins the days of that rung.
 * Null: it is settled, or its rung is none of its ladder.
 * @example
 * escalationOf({ ladder: [{ key: 'a', name: 'Team', days: 7 }, { key: 'b', name: 'Board', days: null }], rung: 'a',
 *   since: '2026-11-01', state: 'open' }, '2026-11-10') // => { rung: 'b', due: '2026-11-08', daysOverdue: 2 }
 */
export function escalationOf(
  { ladder, rung, since, state }: Pick<Issue, 'ladder' | 'rung' | 'since' | 'state'>,
  today: Day,
): Escalation | null {
  const start = ladder.findIndex(({ key }) => key === rung);
  if (state !== 'open' || start < 0) return null;
  let at = start;
  let until = dayAfter(since, ladder[at]?.days ?? null);
  const first = until;
  while (until !== null && until <= today && at + 1 < ladder.length) {
    at += 1;
    until = dayAfter(until, ladder[at]?.days ?? null);
  }
  const isBehind = at > start && first !== null;
  return {
    rung: ladder[at]?.key ?? rung,
    due: isBehind ? first : null,
    daysOverdue: isBehind ? daysBetween(first, today) : null,
  };
}
