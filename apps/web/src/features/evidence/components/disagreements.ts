import type { ClaimAnswer } from '@entente/contract/evidence';
import { discrepanciesAmong } from '@entente/core/evidence';
import { bestClaim, type Claim, type Day } from '@entente/core/kernel';
import { fieldOf } from '@entente/core/register';

/** A field on which sources disagree, with all that stands on it. */
export type DisputedField = {
  readonly subject: ClaimAnswer['subject'];
  readonly field: string;
  readonly claims: readonly ClaimAnswer[];
  /** The claim that gives the register its value. */
  readonly taken: string | null;
  /** Keys of the sources that take part. */
  readonly sources: readonly string[];
};

const coreClaim = (claim: ClaimAnswer): Claim => ({
  ...claim,
  subject: { kind: claim.subject.kind, id: claim.subject.id },
  source: claim.source.slug ?? claim.source.id,
});

/** Where claims disagree, by the rule of each field; `dates` decides which document is the latest. */
export function disputedFields(
  claims: readonly ClaimAnswer[],
  dates: ReadonlyMap<string, Day | null>,
): readonly DisputedField[] {
  const answers = new Map(claims.map((claim) => [claim.id, claim]));
  const differs = (kind: Claim['subject']['kind'], field: string, one: string, other: string): boolean =>
    fieldOf(kind, field)?.differs(one, other) ?? one !== other;
  return discrepanciesAmong(claims.map(coreClaim), ({ kind }, field, one, other) =>
    differs(kind, field, one, other),
  ).flatMap(({ field, claims: disputing }) => {
    const told = disputing.flatMap(({ id }) => answers.get(id) ?? []);
    const [first] = told;
    if (!first) return [];
    const sources = [...new Set(disputing.map(({ source }) => source))];
    return [{ subject: first.subject, field, claims: told, taken: bestClaim(disputing, dates)?.id ?? null, sources }];
  });
}
