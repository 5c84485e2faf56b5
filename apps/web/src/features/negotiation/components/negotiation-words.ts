import type { PaperAnswer, PaperOf, PaperReading } from '@entente/contract/dossier';
import type { Side } from '@entente/core/lifecycle';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { useWords } from '../../../lib/use-words.ts';

export type Negotiation = PaperOf<'negotiation'>;
export type NegotiationIssue = Negotiation['issues'][number];
export type Proposal = Negotiation['proposals'][number];
export type Reading = Extract<PaperReading, { kind: 'negotiation' }>;
export type Settlement = NonNullable<Reading['frontier']['nash']>;
export type Named = PaperAnswer['organisations'];

const TOPICS: Readonly<Record<NegotiationIssue['topic'], MessageDescriptor>> = {
  contributions: msg`contributions`,
  compensation: msg`compensation`,
  coordination: msg`coordination`,
  other: msg`other`,
};
const SIDES: Readonly<Record<Side, MessageDescriptor>> = { ours: msg`our side`, theirs: msg`their side` };

const UNKNOWN = msg`unknown`;

/** Words and figures of a negotiation in the reader's language. */
export function useNegotiationWords() {
  const { i18n } = useLingui();
  const { count, listed } = useWords();
  const unknown = i18n._(UNKNOWN);
  const valueOf = (issue: NegotiationIssue, value: number | string | null): string => {
    if (value === null) return unknown;
    if (issue.scale === 'options') return issue.options.find(({ key }) => key === value)?.name ?? String(value);
    const figure = typeof value === 'number' ? count(Number(value.toPrecision(6))) : value;
    return issue.unit === null ? figure : `${figure} ${issue.unit}`;
  };
  return {
    unknown,
    topic: (topic: NegotiationIssue['topic']): string => i18n._(TOPICS[topic]),
    side: (side: Side): string => i18n._(SIDES[side]),
    value: valueOf,
    /** Two digits: estimates bear no more. */
    utility: (utility: number | null): string =>
      utility === null
        ? unknown
        : new Intl.NumberFormat(i18n.locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(
            Math.abs(utility) < 0.005 ? 0 : utility,
          ),
    percent: (part: number | null): string =>
      part === null
        ? unknown
        : new Intl.NumberFormat(i18n.locale, { style: 'percent', maximumFractionDigits: 1 }).format(part),
    issues: (issues: Negotiation['issues'], keys: readonly string[]): string =>
      listed(keys.map((key) => issues.find((issue) => issue.key === key)?.name ?? key)),
    /** What a settlement says of each issue. */
    settlement: (issues: Negotiation['issues'], values: Settlement['values']): string =>
      listed(
        issues.flatMap((issue) => {
          const settled = values.find((each) => each.issue === issue.key);
          return settled === undefined ? [] : [`${issue.name} ${valueOf(issue, settled.value)}`];
        }),
      ),
    organisation: (named: Named, id: string): string => {
      const link = named.find((each) => each.id === id);
      return link?.name ?? link?.slug ?? unknown;
    },
  };
}

/** Proposals as they are numbered on the page: in the order of time, from 1. */
export const numberOf = (reading: Reading, key: string): number =>
  reading.proposals.findIndex(({ proposal }) => proposal === key) + 1;
