import { type Claim, type Day, EdtfDate, type SourceRef } from '../kernel/index.ts';
import type { Alliance, Membership, Register } from '../register/index.ts';
import type { Focal } from './own-side.ts';
import type { Level } from './parameters.ts';
import { panelHouse, panelSide } from './panel-units.ts';
import { evidencePlaces } from './evidence-places.ts';
import { beginningOf, earlier, endDay } from './ties.ts';

/** In which alliances a contact is together with a unit on a day, and who says so. */
export type SharedAlliances = {
  readonly contact: Focal;
  readonly alliances: readonly string[];
  readonly evidence: readonly SourceRef[];
};

function isThere(alliance: Alliance, row: Membership, day: Day): boolean {
  const from = beginningOf(alliance, row.from)?.earliest ?? null;
  const to = earlier(endDay(row.to), endDay(alliance.end));
  return from !== null && from <= day && (to === null || day < to);
}

/**
 * The contacts of a unit in the network of the last day of a year, each with the alliances that tie the two: what a
 * position in that network is read from. Alliances of every form count; contacts are houses (and organisations of none), or
 * organisations.
 */
export function sharedAlliances(
  register: Register,
  unit: Focal,
  level: Level,
  year: number,
): readonly SharedAlliances[] {
  const day = EdtfDate.lastDayOf(year);
  const { organisations } = panelSide(register, unit);
  const found = new Map<string, { contact: Focal; alliances: Set<string>; claims: Claim[] }>();
  for (const organisation of organisations) {
    for (const own of register.membershipsBy(organisation)) {
      const alliance = register.alliance(own.alliance);
      if (alliance === null || !isThere(alliance, own, day)) continue;
      for (const row of register.membershipsOf(alliance.id)) {
        if (organisations.has(row.organisation) || !isThere(alliance, row, day)) continue;
        const house = level === 'house' ? panelHouse(register, row.organisation) : null;
        const contact: Focal =
          house === null ? { kind: 'organisation', id: row.organisation } : { kind: 'house', id: house };
        const key = `${contact.kind}:${contact.id}`;
        let tied = found.get(key);
        if (!tied) found.set(key, (tied = { contact, alliances: new Set(), claims: [] }));
        tied.alliances.add(alliance.slug);
        tied.claims.push(...register.claimsOn('membership', row.id));
      }
    }
  }
  return [...found.values()].map(({ contact, alliances, claims }) => ({
    contact,
    alliances: [...alliances],
    evidence: evidencePlaces(claims),
  }));
}
