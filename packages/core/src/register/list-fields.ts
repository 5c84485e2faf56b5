import { RANKS, SUBJECT_KINDS, type SubjectKind } from '../kernel/index.ts';
import type { CustomField } from './custom-fields.ts';
import { type FieldShape, RECORD_FIELDS } from './record-fields.ts';
import { SOURCE_KINDS } from './vocabulary.ts';

/** What lists hold: records of each kind, and claims. */
export type ListKind = SubjectKind | 'claim';

export type ListShape =
  | FieldShape
  /** One of a workspace's own terms; true or false. */
  | { readonly as: 'choice'; readonly terms: readonly string[] }
  | { readonly as: 'flag' }
  /** A moment that the register itself notes, read as a day in UTC. */
  | { readonly as: 'moment' }
  /** A field of the workspace's own of which no definition is at hand. */
  | { readonly as: 'unknown' };

/** A field by which a list is filtered, ordered or grouped. */
export type ListField = ListShape & { readonly name: string };

export const FILTER_OPERATORS = [
  'is',
  'not',
  'has',
  'lacks',
  'least',
  'most',
  'before',
  'after',
  'in',
  'empty',
  'filled',
] as const;
export type FilterOperator = (typeof FILTER_OPERATORS)[number];

const OF_TEXT: readonly FilterOperator[] = ['has', 'lacks', 'is', 'not', 'empty', 'filled'];
const OF_WORDS: readonly FilterOperator[] = ['has', 'lacks', 'empty', 'filled'];
const OF_CHOICE: readonly FilterOperator[] = ['is', 'not', 'empty', 'filled'];
const OF_NUMBER: readonly FilterOperator[] = ['least', 'most', 'is', 'not', 'empty', 'filled'];
const OF_DATE: readonly FilterOperator[] = ['in', 'before', 'after', 'is', 'not', 'empty', 'filled'];

/** The operators that a field of each shape admits, the most asked for first. */
export const OPERATORS_OF: Readonly<Record<ListShape['as'], readonly FilterOperator[]>> = {
  line: OF_TEXT,
  note: OF_TEXT,
  slug: OF_TEXT,
  lei: OF_TEXT,
  lines: OF_WORDS,
  details: OF_WORDS,
  date: OF_DATE,
  end: OF_DATE,
  moment: ['in', 'before', 'after'],
  share: OF_NUMBER,
  decimal: OF_NUMBER,
  whole: OF_NUMBER,
  country: OF_CHOICE,
  language: OF_CHOICE,
  term: OF_CHOICE,
  choice: OF_CHOICE,
  flag: OF_CHOICE,
  reference: OF_CHOICE,
  subject: OF_CHOICE,
  subjects: OF_CHOICE,
  unknown: FILTER_OPERATORS,
};

const CLAIM_FIELDS: readonly ListField[] = [
  { name: 'subject', as: 'subject', to: SUBJECT_KINDS },
  { name: 'field', as: 'line' },
  { name: 'value', as: 'note' },
  { name: 'source', as: 'reference', to: 'source' },
  { name: 'place', as: 'line' },
  { name: 'quote', as: 'note' },
  { name: 'rank', as: 'term', list: 'ranks', terms: RANKS },
  { name: 'reason', as: 'note' },
];

const MOMENTS: readonly ListField[] = [
  { name: 'createdAt', as: 'moment' },
  { name: 'updatedAt', as: 'moment' },
];

const to = (kind: SubjectKind): ListField => ({ name: kind, as: 'reference', to: kind });

/** What a list is filtered by though no field of its records holds it: members, what an event is about. */
const RELATIONS: Partial<Readonly<Record<ListKind, readonly ListField[]>>> = {
  alliance: [to('organisation')],
  event: [to('organisation'), to('alliance'), to('person')],
  measure: [to('organisation'), to('alliance')],
  condition: [to('organisation'), to('alliance')],
};

/** Nobody enters a source of what was typed in, but lists hold them. */
const withEntries = (field: ListField): ListField =>
  field.as === 'term' && field.list === 'sourceKinds' ? { ...field, terms: SOURCE_KINDS } : field;

function ownFields(kind: ListKind): readonly ListField[] {
  if (kind === 'claim') return CLAIM_FIELDS;
  return kind === 'source' ? RECORD_FIELDS.source.map(withEntries) : RECORD_FIELDS[kind];
}

const UNORDERED: readonly ListShape['as'][] = ['lines', 'details', 'subjects', 'unknown'];

/** What a list of a kind shows beside the workspace's own fields, in reading order. */
export const listColumns = (kind: ListKind): readonly ListField[] => [...ownFields(kind), ...MOMENTS];

/** What a list of a kind can be filtered by beside the workspace's own fields. */
export const filterFields = (kind: ListKind): readonly ListField[] => [
  ...ownFields(kind),
  ...(RELATIONS[kind] ?? []),
  ...MOMENTS,
];

/** What a list of a kind can be ordered by beside the workspace's own fields and `entered`. */
export const sortFields = (kind: ListKind): readonly ListField[] =>
  listColumns(kind).filter(({ as }) => !UNORDERED.includes(as));

/** What the records of a list are counted by beside the workspace's own fields: their values, or what they are related to. */
export const groupFields = (kind: ListKind): readonly ListField[] => [
  ...ownFields(kind).filter(({ as }) => !UNORDERED.includes(as)),
  ...(RELATIONS[kind] ?? []),
];

const NUMBERS: readonly ListShape['as'][] = ['share', 'decimal', 'whole'];

/** Whether a field holds numbers, which a list totals. */
export const isNumber = ({ as }: ListField): boolean => NUMBERS.includes(as);

/** The sort key of the order in which records came in. */
export const ENTERED = 'entered';

const CUSTOM = /^custom\.[a-z][a-z0-9-]{0,39}$/;

/** Whether a name is that of a field which a workspace may have added: `custom.<key>`. */
export const isCustomField = (name: string): boolean => CUSTOM.test(name);

/** A field of the workspace's own as lists know it. */
export function customListField({ key, as, terms }: Pick<CustomField, 'key' | 'as' | 'terms'>): ListField {
  const name = `custom.${key}`;
  return as === 'term' ? { name, as: 'choice', terms: terms.map(({ term }) => term) } : { name, as };
}
