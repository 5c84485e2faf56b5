import { type Day, groupedBy } from '../../kernel/index.ts';
import type { Register, Resource, ResourceKind } from '../../register/index.ts';
import type { ActiveAlliance } from '../areas.ts';
import { resourceKey } from '../moves.ts';
import type { OwnSide, PartnerKey } from '../own-side.ts';
import { isHeldElsewhere, offeredIn, offersOf, ownResources } from '../redundancy.ts';
import type { Names } from '../register-names.ts';
import type { OfferEntry } from '../segmentation-entries.ts';
import type { Candidate } from './candidate.ts';

/** How the resources of the firm's partners stand: those that one house alone offers, and those that several do. */
export type RedundancyFigures = { readonly singleSourced: number; readonly redundant: number };

/** A resource of the candidate, and who else there is for it. */
export type BroughtResource = {
  readonly kind: ResourceKind;
  readonly subject: string;
  /** The firm holds it itself, or brings it to an alliance. */
  readonly own: boolean;
  /** Other houses that bring it to an alliance of the firm today. */
  readonly offers: readonly OfferEntry[];
  /** Houses outside the firm's alliances that bring or hold it by the record. */
  readonly elsewhere: readonly OfferEntry[];
};

export type RedundancyEffect = { readonly after: RedundancyFigures; readonly brought: readonly BroughtResource[] };

/** Who supplies the firm on a day, read once for all candidates. */
export type SupplyToday = {
  readonly own: OwnSide;
  readonly day: Day;
  readonly held: ReadonlySet<string>;
  /** By kind and subject. */
  readonly offered: ReadonlyMap<string, readonly Resource[]>;
  readonly figures: RedundancyFigures;
};

const byResource = new WeakMap<readonly Resource[], ReadonlyMap<string, readonly Resource[]>>();

/** All rows of a register by kind and subject; grouped once, as candidates ask for a few of them. */
function rowsByResource({ resources }: Register): ReadonlyMap<string, readonly Resource[]> {
  let known = byResource.get(resources);
  if (!known) byResource.set(resources, (known = groupedBy(resources, resourceKey)));
  return known;
}

function figuresOf(houses: ReadonlyMap<string, ReadonlySet<string>>, held: ReadonlySet<string>): RedundancyFigures {
  let [singleSourced, redundant] = [0, 0];
  for (const [key, of] of houses) {
    if (of.size > 1) redundant += 1;
    else if (!held.has(key)) singleSourced += 1;
  }
  return { singleSourced, redundant };
}

const housesIn = (offered: SupplyToday['offered'], keyOn: PartnerKey, day: Day): Map<string, ReadonlySet<string>> =>
  new Map([...offered].map(([key, rows]) => [key, new Set(rows.map((row) => keyOn(row.organisation, day)))]));

/** What the firm's partners bring on a day. */
export function supplyToday(
  register: Register,
  own: OwnSide,
  active: readonly ActiveAlliance[],
  keyOn: PartnerKey,
  day: Day,
): SupplyToday {
  const offered = groupedBy(offeredIn(register, active, day), resourceKey);
  const held = ownResources(register, own, day);
  return { own, day, held, offered, figures: figuresOf(housesIn(offered, keyOn, day), held) };
}

/**
 * What a candidate's resources add: who brings each to the firm today, who else could, and how many resources one house
 * alone, or several, would offer. Definitions as in `redundancyOf`.
 * @param register the register as it is
 * @param partner the house of the candidate, which is nobody else
 */
export function redundancyEffectOf(
  register: Register,
  { own, day, held, offered, figures }: SupplyToday,
  { resources }: Pick<Candidate, 'resources'>,
  {
    partner,
    isCounted,
    keyOn,
    names,
  }: {
    readonly partner: string;
    /** Whether the alliance would be of the population; one that is not changes no figure. */
    readonly isCounted: boolean;
    readonly keyOn: PartnerKey;
    readonly names: Names;
  },
): RedundancyEffect {
  const houses = housesIn(offered, keyOn, day);
  const houseOf = (organisation: string): string => keyOn(organisation, day);
  const others = (rows: readonly Resource[]) => offersOf(rows, houseOf).filter(({ house }) => house !== partner);
  const brought = resources.map(({ kind, subject }): BroughtResource => {
    const key = resourceKey({ kind, subject });
    const offers = others(offered.get(key) ?? []);
    const here = new Set(offers.map(({ house }) => house));
    const rows = (rowsByResource(register).get(key) ?? []).filter((row) => isHeldElsewhere(register, own, row, day));
    houses.set(key, new Set([...(houses.get(key) ?? []), partner]));
    return {
      kind,
      subject,
      own: held.has(key),
      offers: offers.map((offer) => names.offer(offer)),
      elsewhere: others(rows)
        .filter(({ house }) => !here.has(house))
        .map((offer) => names.offer(offer)),
    };
  });
  return { after: isCounted ? figuresOf(houses, held) : figures, brought };
}
