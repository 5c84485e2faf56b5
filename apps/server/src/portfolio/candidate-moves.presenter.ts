import type { KeptMoveAnswer } from '@entente/contract/portfolio';
import { can } from '@entente/core/accounts';
import type { Register } from '@entente/core/register';
import type { Workspace } from '../register/workspaces.store.ts';
import type { MoveContentRow, MoveRow } from './candidate-moves.store.ts';

type Link = NonNullable<KeptMoveAnswer['alliance']>;

const linkTo = ({ id, slug, name }: { readonly id: string; readonly slug: string; readonly name: string | null }) => ({
  id,
  slug,
  name,
});

/** The organisations of a house by name. */
export function membersOfHouse(register: Register, house: string): readonly Link[] {
  const ids = new Set(register.houseMemberships.filter((row) => row.house === house).map((row) => row.organisation));
  const members = [...ids].flatMap((id) => register.organisation(id) ?? []).map(linkTo);
  return members.sort((one, other) => ((one.name ?? one.slug) < (other.name ?? other.slug) ? -1 : 1));
}

/** The partner of a kept move; null where it is not in the register, or not the reader's to see. */
function partnerOf(register: Register, partner: MoveContentRow['partner']): KeptMoveAnswer['partner'] | null {
  if (partner.kind === 'name') return { kind: 'name', record: null, name: partner.name, members: [] };
  const record = partner.kind === 'house' ? register.house(partner.id) : register.organisation(partner.id);
  if (record === null) return null;
  return {
    kind: partner.kind,
    record: linkTo(record),
    name: record.name ?? record.slug,
    members: partner.kind === 'house' ? membersOfHouse(register, record.id) : [],
  };
}

/** A kept move as its reader sees it; null where its partner is not there. */
export function keptMoveAnswer(register: Register, row: MoveRow, { id, viewer }: Workspace): KeptMoveAnswer | null {
  const partner = partnerOf(register, row.content.partner);
  if (partner === null) return null;
  const { allianceId, discarded } = row;
  const state = allianceId !== null ? 'turned' : discarded ? 'discarded' : 'kept';
  const writes = can(viewer, 'register.write', { workspaceId: id, class: row.class });
  const { form, start, ownShare, partnerShare, resources, domain } = row.content;
  return {
    id: row.id,
    version: row.version,
    class: row.class,
    state,
    partner,
    form,
    start,
    ownShare,
    partnerShare,
    resources,
    domain,
    alliance: allianceId === null ? null : { id: allianceId, slug: row.allianceSlug, name: row.allianceName },
    by: { id: row.keptBy ?? '', name: row.keptByName ?? '' },
    at: row.keptAt.toISOString(),
    abilities: { change: writes && state !== 'turned', turn: writes && state === 'kept' },
  };
}
