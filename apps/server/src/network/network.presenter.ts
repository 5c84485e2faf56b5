import { type NetworkAnswer, type NetworkQuery, NODE_MEASURES } from '@entente/contract/network';
import { type Day, Period } from '@entente/core/kernel';
import { ALLIANCE_FORMS, type House, type Organisation, type Register, type Source } from '@entente/core/register';
import {
  dayNumberOf,
  membershipsOn,
  type NetworkFigures,
  type NetworkMembership,
  registerMemberships,
  yearsOfChange,
} from '@entente/engine/network';

type Read = {
  readonly register: Register;
  readonly query: NetworkQuery;
  readonly day: Day | null;
  readonly figures: NetworkFigures;
  readonly titles: readonly Source[];
};

const MOST_NAMED = 100;

type Houses = { readonly placeOf: (house: House | null) => number | null; readonly list: NetworkAnswer['houses'] };

/** The houses that nodes belong to, each once, in the order in which they come. */
function housesInOrder(): Houses {
  const places = new Map<string, number>();
  const list: NetworkAnswer['houses'] = [];
  const placeOf = (house: House | null): number | null => {
    if (house === null) return null;
    const known = places.get(house.id);
    if (known !== undefined) return known;
    places.set(house.id, list.length);
    return list.push({ slug: house.slug, name: house.name ?? house.slug }) - 1;
  };
  return { placeOf, list };
}

function houseOf(register: Register, organisation: Organisation, day: Day | null): House | null {
  const rows = register.houseMembershipsOf(organisation.id);
  const held = day === null ? rows[0] : rows.find((row) => Period.on(row, day).active);
  return held === undefined ? null : register.house(held.house);
}

function nodesOf({ register, day, figures }: Read, houses: Houses): NetworkAnswer['nodes'] {
  const organisations = new Map<string, Organisation>(register.organisations.map((row) => [row.slug, row]));
  const houseRows = new Map<string, House>(register.houses.map((row) => [row.slug, row]));
  const nodes: NetworkAnswer['nodes'] = { slug: [], kind: [], name: [], house: [], country: [], organisation: [] };
  for (const key of figures.names) {
    const isHouse = key.startsWith('house:');
    const slug = key.slice(key.indexOf(':') + 1);
    const organisation = isHouse ? undefined : organisations.get(slug);
    const house = isHouse ? houseRows.get(slug) : organisation && houseOf(register, organisation, day);
    nodes.slug.push(slug);
    nodes.kind.push(isHouse ? 'house' : 'organisation');
    nodes.name.push((isHouse ? house?.name : organisation?.name) ?? slug);
    nodes.house.push(houses.placeOf(house ?? null));
    nodes.country.push(organisation?.country ?? null);
    nodes.organisation.push(organisation?.kind ?? null);
  }
  return nodes;
}

const named = ({ slug, name }: { readonly slug: string; readonly name: string | null }) => ({
  slug,
  name: name ?? slug,
});

const endsUnknown = ({ row, of }: NetworkMembership): boolean =>
  (row.to === 'unknown' || of.end === 'unknown') && typeof row.to !== 'object' && typeof of.end !== 'object';

function leftOut({ register, day, figures }: Read, memberships: readonly NetworkMembership[]): NetworkAnswer['left'] {
  const bySlug = new Map<string, string | null>(register.alliances.map(({ slug, name }) => [slug, name]));
  const { tooLarge, oneMember, repeated } = figures.left;
  const undated = memberships.filter(({ from }) => from === null);
  const undatedAlliances = [...new Set(undated.map(({ of }) => of))].slice(0, MOST_NAMED).map(named);
  const held = membershipsOn(memberships, day === null ? null : dayNumberOf(day));
  return {
    tooLarge: tooLarge.map(({ alliance, members }) => ({
      slug: alliance,
      name: bySlug.get(alliance) ?? alliance,
      members,
    })),
    oneMember,
    undated: {
      memberships: day === null ? 0 : undated.length,
      alliances: day === null ? [] : undatedAlliances,
    },
    repeated,
    endUnknown: day === null ? 0 : held.filter(endsUnknown).length,
  };
}

/** The answer of a network: what was computed, under the names of the register. */
export function networkAnswerOf(read: Read): NetworkAnswer {
  const { register, query, day, figures, titles } = read;
  const houses = housesInOrder();
  const memberships = registerMemberships(register, day);
  const years = yearsOfChange(memberships);
  const measures = query.measures ?? NODE_MEASURES;
  return {
    level: query.level,
    asOf: day,
    alliances: figures.alliances,
    nodes: nodesOf(read, houses),
    houses: houses.list,
    measures: Object.fromEntries(measures.map((measure, nth) => [measure, figures.measures[nth] as (number | null)[]])),
    ties: {
      source: [...figures.ties.source],
      target: [...figures.ties.target],
      weight: [...figures.ties.weight],
      forms: [...figures.ties.forms],
    },
    forms: [...ALLIANCE_FORMS, null],
    searches: figures.searches,
    years: {
      year: years.map(({ year }) => year),
      begun: years.map(({ begun }) => begun),
      ended: years.map(({ ended }) => ended),
    },
    left: leftOut(read, memberships),
    sources: titles.map(({ key, title }) => ({ key, title })),
  };
}
