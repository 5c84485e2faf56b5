import type { Day } from './dates.ts';

/** The kinds of record that a claim can be about. */
export const SUBJECT_KINDS = [
  'organisation',
  'organisation-name',
  'house',
  'house-membership',
  'alliance',
  'membership',
  'stake',
  'resource',
  'domain',
  'person',
  'event',
  'measure',
  'condition',
  'workforce',
  'source',
] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** A record by kind and id. */
export type SubjectRef = { readonly kind: SubjectKind; readonly id: string };

export const RANKS = ['preferred', 'normal', 'deprecated'] as const;
export type Rank = (typeof RANKS)[number];

/** Where a statement stands: source key and the place in it. */
export type SourceRef = { readonly source: string; readonly place: string };

/**
 * One source's statement on one field of one record (the shape of a Wikidata statement). The field `exists` carries the
 * record's existence, `remark.<topic>` what no other field holds; `value` is the field's text form.
 */
export type Claim = SourceRef & {
  readonly id: string;
  readonly subject: SubjectRef;
  readonly field: string;
  readonly value: string;
  readonly quote: string | null;
  readonly rank: Rank;
  readonly reason: string | null;
};

/** A field of a record, with the claim that gives its value. */
export type FactRef = SubjectRef & { readonly field: string };

/** The last day a source may date from, by source key; null when it has no date. */
export type SourceDates = ReadonlyMap<string, Day | null>;

const RANK_ORDER: Readonly<Record<Rank, number>> = { preferred: 0, normal: 1, deprecated: 2 };

function isBetter(candidate: Claim, best: Claim, dates: SourceDates): boolean {
  const byRank = RANK_ORDER[candidate.rank] - RANK_ORDER[best.rank];
  if (byRank !== 0) return byRank < 0;
  return (dates.get(candidate.source) ?? '') > (dates.get(best.source) ?? '');
}

/**
 * The claim whose value a field takes: best rank, then latest document, then first in order. Deprecated claims never
 * give a value. Null when none is left.
 */
export function bestClaim(claims: readonly Claim[], dates: SourceDates): Claim | null {
  let best: Claim | null = null;
  for (const claim of claims) {
    if (claim.rank === 'deprecated') continue;
    if (best === null || isBetter(claim, best, dates)) best = claim;
  }
  return best;
}
