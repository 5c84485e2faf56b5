import type { CollectionName } from '@entente/contract/register';

/** The collections that have a table of their own. */
export type TableName = Extract<
  CollectionName,
  'alliances' | 'organisations' | 'houses' | 'stakes' | 'people' | 'events' | 'measures' | 'sources'
>;

type TableKind = {
  /** What is shown until the reader chooses; the first column stays in sight. */
  readonly columns: readonly string[];
  readonly sort: string;
  /** The fields of a dated record by which it stands before, on or after the page's date. */
  readonly period: { readonly from: string; readonly to: string } | { readonly on: string } | null;
  /** What its pages are called in addresses. */
  readonly page: string;
};

const held = { from: 'from', to: 'to' } as const;

export const TABLE_KINDS: Readonly<Record<TableName, TableKind>> = {
  alliances: {
    columns: ['name', 'form', 'venture', 'start', 'end', 'ending'],
    sort: 'name',
    period: { from: 'start', to: 'end' },
    page: 'alliances',
  },
  organisations: {
    columns: ['name', 'kind', 'country', 'place', 'founded', 'valueChainPosition'],
    sort: 'name',
    period: { on: 'founded' },
    page: 'partners',
  },
  houses: { columns: ['name', 'slug', 'updatedAt'], sort: 'name', period: null, page: 'houses' },
  stakes: {
    columns: ['holder', 'issuer', 'share', 'from', 'to', 'alliance'],
    sort: 'issuer,from',
    period: held,
    page: 'stakes',
  },
  people: {
    columns: ['name', 'organisation', 'role', 'level', 'from', 'to'],
    sort: 'name',
    period: held,
    page: 'people',
  },
  events: { columns: ['title', 'date', 'kind', 'about'], sort: 'date', period: { on: 'date' }, page: 'events' },
  measures: {
    columns: ['of', 'quantity', 'bound', 'value', 'unit', 'item', 'date', 'status'],
    sort: 'of,quantity,date',
    period: { on: 'date' },
    page: 'measures',
  },
  sources: { columns: ['title', 'key', 'authors', 'kind', 'date'], sort: 'key', period: null, page: 'sources' },
};
