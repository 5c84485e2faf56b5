import type { BatchBody } from '@entente/contract/register';
import { ALLIANCE_STAGES } from '@entente/core/register';
import type { MoveContentRow, MoveRow } from './candidate-moves.store.ts';

export type Sides = {
  /** Which organisation of the firm is the member, by id. */
  readonly member: string;
  /** Which organisation of the partner, by id; null: somebody who is to be added, by name. */
  readonly partner: string | null;
  readonly partnerName: string;
  /** Of the alliance. */
  readonly name: string;
  readonly class: MoveRow['class'];
};

type Write = BatchBody['changes'][number];

/** The stakes that a move says: in the venture, or, as minority stakes, of one side in the other. */
function stakesOf({ form, ownShare, partnerShare }: MoveContentRow, member: string, partner: string) {
  const isAcross = form === 'minority-stake';
  const said = [
    { holder: member, issuer: isAcross ? partner : '@venture', share: ownShare },
    { holder: partner, issuer: isAcross ? member : '@venture', share: partnerShare },
  ];
  return said.filter(({ share }) => share !== null);
}

/**
 * The writes that make an alliance in its first stage of a move: what the move says, and nothing that it leaves open. A
 * venture is added where shares of one are said.
 */
export function allianceWrites(content: MoveContentRow, { member, partner, ...sides }: Sides): readonly Write[] {
  const { form, start: from, resources, domain } = content;
  const other = partner ?? '@partner';
  const common = { class: sides.class };
  const dated = { ...common, alliance: '@alliance', from };
  const stakes = stakesOf(content, member, other);
  const hasVenture = stakes.some(({ issuer }) => issuer === '@venture');
  const writes = [
    ...(partner === null
      ? [{ collection: 'organisations', as: 'partner', create: { ...common, name: sides.partnerName } }]
      : []),
    ...(hasVenture
      ? [{ collection: 'organisations', as: 'venture', create: { ...common, name: sides.name, kind: 'venture' } }]
      : []),
    {
      collection: 'alliances',
      as: 'alliance',
      create: {
        ...common,
        name: sides.name,
        form,
        start: from,
        end: '..',
        stage: ALLIANCE_STAGES[0],
        ...(hasVenture ? { venture: '@venture' } : {}),
      },
    },
    ...[member, other].map((organisation) => ({ collection: 'memberships', create: { ...dated, organisation } })),
    ...stakes.map((stake) => ({ collection: 'stakes', create: { ...dated, ...stake } })),
    ...resources.map((resource) => ({
      collection: 'resources',
      create: { ...dated, ...resource, organisation: other },
    })),
    ...(domain === null ? [] : [{ collection: 'domains', create: { ...dated, ...domain } }]),
  ];
  return writes as unknown as readonly Write[];
}
