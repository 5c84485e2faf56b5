import type { Day, EdtfDate } from '../kernel/index.ts';
import { EdtfDate as Dates, groupedBy } from '../kernel/index.ts';
import type { Alliance, HouseMembership, Register, Resource } from '../register/index.ts';
import { type OwnSide, partnerKeys, type PartnerKey, partnersIn } from './own-side.ts';
import type { Level, Population } from './parameters.ts';
import { beginningOf, isInPopulation, type Tie } from './ties.ts';

export const MOVE_KINDS = [
  'formed',
  'joined',
  'resource-added',
  'domain-added',
  'stake-changed',
  'left',
  'ended',
  'merged',
] as const;
export type MoveKind = (typeof MOVE_KINDS)[number];

export const CONFIGURATION_TYPES = [
  'optimization',
  'resource-development',
  'alliance-portfolio-development',
  'diversification',
] as const;
/** The four types of 000, Fig. 1. */
export type ConfigurationType = (typeof CONFIGURATION_TYPES)[number];

export type Novelty = 'existing' | 'new';

/** A dated change of one alliance of the population. */
export type Move = {
  readonly date: EdtfDate;
  readonly day: Day;
  readonly year: number;
  readonly alliance: Alliance;
  readonly kind: MoveKind;
  /** The move that founds the portfolio: shown, but judged against nothing. */
  readonly founding: boolean;
  /** Organisations that came or left with the move. */
  readonly partners: readonly string[];
  /** Of additive moves only: whether the firm had any tie with the partner's house before. */
  readonly partner: Novelty | null;
  readonly resource: Novelty | null;
  readonly type: ConfigurationType | null;
  /** Resources that the move brought, and those among them that were new to the firm. */
  readonly brought: readonly Resource[];
  readonly fresh: readonly Resource[];
};

const ADDITIVE: readonly MoveKind[] = ['formed', 'joined', 'resource-added', 'domain-added'];

type Change = {
  readonly alliance: Alliance;
  readonly date: EdtfDate;
  readonly day: Day;
  readonly kind: MoveKind;
  readonly partners: readonly string[];
  readonly brought: readonly Resource[];
};

/**
 * Type of a move, or of a configuration, from its two dimensions (Oh et al. 2024, section 3.1 and Fig. 1).
 * @example configurationType(true, false) // => 'alliance-portfolio-development'
 */
export function configurationType(newPartner: boolean, newResource: boolean): ConfigurationType {
  if (newPartner) return newResource ? 'diversification' : 'alliance-portfolio-development';
  return newResource ? 'resource-development' : 'optimization';
}

export const resourceKey = (resource: Pick<Resource, 'kind' | 'subject'>): string =>
  `${resource.kind}:${resource.subject}`;

const dated = (date: EdtfDate | null): { date: EdtfDate; day: Day } | null =>
  date?.earliest ? { date, day: date.earliest } : null;

/** Changes of one alliance by day: what happens on one day to one alliance is one move, named by its weightiest part. */
function changesOf(register: Register, own: OwnSide, alliance: Alliance): Change[] {
  const start = dated(alliance.start);
  if (!start) return [];
  const byDay = new Map<Day, { date: EdtfDate; kinds: Set<MoveKind>; partners: Set<string>; brought: Resource[] }>();
  const on = (when: { date: EdtfDate; day: Day }, kind: MoveKind) => {
    let change = byDay.get(when.day);
    if (!change)
      byDay.set(when.day, (change = { date: when.date, kinds: new Set(), partners: new Set(), brought: [] }));
    change.kinds.add(kind);
    return change;
  };
  const later = (date: EdtfDate | null): { date: EdtfDate; day: Day } | null => {
    const when = dated(date);
    return when && when.day > start.day ? when : null;
  };
  const founding = on(start, 'formed');
  const joinedOn = new Map<string, { date: EdtfDate; day: Day }>();
  for (const member of partnersIn(register, own, alliance.id)) {
    const joined = later(member.from);
    if (joined) {
      on(joined, 'joined').partners.add(member.organisation);
      joinedOn.set(member.organisation, joined);
    } else founding.partners.add(member.organisation);
    const left = typeof member.to === 'object' ? dated(member.to) : null;
    const end = typeof alliance.end === 'object' ? dated(alliance.end) : null;
    if (left && left.day !== end?.day) on(left, 'left').partners.add(member.organisation);
  }
  for (const resource of register.resourcesIn(alliance.id)) {
    if (own.notPartners.has(resource.organisation)) continue;
    const joined = joinedOn.get(resource.organisation);
    const added = later(resource.from);
    if (added && added.day !== joined?.day) on(added, 'resource-added').brought.push(resource);
    else if (joined) on(joined, 'joined').brought.push(resource);
    else founding.brought.push(resource);
  }
  for (const domain of register.domainsOf(alliance.id)) {
    const added = later(domain.from);
    if (added) on(added, 'domain-added');
  }
  for (const stake of register.stakesIn(alliance.id)) {
    const changed = later(stake.from);
    if (changed) on(changed, 'stake-changed');
  }
  const end = typeof alliance.end === 'object' ? dated(alliance.end) : null;
  if (end) on(end, alliance.ending === 'merged' ? 'merged' : 'ended');
  return [...byDay].map(([day, change]) => ({
    alliance,
    date: change.date,
    day,
    kind: MOVE_KINDS.find((kind) => change.kinds.has(kind)) ?? 'stake-changed',
    partners: [...change.partners],
    brought: change.brought,
  }));
}

/** The first day on which the firm had each resource, by its own stock or by any tie of any form. */
function firstHeld(register: Register, own: OwnSide): ReadonlyMap<string, Day> {
  const held = new Map<string, Day>();
  const hold = (resource: Resource, day: Day | null): void => {
    const key = resourceKey(resource);
    const before = held.get(key);
    const from = day ?? '';
    if (before === undefined || from < before) held.set(key, from);
  };
  for (const organisation of own.organisations) {
    for (const resource of register.ownStockOf(organisation)) hold(resource, resource.from?.earliest ?? null);
  }
  for (const alliance of own.alliances) {
    const memberships = register.membershipsOf(alliance.id);
    for (const resource of register.resourcesIn(alliance.id)) {
      const joined = memberships.find((row) => row.organisation === resource.organisation)?.from ?? null;
      const day = beginningOf(alliance, resource.from ?? joined)?.earliest ?? null;
      if (day !== null) hold(resource, day);
    }
  }
  return held;
}

const byHouse = new WeakMap<Register, ReadonlyMap<string, readonly HouseMembership[]>>();

/** Memberships of houses; found once, as a whole register is asked firm by firm. */
function membersByHouse(register: Register): ReadonlyMap<string, readonly HouseMembership[]> {
  let known = byHouse.get(register);
  if (!known) byHouse.set(register, (known = groupedBy(register.houseMemberships, (row) => row.house)));
  return known;
}

/** Whether the firm had any tie with what `key` stands for before a day; ties of that very day do not count. */
function tiedBefore(register: Register, ties: readonly Tie[], keyOn: PartnerKey): (key: string, day: Day) => boolean {
  const firstTie = new Map<string, Day>();
  for (const tie of ties) if (!firstTie.has(tie.partner)) firstTie.set(tie.partner, tie.from);
  const before = (organisation: string, day: Day): boolean => (firstTie.get(organisation) ?? day) < day;
  const membersOf = membersByHouse(register);
  return (key, day) => {
    const id = key.slice(key.indexOf(':') + 1);
    if (key.startsWith('organisation:')) return before(id, day);
    return (membersOf.get(id) ?? []).some(
      ({ organisation }) => before(organisation, day) && keyOn(organisation, day) === key,
    );
  };
}

/**
 * The moves of the focal firm's population in order of date, each typed by partner and resource novelty
 * (000, section 2.2 and Fig. 1). Moves of one day are judged against the portfolio before that day. The alliances of the
 * first day found the portfolio.
 */
export function movesOf(
  register: Register,
  own: OwnSide,
  ties: readonly Tie[],
  population: Population,
  level: Level,
): readonly Move[] {
  const held = firstHeld(register, own);
  const keyOn = partnerKeys(register, level);
  const isKnown = tiedBefore(register, ties, keyOn);
  const changes = own.alliances
    .filter((alliance) => isInPopulation(alliance, population))
    .flatMap((alliance) => changesOf(register, own, alliance));
  const order = (change: Change): string => `${change.day} ${MOVE_KINDS.indexOf(change.kind)} ${change.alliance.slug}`;
  const ordered = changes
    .map((change) => ({ change, place: order(change) }))
    .sort((one, other) => (one.place < other.place ? -1 : 1))
    .map(({ change }) => change);
  const firstDay = ordered[0]?.day;
  return ordered.map((change) => {
    const founding = change.day === firstDay;
    const additive = ADDITIVE.includes(change.kind);
    const fresh = founding
      ? []
      : change.brought.filter((resource) => (held.get(resourceKey(resource)) ?? '') >= change.day);
    const comes = change.kind === 'formed' || change.kind === 'joined';
    const newPartner = comes && change.partners.some((partner) => !isKnown(keyOn(partner, change.day), change.day));
    const judged = additive && !founding;
    return {
      ...change,
      year: Dates.yearOf(change.day),
      founding,
      partner: judged ? (newPartner ? 'new' : 'existing') : null,
      resource: judged ? (fresh.length > 0 ? 'new' : 'existing') : null,
      type: judged ? configurationType(newPartner, fresh.length > 0) : null,
      fresh,
    };
  });
}
