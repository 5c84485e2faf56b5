import type { SourceRef, SubjectKind } from '../../kernel/index.ts';
import type { ValueChainPosition } from '../../register/index.ts';
import type { ConfigurationType } from '../moves.ts';

/** The propositions of 000, section 5, by their numbers there. */
export const PROPOSITIONS = ['P1', 'P1a', 'P1b', 'P2', 'P2a', 'P2b', 'P3'] as const;

/** What is looked for by itself, beside the propositions. */
export const LONE_FINDINGS = [
  'lock-in',
  'learning-link',
  'proactive-expansion',
  'value-chain-position',
  'review-overdue',
  'equity-misaligned',
  'domain-collisions',
  'partner-diverts',
] as const;

export const FINDINGS = [...PROPOSITIONS, ...LONE_FINDINGS] as const;
export type FindingCode = (typeof FINDINGS)[number];

/** Whether the record shows what a proposition says, shows otherwise, or tells too little. */
export const VERDICTS = ['supported', 'not-supported', 'not-enough-data'] as const;
export type Verdict = (typeof VERDICTS)[number];

export const FINDING_REASONS = [
  'trust-and-renewal',
  'no-renewal',
  'no-long-alliance',
  'trust-not-recorded',
  'trusted-partners-only',
  'portfolio-went-on',
  'reviews-follow-triggers',
  'trigger-without-review',
  'no-trigger',
  'reviews-not-recorded',
  'new-partners-known-resources',
  'new-resources-with-them',
  'too-few-new-partners',
  'competence-not-recorded',
  'learning-goes-on',
  'learning-not-recorded',
  'link-weakened',
  'breadth-before-depth',
  'depth-with-breadth',
  'narrow-portfolio',
  'not-upstream',
  'position-not-recorded',
  'position-recorded',
  'room-was-made',
  'nothing-new-at-once',
  'segments-overlap',
  'too-few-pairs',
  'domains-not-judged',
  'resources-not-judged',
  'stayed-with-old-partners',
  'young-portfolio',
  'no-alliance',
  'people-leave',
  'people-may-leave',
  'people-stay',
  'people-not-recorded',
  'new-partners-sought',
  'review-late',
  'reviews-in-time',
  'over-the-limit',
  'within-the-limit',
  'contributions-not-recorded',
  'collisions-found',
  'collisions-possible',
  'no-collision',
  'partner-turned-elsewhere',
  'no-divert',
  'diverts-not-judged',
] as const;
export type FindingReason = (typeof FINDING_REASONS)[number];

export const ADVICE = [
  'nothing-to-do',
  'offer-new-resources',
  'renew-with-trusted',
  'record-contacts',
  'watch-for-lock-in',
  'keep-reviewing',
  'review-after-triggers',
  'record-reviews',
  'use-what-partners-bring',
  'seek-new-partners',
  'record-competence',
  'keep-learning-links',
  'restore-learning-link',
  'record-people',
  'record-learning',
  'turn-breadth-into-use',
  'check-breadth',
  'record-position',
  'keep-segments-apart',
  'segment-first',
  'record-domains',
  'open-the-portfolio',
  'record-alliances',
  'hold-the-review',
  'move-stakes',
  'record-contributions',
  'carve-out',
  'talk-to-the-partner',
] as const;
export type Advice = (typeof ADVICE)[number];

export const INPUT_NAMES = [
  'long-partners',
  'signs-of-trust',
  'renewals',
  'known-partner-new-resource',
  'label',
  'years-with-label',
  'new-partners',
  'known-resources-new-partner',
  'own-competence',
  'signs-of-learning',
  'signs-of-weakening',
  'possible-signs',
  'scope',
  'shaping',
  'position',
  'segmentation',
  'pairs',
  'shared-resources',
  'shared-between-ventures',
  'shared-with-new-partner',
  'new-partner-domains',
  'new-at-once',
  'triggers',
  'unreviewed',
  'reviews',
  'overdue',
  'misaligned',
  'certain-collisions',
  'possible-collisions',
  'diverts',
  'words-on-expansion',
] as const;
export type InputName = (typeof INPUT_NAMES)[number];

/** A value of an input; `unknown` is what nobody recorded, and is never zero. */
export type InputValue =
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'years'; readonly years: number }
  | { readonly kind: 'shares'; readonly from: number; readonly to: number }
  | { readonly kind: 'configuration'; readonly type: ConfigurationType }
  | { readonly kind: 'position'; readonly position: ValueChainPosition }
  | { readonly kind: 'unknown' };

/** A record that an input rests on, with what it says and who says so. */
export type FindingFact = {
  readonly record: { readonly kind: SubjectKind; readonly slug: string; readonly name: string };
  /** `kind:subject` of a resource that came with it. */
  readonly resource: string | null;
  /** The record's own words, where the rule read words. */
  readonly words: string | null;
  /** EDTF as the source gives it; null when no source dates it. */
  readonly date: string | null;
  /** The date may lie after the day read. */
  readonly possible: boolean;
  readonly disputed: boolean;
  readonly evidence: readonly SourceRef[];
};

export type FindingInput = {
  readonly name: InputName;
  readonly value: InputValue;
  /** What the rule asks of it; null where it only stands beside. */
  readonly asked: { readonly at: 'least' | 'most'; readonly than: number } | null;
  readonly facts: readonly FindingFact[];
};

/** One rule read over a firm's record on a day. */
export type Finding = {
  readonly code: FindingCode;
  readonly verdict: Verdict;
  readonly reason: FindingReason;
  readonly advice: Advice;
  readonly inputs: readonly FindingInput[];
  /** The facts that decide, three at most. */
  readonly deciding: readonly FindingFact[];
};

/** What rules ask for; every default is shown beside what follows from it. */
export type FindingParameters = {
  /** Years from which an alliance is long-term. */
  readonly longYears: number;
  /** Years that count as recent, both ends counted. */
  readonly recentYears: number;
  /** New partner houses in the recent years from which a firm expands on its own initiative. */
  readonly newPartnersAt: number;
  /** Months within which a review is held. */
  readonly reviewMonths: number;
  /** Segmentation index from which the domains of partners are apart, 0 to 1. */
  readonly segmentedAt: number;
  /** Percentage points between equity and contribution over which stakes no longer follow. */
  readonly misalignedOver: number;
};

export const FINDING_DEFAULTS: FindingParameters = Object.freeze({
  longYears: 10,
  recentYears: 10,
  newPartnersAt: 2,
  reviewMonths: 6,
  segmentedAt: 0.8,
  misalignedOver: 10,
});

const MOST_DECIDING = 3;

export const count = (name: InputName, facts: readonly FindingFact[], asked: FindingInput['asked'] = null) =>
  ({ name, value: { kind: 'count', count: facts.length }, asked, facts }) satisfies FindingInput;

export const input = (
  name: InputName,
  value: InputValue,
  asked: FindingInput['asked'] = null,
  facts: readonly FindingFact[] = [],
): FindingInput => ({ name, value, asked, facts });

export const unknown = (name: InputName): FindingInput => input(name, { kind: 'unknown' });

/** A finding whose deciding facts are the first ones of some inputs, one of each before a second of any. */
export function finding(
  code: FindingCode,
  [verdict, reason, advice]: readonly [Verdict, FindingReason, Advice],
  inputs: readonly FindingInput[],
  deciders: readonly FindingInput[] = inputs,
): Finding {
  const rounds = Array.from({ length: MOST_DECIDING }, (_, place) =>
    deciders.flatMap(({ facts }) => facts[place] ?? []),
  );
  return { code, verdict, reason, advice, inputs, deciding: rounds.flat().slice(0, MOST_DECIDING) };
}
