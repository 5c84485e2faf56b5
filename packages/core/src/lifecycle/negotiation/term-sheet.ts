import type { Day, Problem } from '../../kernel/index.ts';
import { NO_FACTS, type PaperRule } from '../dossier/paper-rule.ts';
import type { NegotiationIssue, Negotiation } from './negotiation.ts';

export const TERM_HEADINGS = [
  'object',
  'contributions',
  'shares',
  'governance',
  'compensation',
  'exclusivity',
  'term',
  'exit',
  'confidentiality',
  'law',
] as const;
export type TermHeading = (typeof TERM_HEADINGS)[number];
export const TERM_STATES = ['open', 'agreed', 'reserved'] as const;

export type Term = {
  readonly key: string;
  readonly heading: TermHeading;
  readonly text: string;
  readonly state: (typeof TERM_STATES)[number];
  /** Null: not said yet. */
  readonly isBinding: boolean | null;
};

/** What the sides have put down of what they agree on. It is written for the other side's eyes too. */
export type TermSheet = {
  readonly title: string;
  readonly on: Day | null;
  readonly parties: readonly string[];
  readonly terms: readonly Term[];
};

/** What both sides know of an agreement: nothing that either wants of it, or would walk away at. */
export type Agreement = {
  readonly on: Day;
  readonly parties: readonly string[];
  readonly values: readonly {
    readonly issue: string;
    readonly name: string;
    readonly topic: NegotiationIssue['topic'];
    /** The number with its unit, or the name of the option. */
    readonly value: string;
  }[];
};

function valueText(issue: NegotiationIssue, value: number | string): string {
  if (issue.scale === 'options') return issue.options.find(({ key }) => key === value)?.name ?? String(value);
  return issue.unit === null ? String(value) : `${value} ${issue.unit}`;
}

/**
 * The accepted proposal of a negotiation, as both sides know it; null where none was accepted. No target, reservation, weight or
 * estimate is in it: its type has no place for one.
 * @example agreementOf({ parties: [], issues: [], proposals: [], accepted: null }) // => null
 */
export function agreementOf({ parties, issues, proposals, accepted }: Negotiation): Agreement | null {
  const proposal = proposals.find(({ key }) => key === accepted);
  if (proposal === undefined) return null;
  return {
    on: proposal.on,
    parties: parties.map(({ organisation }) => organisation),
    values: issues.flatMap((issue) => {
      const settled = proposal.values.find((each) => each.issue === issue.key);
      const { key, name, topic } = issue;
      return settled === undefined ? [] : [{ issue: key, name, topic, value: valueText(issue, settled.value) }];
    }),
  };
}

const HEADING_OF: Readonly<Record<NegotiationIssue['topic'], TermHeading>> = {
  contributions: 'contributions',
  compensation: 'compensation',
  coordination: 'governance',
  other: 'object',
};

/**
 * A first term sheet from what was agreed: a term for each issue, agreed and not said to be binding, in the order of the headings.
 * @example termSheetFrom({ on: '2026-03-02', parties: ['us', 'them'], values: [{ issue: 'a', name: 'Royalty', topic: 'compensation', value: '4 %' }] }, 'Term sheet').terms // => [{ key: 'a', heading: 'compensation', text: 'Royalty: 4 %', state: 'agreed', isBinding: null }]
 */
export function termSheetFrom({ on, parties, values }: Agreement, title: string): TermSheet {
  const terms = values.map(
    ({ issue, name, topic, value }): Term => ({
      key: issue,
      heading: HEADING_OF[topic],
      text: `${name}: ${value}`,
      state: 'agreed',
      isBinding: null,
    }),
  );
  return {
    title,
    on,
    parties,
    terms: TERM_HEADINGS.flatMap((heading) => terms.filter((term) => term.heading === heading)),
  };
}

function problems({ terms, parties }: TermSheet): readonly Problem[] {
  const twice = (list: readonly string[], at: string): readonly Problem[] =>
    list.flatMap((key, nth) =>
      list.indexOf(key) < nth
        ? [
            {
              code: 'value-refused',
              message: 'It stands here twice',
              fix: 'Keep one of the two.',
              pointer: `${at}/${nth}`,
            },
          ]
        : [],
    );
  const keys = terms.map(({ key }) => key);
  return [...twice(keys, '/terms'), ...twice(parties, '/parties')];
}

/** Open as long as a term is not agreed. */
export const TERM_SHEET: PaperRule<TermSheet> = {
  stage: 'negotiation',
  class: 'INTERNAL',
  isSingle: true,
  facts: ({ terms, parties }) => ({
    ...NO_FACTS,
    isOpen: terms.length === 0 || terms.some(({ state }) => state !== 'agreed'),
    organisations: parties,
  }),
  problems,
};
