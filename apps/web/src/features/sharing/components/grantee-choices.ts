import type { GrantAnswer, GrantCreation, GuestAnswer } from '@entente/contract/sharing';
import type { Choice } from '../api/register-choices.ts';
import { guestGroups } from './guest-groups.ts';

/** A partner organisation that may be shown something, with its guests. */
export type GranteeChoice = Choice & { readonly guests: readonly GuestAnswer[]; readonly isMember: boolean };

export const partnerKey = (id: string): string => `partner ${id}`;
export const personKey = (id: string): string => `person ${id}`;

/**
 * Whom something may be shown to: members of the alliance first, then other organisations that have guests, then those that
 * were looked for.
 */
export function granteeChoices(
  guests: readonly GuestAnswer[],
  members: readonly Choice[],
  added: readonly Choice[],
): readonly GranteeChoice[] {
  const groups = guestGroups(guests);
  const isMember = (id: string): boolean => members.some((member) => member.id === id);
  const named = new Map([...members, ...groups, ...added].map(({ id, name }) => [id, name]));
  const choices = [...named].map(([id, name]) => ({
    id,
    name,
    guests: groups.find((group) => group.id === id)?.guests ?? [],
    isMember: isMember(id),
  }));
  const rank = ({ isMember: within, guests: own }: GranteeChoice): number =>
    Number(!within) * 2 + Number(own.length === 0);
  return choices.sort((one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name));
}

/** Whom the choice names, as the API takes it; who is of a chosen organisation is meant with it. */
export function granteesOf(chosen: readonly string[], choices: readonly GranteeChoice[]): GrantCreation['to'] {
  return choices.flatMap(({ id, guests }): GrantCreation['to'] =>
    chosen.includes(partnerKey(id))
      ? [{ partner: id }]
      : guests.flatMap(({ person }) => (chosen.includes(personKey(person.id)) ? [{ person: person.id }] : [])),
  );
}

/** Who is shown it already, and cannot be chosen again. */
export const grantedKeys = (grants: readonly GrantAnswer[]): ReadonlySet<string> =>
  new Set(
    grants
      .filter(({ state }) => state !== 'withdrawn')
      .map(({ partner, person }) => (partner === null ? personKey(person ?? '') : partnerKey(partner))),
  );
