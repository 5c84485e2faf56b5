import {
  type AllianceRiskKind,
  type BODY_KINDS,
  type ClauseState,
  type ControlFrequency,
  type ControlKind,
  type DeadlockEnd,
  DEFAULT_CLAUSES,
  type MajorityKind,
  type OBLIGATION_CATEGORIES,
  type OBLIGATION_SIDES,
  type ObligationState,
  type Recurrence,
} from '@entente/core/lifecycle';
import type { Wording } from '@entente/core/register';
import type { I18n, MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

type Words<T extends string> = Readonly<Record<T, MessageDescriptor>>;

export const CLAUSE_STATE_WORDS: Words<ClauseState> = {
  'not-begun': msg`not begun`,
  drafted: msg`drafted`,
  agreed: msg`agreed`,
  signed: msg`signed`,
  'not-needed': msg`not needed`,
};
export const CONTROL_WORDS: Words<ControlKind> = {
  output: msg`output control`,
  behaviour: msg`behaviour control`,
  social: msg`social control`,
};
export const RISK_WORDS: Words<AllianceRiskKind> = {
  performance: msg`performance risk`,
  relationship: msg`relationship risk`,
};
export const FREQUENCY_WORDS: Words<ControlFrequency> = {
  continuous: msg`continuously`,
  weekly: msg`weekly`,
  monthly: msg`monthly`,
  quarterly: msg`quarterly`,
  'half-yearly': msg`half-yearly`,
  yearly: msg`yearly`,
  'by-event': msg`when something happens`,
};
export const BODY_WORDS: Words<(typeof BODY_KINDS)[number]> = {
  board: msg`board`,
  'steering-committee': msg`steering committee`,
  management: msg`management`,
  'working-group': msg`working group`,
  other: msg`other body`,
};
export const MAJORITY_WORDS: Words<MajorityKind> = {
  'more-than-half': msg`more than half`,
  'two-thirds': msg`two thirds`,
  'three-quarters': msg`three quarters`,
  unanimous: msg`unanimity`,
  votes: msg`a number of votes`,
};
export const END_WORDS: Words<DeadlockEnd> = {
  'status-quo': msg`everything stays as it is`,
  expert: msg`an expert decides`,
  mediation: msg`mediation`,
  arbitration: msg`arbitration`,
  'casting-vote': msg`casting vote`,
  'buy-sell': msg`buy-sell: one side names a price, the other chooses to buy or to sell`,
  'put-call': msg`option to sell or to buy at an agreed price`,
  dissolution: msg`the alliance is dissolved`,
};
export const CATEGORY_WORDS: Words<(typeof OBLIGATION_CATEGORIES)[number]> = {
  payment: msg`payment`,
  contribution: msg`contribution`,
  royalty: msg`royalty`,
  delivery: msg`delivery`,
  purchase: msg`purchase`,
  reporting: msg`reporting`,
  staffing: msg`staffing`,
  technology: msg`technology`,
  approval: msg`approval`,
  insurance: msg`insurance`,
  other: msg`other`,
};
export const SIDE_WORDS: Words<(typeof OBLIGATION_SIDES)[number]> = {
  ours: msg`ours`,
  theirs: msg`theirs`,
  joint: msg`joint`,
};
export const RECURRENCE_WORDS: Words<Recurrence> = {
  monthly: msg`monthly`,
  quarterly: msg`quarterly`,
  yearly: msg`yearly`,
};
export const STATE_WORDS: Words<ObligationState> = {
  pending: msg`pending`,
  upcoming: msg`upcoming`,
  overdue: msg`overdue`,
  completed: msg`completed`,
  terminated: msg`terminated`,
  'in-dispute': msg`in dispute`,
};

/** The choices of a list, in its order. */
export const options = <T extends string>(words: Words<T>, i18n: I18n) =>
  (Object.keys(words) as T[]).map((value) => ({ value, label: i18n._(words[value]) }));

const said = (wording: Wording, i18n: I18n): string => wording[i18n.locale as keyof Wording];

/** What a clause is called: by the default list, or by the alliance's own name. */
export function clauseName(
  { key, title }: { readonly key: string; readonly title: string | null },
  i18n: I18n,
): string {
  const known = DEFAULT_CLAUSES.find((clause) => clause.key === key);
  return known ? said(known.words, i18n) : (title ?? key);
}
