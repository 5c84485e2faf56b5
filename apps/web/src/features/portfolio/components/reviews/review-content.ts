import type { ReviewAnswer, ReviewChange } from '@entente/contract/portfolio';
import { Share } from '@entente/core/kernel';
import { contributionsOf, Fraction, misalignmentOf, toldMisalignment } from '@entente/core/portfolio';

/** What a contribution rests on. */
export type PartEvidence = Readonly<Record<'note' | 'source' | 'place', string | null>>;
export const NO_EVIDENCE: PartEvidence = Object.freeze({ note: null, source: null, place: null });
export const hasEvidence = ({ note, source, place }: PartEvidence): boolean =>
  note !== null || source !== null || place !== null;

/** What is typed into the grid: texts as they stand, whether or not they are percentages yet. */
export type Typed = {
  readonly criteria: ReviewAnswer['criteria'];
  /** Texts by criterion and member, `criterion member`. */
  readonly parts: Readonly<Record<string, string>>;
  /** What a contribution rests on, by the same keys. */
  readonly evidence: Readonly<Record<string, PartEvidence>>;
  /** Worths by coalition, the members' keys in order, joined. */
  readonly worths: Readonly<Record<string, string>>;
};

export const partKey = (criterion: string, member: string): string => `${criterion} ${member}`;
export const coalitionKey = (members: readonly string[]): string => [...members].sort().join(' ');

export const typedOf = ({ criteria, contributions, coalitions }: ReviewAnswer): Typed => ({
  criteria,
  parts: Object.fromEntries(
    contributions.flatMap(({ criterion, member, value }) =>
      value === null ? [] : [[partKey(criterion, member), value as string]],
    ),
  ),
  evidence: Object.fromEntries(
    contributions.map(({ criterion, member, note, source, place }) => [
      partKey(criterion, member),
      { note, source, place },
    ]),
  ),
  worths: Object.fromEntries(coalitions.map(({ members, value }) => [coalitionKey(members), value])),
});

/** The percentage that a text is; null while it is none. Full-width figures and a decimal comma are read too. */
export function shareTyped(text: string): Share | null {
  const outcome = Share.parse(text.normalize('NFKC').trim().replace(',', '.').replace(/\s*%$/, ''));
  return outcome.ok ? outcome.value : null;
}

/** What a review would hold with what is typed. */
export function changeFrom(
  review: ReviewAnswer,
  typed: Typed,
): ReviewChange & Required<Pick<ReviewChange, 'contributions'>> {
  return {
    criteria: [...typed.criteria],
    contributions: typed.criteria.flatMap(({ key }) =>
      review.members.flatMap((member) => {
        const at = partKey(key, member.key);
        const value = shareTyped(typed.parts[at] ?? '');
        const evidence = typed.evidence[at] ?? NO_EVIDENCE;
        // What a figure is to rest on may stand before the figure does.
        if (value === null && !hasEvidence(evidence)) return [];
        return [{ criterion: key, member: member.key, value, ...evidence }];
      }),
    ),
    coalitions: Object.entries(typed.worths).flatMap(([key, value]) =>
      Fraction.parse(value) === null ? [] : [{ members: key.split(' '), value }],
    ),
  };
}

/** What the typed figures come to, exactly. */
export function readingOf(review: ReviewAnswer, typed: Typed) {
  const { contributions } = changeFrom(review, typed);
  const content = { criteria: typed.criteria, members: review.members, contributions };
  const outcome = contributionsOf(content);
  const parts = outcome.ok ? outcome.value : null;
  return {
    content,
    parts,
    problems: outcome.ok ? [] : outcome.problems,
    told: parts && Object.fromEntries([...parts].map(([key, part]) => [key, Fraction.decimal(part)])),
    misalignment: parts && toldMisalignment(misalignmentOf(review.members, parts)),
  };
}
export type ReviewReading = ReturnType<typeof readingOf>;
