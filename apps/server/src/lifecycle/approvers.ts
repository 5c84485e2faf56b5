import { type AccessClass, audienceOf, roleMay } from '@entente/core/accounts';
import { Outcome, type Problem } from '@entente/core/kernel';
import type { Approver } from '@entente/core/lifecycle';
import type { ColleagueRow } from '../register/colleagues.store.ts';

const OWN_SIDE = 'own';

const unknown = (pointer: string): Problem => ({
  code: 'approver-unknown',
  message: 'This is no member of the workspace who sees the alliance and may write',
  fix: 'Choose among the members; give the person a role that may write first.',
  pointer,
});

/** Whoever can approve a gate of an alliance of this class: members who see it and may write. */
export const approversFor = (colleagues: readonly ColleagueRow[], recordClass: AccessClass): readonly ColleagueRow[] =>
  colleagues.filter((each) => roleMay(each.role, 'register.write') && audienceOf(each).includes(recordClass));

/** The people who were asked for as approvers of a gate, or which of them cannot be. */
export function approversNamed(ids: readonly string[], able: readonly ColleagueRow[]): Outcome<readonly Approver[]> {
  const byId = new Map(able.map((each) => [each.id, each]));
  const strange = ids.flatMap((id, nth) => (byId.has(id) ? [] : [unknown(`/approvers/${nth}`)]));
  if (strange.length > 0) return Outcome.refuse(...strange);
  return Outcome.of(ids.map((id) => ({ key: id, name: byId.get(id)?.name ?? id, side: OWN_SIDE })));
}
