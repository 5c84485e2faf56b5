import { groupedBy } from '../kernel/index.ts';
import type { Claim, SubjectRef } from '../kernel/index.ts';

/** Claims that stand against each other on one field of one record. */
export type Discrepancy<C extends Claim = Claim> = {
  readonly subject: SubjectRef;
  readonly field: string;
  /** All claims on the field that are not deprecated, in order; at least two of them differ. */
  readonly claims: readonly C[];
};

/** Whether two values of a field disagree, by the field's own rule. */
export type Disagreement = (subject: SubjectRef, field: string, one: string, other: string) => boolean;

/**
 * Two claims, not deprecated, on one subject and field with different values.
 * An EDTF date that contains the other does not differ; `differs` knows each field's rule.
 */
export function discrepanciesAmong<C extends Claim>(claims: readonly C[], differs: Disagreement): Discrepancy<C>[] {
  const standing = claims.filter((claim) => claim.rank !== 'deprecated');
  const groups = groupedBy(standing, ({ subject, field }) => `${subject.kind} ${subject.id} ${field}`);
  const found: Discrepancy<C>[] = [];
  for (const group of groups.values()) {
    const first = group[0];
    if (first && hasDisagreement(group, differs)) {
      found.push({ subject: first.subject, field: first.field, claims: group });
    }
  }
  return found;
}

function hasDisagreement(group: readonly Claim[], differs: Disagreement): boolean {
  return group.some((one, index) =>
    group.slice(index + 1).some((other) => differs(one.subject, one.field, one.value, other.value)),
  );
}
