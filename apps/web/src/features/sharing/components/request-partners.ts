import type { GrantAnswer, GuestAnswer, RoomContent } from '@entente/contract/sharing';
import type { Choice } from '../api/register-choices.ts';

type Granted = Pick<GrantAnswer, 'partner' | 'person' | 'grantee' | 'state'>;

/** What partners are called, as far as grants and guests tell: whoever was asked has been shown something. */
export function partnerNames(grants: readonly Granted[], guests: readonly GuestAnswer[]): ReadonlyMap<string, string> {
  const granted = grants.flatMap(({ partner, grantee }) => (partner === null ? [] : [[partner, grantee] as const]));
  return new Map([...granted, ...guests.map(({ partner }) => [partner.id, partner.name] as const)]);
}

/** The partners to whom a publication is open now, itself or by one of their guests. */
export function openPartners(grants: readonly Granted[], guests: readonly GuestAnswer[]): readonly Choice[] {
  const names = partnerNames(grants, guests);
  const ids = grants.flatMap(({ state, partner, person }) => {
    if (state !== 'open') return [];
    return partner ?? guests.find((guest) => guest.person.id === person)?.partner.id ?? [];
  });
  return [...new Set(ids)].map((id) => ({ id, name: names.get(id) ?? '' }));
}

/** Whether there are stakes to confirm: with their fields, not their number alone. */
export const showsStakes = ({ sections }: Pick<RoomContent, 'sections'>): boolean =>
  sections.some(({ kind, items }) => kind === 'stake' && items.length > 0);
