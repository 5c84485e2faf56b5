import type { SubjectKind } from '../kernel/index.ts';
import type { TermList } from './wording.ts';
import {
  ALLIANCE_FORMS,
  ENDINGS,
  EVENT_KINDS,
  MEASURE_BOUNDS,
  MEASURE_ORDERS,
  MEASURE_STATUSES,
  NAME_KINDS,
  ORGANISATION_KINDS,
  PERSON_LEVELS,
  RESOURCE_KINDS,
  RESOURCE_PROPERTIES,
  SOURCE_KINDS,
  VALUE_CHAIN_POSITIONS,
} from './vocabulary.ts';

/** What a field holds, as forms, tables, files and the database need to know it. */
export type FieldShape =
  /** One line; several lines; a readable name in ASCII; several lines each of its own; named details. */
  | { readonly as: 'line' | 'note' | 'slug' | 'lines' | 'details' }
  /** EDTF; the exclusive end of a period (`..` open, `unknown`). */
  | { readonly as: 'date' | 'end' }
  /** Exact percentage; exact decimal; whole number. */
  | { readonly as: 'share' | 'decimal' | 'whole' }
  /** ISO 3166-1 alpha-2; BCP 47; ISO 17442. */
  | { readonly as: 'country' | 'language' | 'lei' }
  | { readonly as: 'term'; readonly list: TermList; readonly terms: readonly string[] }
  /** A record of one kind; a record of one of several kinds; several records of any kind. */
  | { readonly as: 'reference'; readonly to: SubjectKind }
  | { readonly as: 'subject'; readonly to: readonly SubjectKind[] }
  | { readonly as: 'subjects' };

export type RecordField = FieldShape & {
  readonly name: string;
  /** Whether a new record must give it. */
  readonly required: boolean;
};

const plain =
  (as: Exclude<FieldShape['as'], 'term' | 'reference' | 'subject'>) =>
  (name: string, need: 'required' | 'optional' = 'optional'): RecordField => ({
    as,
    name,
    required: need === 'required',
  });
const line = plain('line');
const note = plain('note');
const slug = plain('slug');
const date = plain('date');
const share = plain('share');
const decimal = plain('decimal');

const term = (
  name: string,
  list: TermList,
  terms: readonly string[],
  need: 'required' | 'optional' = 'optional',
): RecordField => ({ as: 'term', name, list, terms, required: need === 'required' });

const to = (kind: SubjectKind, name: string, need: 'required' | 'optional' = 'optional'): RecordField => ({
  as: 'reference',
  to: kind,
  name,
  required: need === 'required',
});
const measured = (name: string): RecordField => ({
  as: 'subject',
  to: ['organisation', 'alliance'],
  name,
  required: true,
});

const period: readonly RecordField[] = [date('from'), plain('end')('to')];

/** The fields of each kind of record in the order in which people read them. */
export const RECORD_FIELDS: Readonly<Record<SubjectKind, readonly RecordField[]>> = {
  alliance: [
    line('name', 'required'),
    term('form', 'forms', ALLIANCE_FORMS),
    to('organisation', 'venture'),
    date('start'),
    plain('end')('end'),
    term('ending', 'endings', ENDINGS),
    to('alliance', 'endedInto'),
    note('objectives'),
    line('stage'),
    line('status'),
    slug('slug'),
  ],
  organisation: [
    line('name', 'required'),
    term('kind', 'organisationKinds', ORGANISATION_KINDS),
    plain('country')('country'),
    line('place'),
    date('founded'),
    date('closed'),
    plain('lei')('lei'),
    term('valueChainPosition', 'positions', VALUE_CHAIN_POSITIONS),
    slug('slug'),
  ],
  'organisation-name': [
    to('organisation', 'organisation', 'required'),
    line('text', 'required'),
    term('kind', 'nameKinds', NAME_KINDS, 'required'),
    plain('language')('language'),
    line('reading'),
    ...period,
  ],
  house: [line('name', 'required'), line('reading'), slug('slug')],
  'house-membership': [to('house', 'house', 'required'), to('organisation', 'organisation', 'required'), ...period],
  membership: [
    to('alliance', 'alliance', 'required'),
    to('organisation', 'organisation', 'required'),
    line('role'),
    ...period,
  ],
  stake: [
    to('alliance', 'alliance'),
    to('organisation', 'issuer'),
    to('organisation', 'holder'),
    line('holders'),
    plain('whole')('holderCount'),
    share('share'),
    share('votingShare'),
    ...period,
  ],
  resource: [
    to('organisation', 'organisation', 'required'),
    to('alliance', 'alliance'),
    term('kind', 'resourceKinds', RESOURCE_KINDS, 'required'),
    slug('subject', 'required'),
    term('property', 'properties', RESOURCE_PROPERTIES),
    ...period,
  ],
  domain: [
    to('alliance', 'alliance', 'required'),
    slug('product'),
    slug('market'),
    slug('region'),
    slug('activity'),
    ...period,
  ],
  person: [
    line('name', 'required'),
    line('reading'),
    to('organisation', 'organisation'),
    line('role'),
    term('level', 'levels', PERSON_LEVELS),
    to('organisation', 'dispatchedFrom'),
    to('organisation', 'dispatchedTo'),
    ...period,
    slug('slug'),
  ],
  event: [
    date('date'),
    note('title', 'required'),
    term('kind', 'eventKinds', EVENT_KINDS),
    plain('subjects')('about'),
    slug('slug'),
  ],
  measure: [
    measured('of'),
    line('quantity', 'required'),
    term('bound', 'bounds', MEASURE_BOUNDS),
    decimal('value'),
    line('unit'),
    date('date'),
    term('order', 'orders', MEASURE_ORDERS),
    line('item'),
    line('scope'),
    term('status', 'statuses', MEASURE_STATUSES),
    slug('slug'),
  ],
  condition: [measured('on'), line('kind'), note('text', 'required'), ...period, slug('slug')],
  workforce: [
    to('organisation', 'organisation', 'required'),
    line('origin', 'required'),
    decimal('number'),
    note('words'),
    date('date'),
    slug('slug'),
  ],
  source: [
    slug('key'),
    line('title', 'required'),
    term(
      'kind',
      'sourceKinds',
      SOURCE_KINDS.filter((kind) => kind !== 'entry'),
      'required',
    ),
    plain('lines')('authors'),
    date('date'),
    line('venue'),
    line('doi'),
    plain('language')('language'),
    to('source', 'within'),
    line('place'),
    plain('details')('details'),
  ],
};

/** The field of a kind by name, or null. */
export function recordField(kind: SubjectKind, name: string): RecordField | null {
  return RECORD_FIELDS[kind].find((field) => field.name === name) ?? null;
}
