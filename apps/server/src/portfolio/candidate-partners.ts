import type { CandidateMove } from '@entente/contract/portfolio';
import { Outcome, type Problem } from '@entente/core/kernel';
import type { CandidatePartner, OwnSide } from '@entente/core/portfolio';
import type { FirmReading } from './firm-readings.commands.ts';

const partnerUnknown = (pointer: string): Problem => ({
  code: 'record-unknown',
  message: 'There is no such partner in this workspace',
  fix: 'Choose an organisation or a house that is there, or give a name.',
  pointer,
});

const partnerOwn = (pointer: string): Problem => ({
  code: 'candidate-own',
  message: 'The partner belongs to the firm itself',
  fix: 'Choose a partner outside the firm and its own house.',
  pointer,
});

const named = <R extends { readonly slug: string; readonly id: string }>(rows: readonly R[], text: string): R | null =>
  rows.find(({ slug, id }) => slug === text || id === text) ?? null;

/** Whom a request names as the partner of a move; refused where it is the firm itself, or nobody. */
export function partnerIn(
  { register, whole }: Pick<FirmReading, 'register' | 'whole'>,
  own: OwnSide,
  asked: CandidateMove['partner'],
  pointer: string,
): Outcome<CandidatePartner> {
  if ('name' in asked) return Outcome.of({ kind: 'stranger', name: asked.name });
  if ('house' in asked) {
    const house = named(whole.houses, asked.house);
    if (house === null) return Outcome.refuse(partnerUnknown(pointer));
    const isOwn = [...own.organisations].some((id) =>
      register.houseMembershipsOf(id).some((row) => row.house === house.id),
    );
    return isOwn ? Outcome.refuse(partnerOwn(pointer)) : Outcome.of({ kind: 'house', id: house.id });
  }
  const organisation = named(whole.organisations, asked.organisation);
  if (organisation === null) return Outcome.refuse(partnerUnknown(pointer));
  return own.notPartners.has(organisation.id)
    ? Outcome.refuse(partnerOwn(pointer))
    : Outcome.of({ kind: 'organisation', id: organisation.id });
}
