import type { ReviewAnswer, ReviewHeadAnswer } from '@entente/contract/portfolio';
import { can } from '@entente/core/accounts';
import { equityIn, type KeptReview, misalignmentIn, toldMisalignment } from '@entente/core/portfolio';
import type { Register } from '@entente/core/register';
import type { Workspace } from '../register/workspaces.store.ts';
import type { ReviewRow, SignatureRow } from './reviews.store.ts';

/** A review as the core reads it, with the members by the slugs that they have now. */
export function keptReview(register: Register, row: ReviewRow): KeptReview {
  const { id, allianceId, date, state, illustrative, content } = row;
  const now = new Map(
    content.members.map(({ key, organisation }) => [
      key,
      (organisation === null ? null : register.organisation(organisation)?.slug) ?? key,
    ]),
  );
  return {
    id,
    alliance: allianceId,
    date,
    state,
    illustrative,
    criteria: content.criteria,
    members: content.members.map((member) => ({ ...member, key: now.get(member.key) ?? member.key })),
    contributions: content.contributions.map((row) => ({ ...row, member: now.get(row.member) ?? row.member })),
  };
}

/** A review in a list; null where its alliance is not in the register. */
export function reviewHead(register: Register, row: ReviewRow): ReviewHeadAnswer | null {
  const alliance = register.alliance(row.allianceId);
  if (alliance === null) return null;
  const { id, version, class: reviewClass, date, state, illustrative, content } = row;
  const misalignment = misalignmentIn(content);
  return {
    id,
    version,
    class: reviewClass,
    alliance: { id: alliance.id, slug: alliance.slug, name: alliance.name },
    date,
    state,
    illustrative,
    misalignment: misalignment ? toldMisalignment(misalignment) : { points: null, atLeast: null, atMost: null },
  };
}

function abilitiesOf(
  row: ReviewRow,
  signatures: readonly SignatureRow[],
  { id, viewer }: Workspace,
): ReviewAnswer['abilities'] {
  const writes = can(viewer, 'register.write', { workspaceId: id, class: row.class });
  const signs = can(viewer, 'reviews.sign', { workspaceId: id, class: row.class });
  const signed = signatures.some(({ person }) => person === viewer.personId);
  return {
    change: writes && row.state === 'draft',
    submit: writes && row.state === 'draft',
    decide: writes && row.state === 'submitted',
    sign: signs && row.state === 'decided' && !signed && signatures.length < 2,
    withdraw: writes && row.state !== 'withdrawn' && signatures.length === 0,
  };
}

/** One review whole, with what the register now tells of its day. */
export function reviewAnswer(
  register: Register,
  row: ReviewRow,
  signatures: readonly SignatureRow[],
  workspace: Workspace,
): ReviewAnswer | null {
  const head = reviewHead(register, row);
  const alliance = register.alliance(row.allianceId);
  if (head === null || alliance === null) return null;
  const { members } = equityIn(register)(alliance, row.date);
  const home = alliance.venture === null ? null : (register.organisation(alliance.venture)?.country ?? null);
  const isForeign = (organisation: string | null): boolean =>
    home === null || organisation === null || register.organisation(organisation)?.country !== home;
  const { decision, decisionShares, decidedBy, decidedByName, decidedAt } = row;
  return {
    ...head,
    ...row.content,
    decision:
      decision === null || decidedAt === null
        ? null
        : {
            text: decision,
            shares: decisionShares,
            by: { id: decidedBy ?? '', name: decidedByName ?? '' },
            at: decidedAt.toISOString(),
          },
    digest: row.digest,
    signatures: signatures.map(({ person, name, signedAt, digest }) => ({
      person: { id: person, name },
      signedAt: signedAt.toISOString(),
      digest,
    })),
    reason: row.reason,
    register: members,
    foreign: row.content.members.filter((member) => isForeign(member.organisation)).map((member) => member.key),
    abilities: abilitiesOf(row, signatures, workspace),
  };
}
