import { type AccessClass, audienceOf, roleMay } from '@entente/core/accounts';
import { Outcome, type Problem } from '@entente/core/kernel';
import type { Approver } from '@entente/core/lifecycle';
import type { ColleagueRow } from '../register/colleagues.store.ts';

const OWN_SIDE = 'own';

export const isOwn = ({ side }: Approver): boolean => side === OWN_SIDE;

const unknown = (pointer: string): Problem => ({
  code: 'approver-unknown',
  message: 'This is no member of the workspace who sees the alliance and may write, and no guest who can be asked',
  fix: 'Choose among the members who may write, and the guests to whom a room of the alliance is open; guests are named by whoever shares.',
  pointer,
});

/** An approver as they are told of. */
export const approverAnswer = ({ key, name, side, organisation = null }: Approver) => ({
  key,
  name,
  side,
  organisation,
});

/** Whoever can approve a gate of an alliance of this class: members who see it and may write. */
export const approversFor = (colleagues: readonly ColleagueRow[], recordClass: AccessClass): readonly ColleagueRow[] =>
  colleagues.filter((each) => roleMay(each.role, 'register.write') && audienceOf(each).includes(recordClass));

/**
 * The people who were asked for as approvers of a gate, or which of them cannot be.
 * @param able members of the firm
 * @param partners guests of its partners
 */
export function approversNamed(
  ids: readonly string[],
  able: readonly ColleagueRow[],
  partners: readonly Approver[],
): Outcome<readonly Approver[]> {
  const own = able.map(({ id, name }): Approver => ({ key: id, name, side: OWN_SIDE }));
  const byId = new Map([...partners, ...own].map((each) => [each.key, each]));
  const strange = ids.flatMap((id, nth) => (byId.has(id) ? [] : [unknown(`/approvers/${nth}`)]));
  if (strange.length > 0) return Outcome.refuse(...strange);
  return Outcome.of(ids.flatMap((id) => byId.get(id) ?? []));
}
