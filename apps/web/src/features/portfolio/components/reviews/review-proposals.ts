import { PROPOSAL_KINDS, type ReviewAnswer } from '@entente/contract/portfolio';
import { Share, type Outcome } from '@entente/core/kernel';
import { type Fraction, type Proposal, proposalWithin, shapleyParts, shapleyValues } from '@entente/core/portfolio';
import { type Typed } from './review-content.ts';

export type ProposalKind = (typeof PROPOSAL_KINDS)[number];
export type Bounds = { readonly step: string; readonly cap: string };
export type OfferedProposal = { readonly kind: ProposalKind; readonly outcome: Outcome<Proposal> };

const shareOr = (text: string): Share | null => {
  const outcome = Share.parse(text.trim());
  return outcome.ok ? outcome.value : null;
};

/** Shapley values of the typed coalition values; null where none are given. */
export function shapleyOf({ members }: ReviewAnswer, { worths }: Typed) {
  const coalitions = Object.entries(worths)
    .filter(([, value]) => value.trim() !== '')
    .map(([key, value]) => ({ members: key.split(' '), value: value.trim() }));
  if (coalitions.length === 0) return null;
  return shapleyValues(
    members.filter(({ isUnnamed }) => !isUnnamed).map(({ key }) => key),
    coalitions,
  );
}

/** The stakes as they could be, each kind within its own constraints. */
export function offeredProposals(
  review: ReviewAnswer,
  typed: Typed,
  parts: ReadonlyMap<string, Fraction>,
  { step, cap }: Bounds,
): readonly OfferedProposal[] {
  const shapley = shapleyOf(review, typed);
  const shapleyTargets = shapley?.ok ? shapleyParts(shapley.value) : null;
  return PROPOSAL_KINDS.flatMap((kind) => {
    const targets = kind === 'shapley' ? shapleyTargets : parts;
    if (targets === null) return [];
    const isStepped = kind === 'one-step' || kind === 'step-keep-control';
    const outcome = proposalWithin(review.members, targets, parts, {
      keepControl: kind === 'keep-control' || kind === 'step-keep-control',
      stepPerYear: isStepped ? shareOr(step) : null,
      foreignCap: shareOr(cap),
      foreign: review.foreign,
    });
    return [{ kind, outcome }];
  });
}
