import { type Claim, type Day, groupedBy, Period } from '../kernel/index.ts';
import { type Alliance, REMARK_PREFIX, type Register, type Resource, type ResourceKind } from '../register/index.ts';
import { type ActiveAlliance, activeAlliances } from './areas.ts';
import type { SegmentationParameters } from './collisions.ts';
import { resourceKey } from './moves.ts';
import { type OwnSide, type PartnerKey, partnerKeys } from './own-side.ts';

/** Rows of one resource that one house offers. */
export type Offer = {
  /** `house:<id>`, or `organisation:<id>` of one without a house. */
  readonly house: string;
  readonly organisations: readonly string[];
  readonly resources: readonly Resource[];
};

/** Who offers a resource to the firm, and who else could. */
export type ResourceSupply = {
  readonly kind: ResourceKind;
  readonly subject: string;
  /** Houses that bring it to an alliance of the firm that holds on the day. */
  readonly offers: readonly Offer[];
  /** Houses outside the firm's alliances of the day that bring or hold it by the record. */
  readonly elsewhere: readonly Offer[];
  /** The firm holds it itself, or brings it to an alliance. */
  readonly own: boolean;
  /** One house alone offers it and the firm does not hold it. */
  readonly singleSourced: boolean;
};

/** What documents say is shared between the alliances of a firm (000, section 5, Proposition 3). */
export type SharedResource = {
  readonly what: string;
  readonly shared: readonly { readonly alliance: Alliance; readonly claims: readonly Claim[] }[];
};

export type Redundancy = {
  readonly day: Day;
  /** Single-sourced ones first, then by kind and subject. */
  readonly supplies: readonly ResourceSupply[];
  readonly shared: readonly SharedResource[];
};

/** The topic under which a case says what an alliance shares with others. */
export const SHARED_TOPIC = 'shared-with-other-ventures';

const holdsOn = (resource: Resource, day: Day): boolean => Period.on(resource, day).active;

export function offersOf(resources: readonly Resource[], houseOf: (organisation: string) => string): Offer[] {
  return [...groupedBy(resources, (resource) => houseOf(resource.organisation))].map(([house, rows]) => ({
    house,
    organisations: [...new Set(rows.map((row) => row.organisation))],
    resources: rows,
  }));
}

/** Whether somebody outside the firm brings or holds a resource on a day. */
export function isHeldElsewhere(
  register: Register,
  own: OwnSide,
  { alliance, organisation, ...resource }: Resource,
  day: Day,
): boolean {
  if (own.notPartners.has(organisation)) return false;
  const of = alliance === null ? null : register.alliance(alliance);
  const held = of === null || Period.on({ from: of.start, to: of.end }, day).active;
  return held && Period.on(resource, day).active;
}

function heldElsewhere(register: Register, own: OwnSide, day: Day): readonly Resource[] {
  return register.resources.filter((resource) => isHeldElsewhere(register, own, resource, day));
}

function sharedResources(register: Register, alliances: readonly Alliance[]): SharedResource[] {
  const stated = alliances.flatMap((alliance) =>
    register
      .claimsOn('alliance', alliance.id, `${REMARK_PREFIX}${SHARED_TOPIC}`)
      .filter(({ rank }) => rank !== 'deprecated')
      .map((claim) => ({ alliance, claim })),
  );
  return [...groupedBy(stated, ({ claim }) => claim.value)].map(([what, said]) => ({
    what,
    shared: [...groupedBy(said, ({ alliance }) => alliance)].map(([alliance, each]) => ({
      alliance,
      claims: each.map(({ claim }) => claim),
    })),
  }));
}

function suppliesOf(
  offered: readonly Resource[],
  elsewhere: readonly Resource[],
  own: ReadonlySet<string>,
  houseOf: (organisation: string) => string,
): ResourceSupply[] {
  const others = groupedBy(elsewhere, resourceKey);
  return [...groupedBy(offered, resourceKey)].map(([key, rows]): ResourceSupply => {
    const [{ kind, subject }] = rows as [Resource];
    const offers = offersOf(rows, houseOf);
    const here = new Set(offers.map(({ house }) => house));
    const isOwn = own.has(key);
    return {
      kind,
      subject,
      offers,
      elsewhere: offersOf(others.get(key) ?? [], houseOf).filter(({ house }) => !here.has(house)),
      own: isOwn,
      singleSourced: offers.length === 1 && !isOwn,
    };
  });
}

/** What partners bring to the alliances of a day. */
export function offeredIn(register: Register, active: readonly ActiveAlliance[], day: Day): readonly Resource[] {
  return active.flatMap(({ alliance, ties }) => {
    const partners = new Set(ties.map(({ partner }) => partner));
    return register
      .resourcesIn(alliance.id)
      .filter((resource) => partners.has(resource.organisation) && holdsOn(resource, day));
  });
}

export function ownResources(register: Register, own: OwnSide, day: Day): ReadonlySet<string> {
  const held = [...own.organisations].flatMap((organisation) => register.ownStockOf(organisation));
  const brought = own.alliances
    .flatMap(({ id }) => register.resourcesIn(id))
    .filter(({ organisation }) => own.organisations.has(organisation));
  return new Set([...held, ...brought].filter((resource) => holdsOn(resource, day)).map(resourceKey));
}

/**
 * For each resource (kind and subject) that partners bring on a day: which houses offer it, who else on record could, and
 * which are had from one house alone. Beside it, what documents say is shared between the firm's alliances: the
 * redundant network resources of Oh, Chen, Nakamoto and Liu (2024), section 5, Proposition 3.
 */
export function redundancyOf(register: Register, own: OwnSide, parameters: SegmentationParameters): Redundancy {
  const { day, level } = parameters;
  const keyOn: PartnerKey = partnerKeys(register, level);
  const { active } = activeAlliances(register, own, parameters);
  const offered = offeredIn(register, active, day);
  const supplies = suppliesOf(
    offered,
    heldElsewhere(register, own, day),
    ownResources(register, own, day),
    (organisation) => keyOn(organisation, day),
  );
  const order = (supply: ResourceSupply): string => `${supply.singleSourced ? 0 : 1} ${supply.kind} ${supply.subject}`;
  return {
    day,
    supplies: supplies.sort((one, other) => (order(one) < order(other) ? -1 : 1)),
    shared: sharedResources(
      register,
      active.map(({ alliance }) => alliance),
    ),
  };
}
