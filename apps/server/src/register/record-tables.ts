import type { CollectionName } from '@entente/contract/register';
import type { SubjectKind } from '@entente/core/kernel';
import { EXISTS } from '@entente/core/register';

/** A claim is a row of the register too, though no claim is about a claim. */
export type RowKind = SubjectKind | 'claim';

/** How a column's value is written in SQL and on the wire. */
export type ColumnKind =
  | 'text'
  | 'date'
  | 'end'
  | 'share'
  | 'decimal'
  | 'integer'
  | 'texts'
  | 'map'
  | 'flag'
  | 'reference'
  | 'subject';

export type Column = {
  /** Name in the model and on the wire. */
  readonly field: string;
  /** Column; for `subject` what precedes `_kind` and `_id`. */
  readonly column: string;
  readonly as: ColumnKind;
  /** What a reference leads to. */
  readonly to: RowKind | null;
};

export type RecordTable = {
  readonly kind: RowKind;
  readonly collection: CollectionName;
  readonly table: string;
  /** The field that holds the readable name in addresses. */
  readonly slug: 'slug' | 'key' | null;
  /** The column that names a record where another mentions it. */
  readonly label: 'name' | 'title' | 'text' | null;
  readonly columns: readonly Column[];
  /** The period that `asOf` reads: its columns before `_earliest`. */
  readonly period: { readonly from: string; readonly to: string } | null;
  /** Rows that are parts of this one and go with it, by the field that refers to it. */
  readonly parts: readonly { readonly kind: SubjectKind; readonly field: string }[];
};

const plain =
  (as: ColumnKind) =>
  (field: string, column = snake(field)): Column => ({ field, column, as, to: null });
const text = plain('text');
const date = plain('date');
const end = plain('end');
const share = plain('share');
const decimal = plain('decimal');
const to = (kind: RowKind, field: string): Column => ({
  field,
  column: `${snake(field)}_id`,
  as: 'reference',
  to: kind,
});
const subject = (field: string): Column => ({ field, column: 'subject', as: 'subject', to: null });
/** Every record but a source stands or falls with what its best claim says of its existence. */
const exists: Column = { field: EXISTS, column: 'stated', as: 'flag', to: null };
const NEVER_DENIED: readonly RowKind[] = ['source', 'claim'];
/** Values of the workspace's own fields, by key; null where a record has none. */
const custom: Column = { field: 'custom', column: 'custom', as: 'map', to: null };

const period: readonly Column[] = [date('from', 'period_from'), end('to', 'period_to')];
const PERIOD = { from: 'period_from', to: 'period_to' } as const;

function snake(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

type Parts = Pick<RecordTable, 'collection' | 'columns'> & Partial<RecordTable>;

const table = (kind: RowKind, parts: Parts): RecordTable => ({
  kind,
  table: snake(kind.replaceAll('-', '_')),
  slug: parts.columns.some(({ field }) => field === 'slug') ? 'slug' : null,
  label: null,
  period: parts.columns.some(({ field }) => field === 'from') ? PERIOD : null,
  parts: [],
  ...parts,
  columns: [...parts.columns, ...(kind === 'claim' ? [] : [custom]), ...(NEVER_DENIED.includes(kind) ? [] : [exists])],
});

/** The tables of the register, in an order in which every row finds what it refers to. */
export const RECORD_TABLES: Readonly<Record<RowKind, RecordTable>> = {
  source: table('source', {
    collection: 'sources',
    slug: 'key',
    label: 'title',
    columns: [
      text('key'),
      text('kind'),
      text('title'),
      plain('texts')('authors'),
      date('date'),
      text('venue'),
      text('doi'),
      text('language'),
      to('source', 'within'),
      text('place'),
      plain('map')('details'),
    ],
  }),
  organisation: table('organisation', {
    collection: 'organisations',
    label: 'name',
    columns: [
      text('slug'),
      text('name'),
      text('kind'),
      text('country'),
      date('founded'),
      date('closed'),
      text('lei'),
      text('place'),
      text('valueChainPosition'),
    ],
    parts: [{ kind: 'organisation-name', field: 'organisation' }],
  }),
  'organisation-name': table('organisation-name', {
    collection: 'organisation-names',
    label: 'text',
    columns: [
      to('organisation', 'organisation'),
      text('text'),
      text('kind'),
      text('language'),
      text('reading'),
      ...period,
    ],
  }),
  house: table('house', {
    collection: 'houses',
    label: 'name',
    columns: [text('slug'), text('name')],
    parts: [{ kind: 'house-membership', field: 'house' }],
  }),
  'house-membership': table('house-membership', {
    collection: 'house-memberships',
    columns: [to('house', 'house'), to('organisation', 'organisation'), ...period],
  }),
  alliance: table('alliance', {
    collection: 'alliances',
    label: 'name',
    columns: [
      text('slug'),
      text('name'),
      text('form'),
      to('organisation', 'venture'),
      date('start', 'start_date'),
      end('end', 'end_date'),
      text('ending'),
      to('alliance', 'endedInto'),
      text('objectives'),
      text('stage'),
      text('status'),
    ],
    period: { from: 'start_date', to: 'end_date' },
    parts: [
      { kind: 'membership', field: 'alliance' },
      { kind: 'stake', field: 'alliance' },
      { kind: 'resource', field: 'alliance' },
      { kind: 'domain', field: 'alliance' },
    ],
  }),
  membership: table('membership', {
    collection: 'memberships',
    columns: [to('alliance', 'alliance'), to('organisation', 'organisation'), text('role'), ...period],
  }),
  stake: table('stake', {
    collection: 'stakes',
    columns: [
      to('alliance', 'alliance'),
      to('organisation', 'issuer'),
      to('organisation', 'holder'),
      text('holders'),
      plain('integer')('holderCount'),
      share('share'),
      share('votingShare'),
      ...period,
    ],
  }),
  resource: table('resource', {
    collection: 'resources',
    columns: [
      to('alliance', 'alliance'),
      to('organisation', 'organisation'),
      text('kind'),
      text('subject'),
      text('property'),
      ...period,
    ],
  }),
  domain: table('domain', {
    collection: 'domains',
    columns: [to('alliance', 'alliance'), text('product'), text('market'), text('region'), text('activity'), ...period],
  }),
  person: table('person', {
    collection: 'people',
    table: 'person_record',
    label: 'name',
    columns: [
      text('slug'),
      text('name'),
      to('organisation', 'organisation'),
      text('role'),
      text('level'),
      to('organisation', 'dispatchedFrom'),
      to('organisation', 'dispatchedTo'),
      ...period,
    ],
  }),
  event: table('event', {
    collection: 'events',
    label: 'title',
    columns: [text('slug'), text('title'), date('date'), text('kind')],
  }),
  measure: table('measure', {
    collection: 'measures',
    columns: [
      text('slug'),
      subject('of'),
      text('quantity'),
      decimal('value'),
      text('unit'),
      text('scope'),
      text('item'),
      text('status'),
      text('bound'),
      date('date'),
      text('order', 'reading_order'),
    ],
  }),
  condition: table('condition', {
    collection: 'conditions',
    columns: [text('slug'), subject('on'), text('kind'), text('text'), ...period],
  }),
  workforce: table('workforce', {
    collection: 'workforces',
    columns: [
      text('slug'),
      to('organisation', 'organisation'),
      text('origin'),
      decimal('number'),
      text('words'),
      date('date'),
    ],
  }),
  claim: table('claim', {
    collection: 'claims',
    columns: [
      subject('subject'),
      text('field'),
      text('value'),
      to('source', 'source'),
      text('place'),
      text('quote'),
      text('rank'),
      text('reason'),
    ],
  }),
};

/** The kind of record that a collection holds. */
export const kindOf = (collection: CollectionName): RowKind => {
  const found = Object.values(RECORD_TABLES).find((entry) => entry.collection === collection);
  if (found === undefined) throw new Error(`No table holds ${collection}`);
  return found.kind;
};
