import { type Claim, type EdtfDate, Period } from '../kernel/index.ts';
import {
  type Alliance,
  type Overlap,
  type Register,
  type RegisterEvent,
  REMARK_PREFIX,
  type Resource,
  type TermHierarchy,
} from '../register/index.ts';
import { type ActiveAlliance, activeAlliances, areasOf, type Meeting, meetingsOf, overlapOf } from './areas.ts';
import type { SegmentationParameters } from './collisions.ts';
import { resourceKey } from './moves.ts';
import { type OwnSide, partnerKeys, type PartnerKey } from './own-side.ts';
import { beginningOf } from './ties.ts';

/** What the record tells of the two parties' dealings, and the causes that its sources give. */
export type Dealing = { readonly event: RegisterEvent; readonly causes: readonly Claim[] };

/** A partner's alliance with others that works, or may work, where an alliance of the firm with that partner works. */
export type Divert = {
  readonly house: string;
  /** Organisations of the house in the alliance with others. */
  readonly partners: readonly string[];
  readonly elsewhere: Alliance;
  readonly thirdParties: readonly string[];
  readonly since: EdtfDate | null;
  readonly against: ActiveAlliance;
  readonly overlap: Exclude<Overlap, 'none'>;
  readonly meetings: readonly Meeting[];
  /** Resources that the house brings to both, in markets that meet. */
  readonly sameResources: readonly Resource[];
  /** Whether it began after the firm's own alliance with the house; null when a date is missing. */
  readonly later: boolean | null;
  /** Events of the firm's alliance and the partner: causes that the sources give stand beside the finding. */
  readonly dealings: readonly Dealing[];
};

type Elsewhere = {
  readonly alliance: Alliance;
  readonly partners: readonly string[];
  readonly thirdParties: readonly string[];
};

/** Alliances that members of a house hold on a day without the firm, and with somebody else. */
function alliancesElsewhere(
  register: Register,
  own: OwnSide,
  { house, day, keyOn }: { readonly house: string; readonly day: string; readonly keyOn: PartnerKey },
): Elsewhere[] {
  const ours = new Set(own.alliances.map(({ id }) => id));
  const members = register.organisations.filter(({ id }) => keyOn(id, day) === house).map(({ id }) => id);
  const ids = new Set(members.flatMap((id) => register.membershipsBy(id).map(({ alliance }) => alliance)));
  return [...ids].flatMap((id): Elsewhere[] => {
    const alliance = register.alliance(id);
    if (alliance === null || ours.has(id)) return [];
    const holds = Period.on({ from: alliance.start, to: alliance.end }, day);
    const now = register
      .membershipsOf(id)
      .filter(({ from, to }) => holds.active && Period.on({ from: beginningOf(alliance, from), to }, day).active)
      .map(({ organisation }) => organisation);
    const partners = now.filter((organisation) => keyOn(organisation, day) === house);
    const thirdParties = now.filter((id) => !partners.includes(id) && !own.notPartners.has(id));
    return partners.length > 0 && thirdParties.length > 0 ? [{ alliance, partners, thirdParties }] : [];
  });
}

/** Resources that the house brings to both alliances, when their markets may meet. */
function sameResources(
  register: Register,
  terms: TermHierarchy,
  elsewhere: Elsewhere,
  against: ActiveAlliance,
  house: readonly string[],
  day: string,
): Resource[] {
  const markets = areasOf(register, elsewhere.alliance, day).map(({ market }) => market);
  const meet = against.areas.some(({ market }) =>
    markets.some((each) => terms.overlap('market', market, each) !== 'none'),
  );
  if (!meet) return [];
  const brought = (alliance: string, by: readonly string[]): Resource[] =>
    register
      .resourcesIn(alliance)
      .filter((resource) => by.includes(resource.organisation) && Period.on(resource, day).active);
  const here = new Set(brought(against.alliance.id, house).map(resourceKey));
  return brought(elsewhere.alliance.id, elsewhere.partners).filter((resource) => here.has(resourceKey(resource)));
}

function dealingsOf(register: Register, against: ActiveAlliance, house: readonly string[]): Dealing[] {
  return register.events
    .filter(
      ({ about }) =>
        about.some(({ kind, id }) => kind === 'alliance' && id === against.alliance.id) &&
        about.some(({ kind, id }) => kind === 'organisation' && house.includes(id)),
    )
    .map((event) => ({
      event,
      causes: register.claimsOn('event', event.id, `${REMARK_PREFIX}cause`).filter(({ rank }) => rank !== 'deprecated'),
    }))
    .filter(({ causes }) => causes.length > 0);
}

const isLater = (one: EdtfDate | null, other: EdtfDate | null): boolean | null =>
  !one?.earliest || !other?.earliest ? null : one.earliest > other.earliest;

const unknownParts = ({ meetings }: Divert): number => {
  const [first] = meetings;
  return first ? [first.product, first.market, first.region].filter((part) => part !== 'certain').length : 3;
};

/**
 * Where partners of a firm divert to others on a day: a member of a partner's house is in an alliance without the firm
 * whose product, market and region overlap with those of an alliance that the firm has with that house, or it brings the
 * same resource into the same market. Three-valued as collisions are. Found from the recorded network alone; causes that
 * sources give for it stand beside it as their claims (Oh, Chen, Nakamoto and Liu 2024, sections 4.1.2 and 4.1.3).
 */
export function divertsOf(
  register: Register,
  own: OwnSide,
  terms: TermHierarchy,
  parameters: SegmentationParameters,
): readonly Divert[] {
  const { day, level } = parameters;
  const keyOn = partnerKeys(register, level);
  const { active } = activeAlliances(register, own, parameters);
  const houses = new Set(active.flatMap((each) => [...each.houses.keys()]));
  const diverts = [...houses].flatMap((house) =>
    alliancesElsewhere(register, own, { house, day, keyOn }).flatMap((elsewhere) =>
      active.flatMap((against): Divert[] => {
        const members = against.houses.get(house);
        if (!members) return [];
        const meetings = meetingsOf(terms, against.areas, areasOf(register, elsewhere.alliance, day));
        const { start, end } = elsewhere.alliance;
        const { uncertain } = Period.on({ from: start, to: end }, day);
        const overlap = overlapOf(meetings, uncertain || against.uncertain);
        const same = sameResources(register, terms, elsewhere, against, members, day);
        if (overlap === 'none' && same.length === 0) return [];
        return [
          {
            house,
            partners: elsewhere.partners,
            elsewhere: elsewhere.alliance,
            thirdParties: elsewhere.thirdParties,
            since: start,
            against,
            overlap: overlap === 'none' ? 'possible' : overlap,
            meetings,
            sameResources: same,
            later: isLater(start, against.alliance.start),
            dealings: dealingsOf(register, against, [...members, ...elsewhere.partners]),
          },
        ];
      }),
    ),
  );
  const order = (divert: Divert): string =>
    `${divert.overlap === 'certain' ? 0 : 1} ${divert.later === false ? 1 : 0} ${unknownParts(divert)} ${divert.elsewhere.slug} ${divert.against.alliance.slug}`;
  return diverts.sort((one, other) => (order(one) < order(other) ? -1 : 1));
}
