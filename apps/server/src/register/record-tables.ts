import type { CollectionName } from '@entente/contract/register';
import type { SubjectKind } from '@entente/core/kernel';
import { EXISTS, RECORD_FIELDS, type RecordField } from '@entente/core/register';

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

const COLUMN_KINDS: Readonly<Record<Exclude<RecordField['as'], 'reference' | 'subject' | 'subjects'>, ColumnKind>> = {
  line: 'text',
  note: 'text',
  slug: 'text',
  country: 'text',
  language: 'text',
  lei: 'text',
  term: 'text',
  date: 'date',
  end: 'end',
  share: 'share',
  decimal: 'decimal',
  whole: 'integer',
  lines: 'texts',
  details: 'map',
};

/** Columns that cannot bear the field's name: it means something in SQL, or says too little there. */
const COLUMN_NAMES: Readonly<Record<string, string>> = {
  from: 'period_from',
  to: 'period_to',
  start: 'start_date',
  end: 'end_date',
  order: 'reading_order',
};

function snake(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The column that holds a field; what an event is about stands in a table of its own. */
function columnOf(field: RecordField): readonly Column[] {
  const { name } = field;
  if (field.as === 'subjects') return [];
  if (field.as === 'subject') return [{ field: name, column: 'subject', as: 'subject', to: null }];
  if (field.as === 'reference') return [{ field: name, column: `${snake(name)}_id`, as: 'reference', to: field.to }];
  return [{ field: name, column: COLUMN_NAMES[name] ?? snake(name), as: COLUMN_KINDS[field.as], to: null }];
}

/** Values of the workspace's own fields, by key; null where a record has none. */
const custom: Column = { field: 'custom', column: 'custom', as: 'map', to: null };
/** Every record but a source stands or falls with what its best claim says of its existence. */
const exists: Column = { field: EXISTS, column: 'stated', as: 'flag', to: null };

const text = (field: string): Column => ({ field, column: field, as: 'text', to: null });
const CLAIM_COLUMNS: readonly Column[] = [
  { field: 'subject', column: 'subject', as: 'subject', to: null },
  text('field'),
  text('value'),
  { field: 'source', column: 'source_id', as: 'reference', to: 'source' },
  text('place'),
  text('quote'),
  text('rank'),
  text('reason'),
];

const columnsOf = (kind: RowKind): readonly Column[] =>
  kind === 'claim'
    ? CLAIM_COLUMNS
    : [...RECORD_FIELDS[kind].flatMap(columnOf), custom, ...(kind === 'source' ? [] : [exists])];

const PERIOD = { from: 'period_from', to: 'period_to' } as const;

type Parts = Pick<RecordTable, 'collection'> & Partial<RecordTable>;

function table(kind: RowKind, parts: Parts): RecordTable {
  const columns = columnsOf(kind);
  const has = (name: string): boolean => columns.some(({ field }) => field === name);
  return {
    kind,
    table: snake(kind.replaceAll('-', '_')),
    slug: has('slug') ? 'slug' : null,
    label: null,
    period: has('from') ? PERIOD : null,
    parts: [],
    ...parts,
    columns,
  };
}

/** The tables of the register, in an order in which every row finds what it refers to. */
export const RECORD_TABLES: Readonly<Record<RowKind, RecordTable>> = {
  source: table('source', { collection: 'sources', slug: 'key', label: 'title' }),
  organisation: table('organisation', {
    collection: 'organisations',
    label: 'name',
    parts: [{ kind: 'organisation-name', field: 'organisation' }],
  }),
  'organisation-name': table('organisation-name', { collection: 'organisation-names', label: 'text' }),
  house: table('house', {
    collection: 'houses',
    label: 'name',
    parts: [{ kind: 'house-membership', field: 'house' }],
  }),
  'house-membership': table('house-membership', { collection: 'house-memberships' }),
  alliance: table('alliance', {
    collection: 'alliances',
    label: 'name',
    period: { from: 'start_date', to: 'end_date' },
    parts: [
      { kind: 'membership', field: 'alliance' },
      { kind: 'stake', field: 'alliance' },
      { kind: 'resource', field: 'alliance' },
      { kind: 'domain', field: 'alliance' },
    ],
  }),
  membership: table('membership', { collection: 'memberships' }),
  stake: table('stake', { collection: 'stakes' }),
  resource: table('resource', { collection: 'resources' }),
  domain: table('domain', { collection: 'domains' }),
  person: table('person', { collection: 'people', table: 'person_record', label: 'name' }),
  event: table('event', { collection: 'events', label: 'title' }),
  measure: table('measure', { collection: 'measures' }),
  condition: table('condition', { collection: 'conditions' }),
  workforce: table('workforce', { collection: 'workforces' }),
  claim: table('claim', { collection: 'claims' }),
};

/** The kind of record that a collection holds. */
export const kindOf = (collection: CollectionName): RowKind => {
  const found = Object.values(RECORD_TABLES).find((entry) => entry.collection === collection);
  if (found === undefined) throw new Error(`No table holds ${collection}`);
  return found.kind;
};
