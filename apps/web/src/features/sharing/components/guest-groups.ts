import type { GuestAnswer } from '@entente/contract/sharing';

/** A partner organisation with its guests. */
export type GuestGroup = GuestAnswer['partner'] & { readonly guests: readonly GuestAnswer[] };

/** Guests by the organisation that they are of, by name. */
export function guestGroups(guests: readonly GuestAnswer[]): readonly GuestGroup[] {
  const partners = new Map(guests.map(({ partner }) => [partner.id, partner]));
  return [...partners.values()]
    .map((partner) => ({ ...partner, guests: guests.filter((guest) => guest.partner.id === partner.id) }))
    .sort((one, other) => one.name.localeCompare(other.name));
}

export const isPresent = ({ endedAt }: GuestAnswer): boolean => endedAt === null;
