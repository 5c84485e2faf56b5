import type { MembershipAnswer } from '@entente/contract/register';
import { standingOn } from '../../../lib/reading.ts';

/** A firm with the alliances it takes part in. */
export type Firm = {
  readonly slug: string;
  readonly name: string;
  /** Alliances it is or was a member of. */
  readonly alliances: number;
  /** Other organisations in those alliances. */
  readonly partners: number;
  /** Alliances it is a member of on the day. */
  readonly active: number;
};

type Counted = { name: string; alliances: Set<string>; active: Set<string> };

/**
 * Firms by the number of their alliances, most first; names break ties. Organisations without a slug have no page.
 * @param ends when each alliance ended, by its id
 */
export function firmsOf(
  memberships: readonly MembershipAnswer[],
  ends: ReadonlyMap<string, string>,
  day: string,
): readonly Firm[] {
  const firms = new Map<string, Counted>();
  const members = new Map<string, Set<string>>();
  for (const { organisation, alliance, from, to } of memberships) {
    if (organisation.slug === null) continue;
    const firm = firms.get(organisation.slug) ?? {
      name: organisation.name ?? organisation.slug,
      alliances: new Set(),
      active: new Set(),
    };
    firms.set(organisation.slug, firm);
    firm.alliances.add(alliance.id);
    const lives = standingOn(from, ends.get(alliance.id) ?? '..', day).when === 'active';
    if (lives && standingOn(from, to, day).when === 'active') firm.active.add(alliance.id);
    const together = members.get(alliance.id) ?? new Set();
    members.set(alliance.id, together.add(organisation.slug));
  }
  return [...firms]
    .map(([slug, { name, alliances, active }]) => {
      const partners = new Set([...alliances].flatMap((id) => [...(members.get(id) ?? [])]));
      return { slug, name, alliances: alliances.size, active: active.size, partners: partners.size - 1 };
    })
    .sort((a, b) => b.alliances - a.alliances || a.name.localeCompare(b.name));
}
