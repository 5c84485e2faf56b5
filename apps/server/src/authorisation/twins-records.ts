import { SHAREABLE_FIELDS, SHAREABLE_KINDS, type ShareableKind } from '@entente/core/accounts';
import {
  ALLIANCE_FORMS,
  EVENT_KINDS,
  MEASURE_STATUSES,
  ORGANISATION_KINDS,
  RESOURCE_KINDS,
  RESOURCE_PROPERTIES,
} from '@entente/core/register';
import { type CollectionName, COLLECTIONS, KIND_OF } from '@entente/contract/register';
import type { Draw } from './twins-draw.ts';

export type Body = Record<string, unknown>;

/** What records refer to. */
export type Places = {
  readonly alliance: string;
  readonly organisation: string;
  /** Who is asked to hold a stake; each holder once, or stakes of one time overlap. */
  readonly holder: string | null;
  readonly source: string;
  readonly house: string;
};

const year = (draw: Draw, from: number): string => String(from + draw.below(9));
const period = (draw: Draw): Body => ({ from: year(draw, 1980), to: year(draw, 2000) });

type Maker = (draw: Draw, places: Places) => Body;

/** A body for each collection, every word of it drawn. */
const MAKERS: Readonly<Record<CollectionName, Maker>> = {
  organisations: (draw) => ({
    name: `Firm ${draw.word()}`,
    slug: draw.word(),
    kind: draw.one(ORGANISATION_KINDS.filter((kind) => kind !== 'venture')),
    country: draw.one(['TW', 'JP', 'FR', 'US']),
    place: draw.word(),
    founded: year(draw, 1900),
    closed: year(draw, 2020),
  }),
  'organisation-names': (draw, { organisation }) => ({ organisation, text: `Alias ${draw.word()}`, kind: 'alias' }),
  houses: (draw) => ({ name: `House ${draw.word()}`, slug: draw.word() }),
  'house-memberships': (draw, { house, organisation }) => ({ house, organisation, ...period(draw) }),
  alliances: (draw) => ({
    name: `Alliance ${draw.word()}`,
    slug: draw.word(),
    form: draw.one(ALLIANCE_FORMS),
    start: year(draw, 1980),
    end: year(draw, 2000),
    ending: draw.one(['expired', 'merged', 'dissolved']),
    objectives: draw.word(),
    stage: draw.word(),
    status: draw.word(),
  }),
  memberships: (draw, { alliance, organisation }) => ({
    alliance,
    organisation,
    role: draw.word(),
    ...period(draw),
  }),
  stakes: (draw, { alliance, holder }) => ({
    alliance,
    ...(holder === null ? { holders: draw.word(), holderCount: 1 + draw.below(9) } : { holder }),
    share: `${1 + draw.below(5)}.${draw.below(10)}`,
    votingShare: `${1 + draw.below(5)}`,
    ...period(draw),
  }),
  resources: (draw, { alliance, organisation }) => ({
    alliance,
    organisation,
    kind: draw.one(RESOURCE_KINDS),
    subject: draw.word(),
    property: draw.one(RESOURCE_PROPERTIES),
    ...period(draw),
  }),
  domains: (draw, { alliance }) => ({
    alliance,
    product: draw.word(),
    market: draw.word(),
    region: draw.word(),
    activity: draw.word(),
    ...period(draw),
  }),
  people: (draw, { organisation }) => ({ name: `Person ${draw.word()}`, slug: draw.word(), organisation }),
  events: (draw, { alliance }) => ({
    title: `Event ${draw.word()}`,
    slug: draw.word(),
    date: year(draw, 1990),
    kind: draw.one(EVENT_KINDS),
    about: [{ kind: 'alliance', id: alliance }],
  }),
  measures: (draw, { alliance }) => ({
    of: { kind: 'alliance', id: alliance },
    slug: draw.word(),
    quantity: draw.word(),
    value: String(draw.below(9000)),
    unit: draw.word(),
    item: draw.word(),
    scope: draw.word(),
    status: draw.one(MEASURE_STATUSES),
    bound: draw.one(['=', 'about', 'nearly']),
    date: year(draw, 1990),
  }),
  conditions: (draw, { alliance }) => ({
    on: { kind: 'alliance', id: alliance },
    slug: draw.word(),
    text: `Condition ${draw.word()}`,
  }),
  workforces: (draw, { organisation }) => ({
    organisation,
    slug: draw.word(),
    origin: draw.word(),
    number: String(draw.below(900)),
    date: year(draw, 1990),
  }),
  sources: (draw) => ({ key: draw.word(), kind: 'article', title: `Article ${draw.word()}`, date: '2017' }),
  claims: (draw, { organisation, source }) => ({
    subject: { kind: 'organisation', id: organisation },
    field: 'place',
    value: draw.word(),
    source,
    place: `p. ${draw.below(9000)}`,
  }),
};

export const bodyFor = (collection: CollectionName, draw: Draw, places: Places): Body =>
  MAKERS[collection](draw, places);

const ENTRIES = Object.entries(KIND_OF) as [CollectionName, string][];
export const collectionOfKind = (kind: string): CollectionName =>
  ENTRIES.find(([, each]) => each === kind)?.[0] ?? 'organisations';

/** Every collection, in an order in which none needs a later one. */
export const COLLECTION_NAMES = Object.keys(COLLECTIONS) as readonly CollectionName[];

export type Selection = readonly { readonly kind: ShareableKind; readonly fields: readonly string[] }[];

/** Kinds and fields at random; a kind without fields is only counted. */
export function drawnSelection(draw: Draw): Selection {
  const kinds = draw.some(SHAREABLE_KINDS, 2);
  return kinds.map((kind) => ({
    kind,
    fields: draw.chance(0.25) ? [] : draw.some<string>(SHAREABLE_FIELDS[kind], 1),
  }));
}

/** Which fields of each kind any of the selections shows; a kind in none of them is not there. */
export function shownFields(selections: readonly Selection[]): ReadonlyMap<ShareableKind, ReadonlySet<string>> {
  const shown = new Map<ShareableKind, Set<string>>();
  for (const { kind, fields } of selections.flat()) shown.set(kind, new Set([...(shown.get(kind) ?? []), ...fields]));
  return shown;
}

/** What the values of a record lead to; they decide which other records are told, whatever is chosen of this one. */
const LEADING = new Set([
  'alliance',
  'organisation',
  'holder',
  'holders',
  'holderCount',
  'about',
  'of',
  'name',
  'title',
]);

/** The body of a record that both twins have: fields that are shown are the same in both, all others are each one's own. */
export function halfHidden(shown: ReadonlySet<string>, open: Body, hidden: Body): Body {
  return Object.fromEntries(
    Object.entries(open).map(([field, value]) => [
      field,
      shown.has(field) || LEADING.has(field) ? value : (hidden[field] ?? value),
    ]),
  );
}
