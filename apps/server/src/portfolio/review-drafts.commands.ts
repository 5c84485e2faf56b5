import type { ReviewDecision } from '@entente/contract/portfolio';
import { can } from '@entente/core/accounts';
import { Outcome, type Problem, Share } from '@entente/core/kernel';
import { equityIn, reviewDifferences } from '@entente/core/portfolio';
import type { Alliance, Register } from '@entente/core/register';
import type { DatabaseTransaction } from '../platform/database.ts';
import { required } from '../register/changing.commands.ts';
import type { Workspace } from '../register/workspaces.store.ts';
import { documentOf } from './review-steps.ts';
import { type ReviewContentRow, type ReviewRow, type StepTold, updateDraft } from './reviews.store.ts';

export const unknown = (what: string, pointer: string): Problem => ({
  code: 'record-unknown',
  message: `There is no such ${what} here`,
  fix: `Choose among the ${what}s that are there.`,
  pointer,
});
/** The members of a review on a day, with their equity as the register tells it. */
export const membersOn = (register: Register, alliance: Alliance, day: string): ReviewContentRow['members'] =>
  equityIn(register)(alliance, day).members.map(({ key, name, isUnnamed, equity, organisation }) => ({
    key,
    name,
    isUnnamed,
    equity,
    organisation,
  }));

export const classRefused: Problem = {
  code: 'value-refused',
  message: 'Your role does not read reviews of this class',
  fix: 'Choose INTERNAL.',
  pointer: '/class',
};

const isOnce = (keys: readonly string[]): boolean => new Set(keys).size === keys.length;

/** What does not fit together in a draft: keys given twice, members and criteria that it has not. */
function misfits({ criteria, members, contributions, coalitions, proposals }: ReviewContentRow): Problem[] {
  const known = { criterion: new Set(criteria.map(({ key }) => key)), member: new Set(members.map(({ key }) => key)) };
  const twice = (pointer: string): Problem => ({
    code: 'value-refused',
    message: 'The same is given twice',
    fix: 'Give it once.',
    pointer,
  });
  return [
    ...(isOnce(criteria.map(({ key }) => key)) ? [] : [twice('/criteria')]),
    ...(isOnce(contributions.map(({ criterion, member }) => `${criterion} ${member}`))
      ? []
      : [twice('/contributions')]),
    ...contributions.flatMap(({ criterion, member }, at) =>
      known.criterion.has(criterion) && known.member.has(member)
        ? []
        : [unknown('contribution', `/contributions/${at}`)],
    ),
    ...coalitions.flatMap((coalition, at) =>
      coalition.members.every((key) => known.member.has(key)) ? [] : [unknown('member', `/coalitions/${at}`)],
    ),
    ...proposals.flatMap(({ shares }, at) => misfitsOfShares(shares, members, `/proposals/${at}`)),
  ];
}

/** Proposed stakes are of the members, each once, and come to the whole. */
export function misfitsOfShares(
  shares: NonNullable<ReviewDecision['shares']>,
  members: ReviewContentRow['members'],
  pointer: string,
): Problem[] {
  const keys = shares.map(({ member }) => member);
  if (!isOnce(keys) || keys.length !== members.length || !members.every(({ key }) => keys.includes(key)))
    return [unknown('member', pointer)];
  const sum = Share.sum(shares.map(({ share }) => share));
  if (sum === '100') return [];
  return [
    {
      code: 'review-incomplete',
      message: `The proposed stakes come to ${sum} %`,
      fix: 'Give each member a stake, so that they come to 100.',
      pointer,
    },
  ];
}

/** What is put in place of what a draft holds; the rest stays. */
export type DraftChange = {
  readonly [Field in 'class' | 'date']?: ReviewRow[Field] | undefined;
} & { readonly [Field in Exclude<keyof ReviewContentRow, 'members'>]?: ReviewContentRow[Field] | undefined };

type Where = readonly [register: Register, workspace: Workspace];

/** Writes what is given into a draft; of another day it has the members of that day. Nothing is written where nothing differs. */
export async function writeDraft(
  transaction: DatabaseTransaction,
  row: ReviewRow,
  change: DraftChange,
  [register, { viewer, id }]: Where,
  told: StepTold,
): Promise<void> {
  const { class: reviewClass = row.class, date = row.date, criteria, contributions, coalitions, proposals } = change;
  if (!can(viewer, 'register.write', { workspaceId: id, class: reviewClass })) required(Outcome.refuse(classRefused));
  const alliance = register.alliance(row.allianceId);
  const members = alliance === null ? row.content.members : membersOn(register, alliance, date);
  const keys = new Set(members.map(({ key }) => key));
  const listed = new Set((criteria ?? row.content.criteria).map(({ key }) => key));
  const content: ReviewContentRow = {
    criteria: criteria ?? row.content.criteria,
    members,
    // Another day or other criteria leave nothing behind of who and what is no longer there.
    contributions:
      contributions ?? row.content.contributions.filter((each) => keys.has(each.member) && listed.has(each.criterion)),
    coalitions: coalitions ?? row.content.coalitions.filter((each) => each.members.every((key) => keys.has(key))),
    proposals:
      proposals ?? row.content.proposals.filter(({ shares }) => misfitsOfShares(shares, members, '').length === 0),
  };
  const problems = misfits(content);
  if (problems.length > 0) required(Outcome.refuse(...problems));
  const written = { class: reviewClass, date, content };
  if (reviewDifferences(documentOf(row), documentOf(written)).length === 0) return;
  await updateDraft(transaction, row.id, written, told);
}
