import type {
  ACTION_STATES,
  ATTENDANCES,
  ContactLevel,
  HAND_OVER_STATES,
  ISSUE_SEVERITIES,
  ISSUE_STATES,
  MEETING_SIDES,
  MEETING_STATES,
} from '@entente/core/lifecycle';
import type { Wording } from '@entente/core/register';
import type { I18n, MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { plainWords } from '../../../lib/plain-words.ts';

type Words<T extends readonly string[]> = Readonly<Record<T[number], MessageDescriptor>>;

export const LEVEL_WORDS: Readonly<Record<ContactLevel, MessageDescriptor>> = {
  executive: msg`Executive level`,
  management: msg`Management level`,
  operational: msg`Operational level`,
};
export const MEETING_STATE_WORDS: Words<typeof MEETING_STATES> = {
  planned: msg`planned`,
  held: msg`held`,
  cancelled: msg`called off`,
};
export const SIDE_WORDS: Words<typeof MEETING_SIDES> = {
  ours: msg`our side`,
  theirs: msg`the partner’s side`,
  other: msg`neither side`,
};
export const ATTENDANCE_WORDS: Words<typeof ATTENDANCES> = {
  expected: msg`expected`,
  attended: msg`attended`,
  excused: msg`excused`,
  absent: msg`absent`,
};
export const SEVERITY_WORDS: Words<typeof ISSUE_SEVERITIES> = {
  low: msg`low`,
  medium: msg`medium`,
  high: msg`high`,
};
export const ISSUE_STATE_WORDS: Words<typeof ISSUE_STATES> = {
  open: msg({ message: 'open', context: 'issue' }),
  resolved: msg`resolved`,
  dropped: msg`dropped`,
};
export const ACTION_STATE_WORDS: Words<typeof ACTION_STATES> = {
  open: msg`to do`,
  done: msg`done`,
  dropped: msg`dropped`,
};
export const HAND_OVER_STATE_WORDS: Words<typeof HAND_OVER_STATES> = {
  open: msg`outstanding`,
  done: msg`handed over`,
  'not-needed': msg`not needed`,
};

const KIND_WORDS: Readonly<Record<string, MessageDescriptor>> = {
  meeting: msg`Meeting`,
  action: msg({ message: 'Action', context: 'to do' }),
  issue: msg`Issue`,
  'hand-over': msg`Launch hand-over`,
  obligation: msg`Obligation`,
  gate: msg`Gate`,
};

/** What a kind of paper is called. */
export const kindWords = (kind: string, i18n: I18n): string => {
  const known = KIND_WORDS[kind];
  return known ? i18n._(known) : plainWords(kind);
};

/** Wording of the core in the reader's language. */
export const said = (wording: Wording, i18n: I18n): string => wording[i18n.locale as keyof Wording];

/** The options of a choice in the reader's language. */
export const options = (words: Readonly<Record<string, MessageDescriptor>>, i18n: I18n) =>
  Object.entries(words).map(([value, label]) => ({ value, label: i18n._(label) }));
