import { RANKS, SUBJECT_KINDS, type SubjectKind } from '../kernel/index.ts';
import { type FieldShape, RECORD_FIELDS } from './record-fields.ts';

/** What lists hold: records of each kind, and claims. */
export type ListKind = SubjectKind | 'claim';

/** A field by which a list is filtered, ordered or grouped. */
export type ListField = FieldShape & { readonly name: string };

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

const OF_TEXT: readonly FilterOperator[] = ['is', 'not', 'has', 'lacks', 'empty', 'filled'];
const OF_WORDS: readonly FilterOperator[] = ['has', 'lacks', 'empty', 'filled'];
const OF_CHOICE: readonly FilterOperator[] = ['is', 'not', 'empty', 'filled'];
const OF_NUMBER: readonly FilterOperator[] = ['is', 'not', 'least', 'most', 'empty', 'filled'];
const OF_DATE: readonly FilterOperator[] = ['in', 'before', 'after', 'is', 'not', 'empty', 'filled'];

/** The operators that a field of each shape admits, the most asked for first. */
export const OPERATORS_OF: Readonly<Record<FieldShape['as'], readonly FilterOperator[]>> = {
  line: ['has', 'lacks', 'is', 'not', 'empty', 'filled'],
  note: ['has', 'lacks', 'is', 'not', 'empty', 'filled'],
  slug: OF_TEXT,
  lei: OF_TEXT,
  lines: OF_WORDS,
  details: OF_WORDS,
  date: OF_DATE,
  end: OF_DATE,
  share: OF_NUMBER,
  decimal: OF_NUMBER,
  whole: OF_NUMBER,
  country: OF_CHOICE,
  language: OF_CHOICE,
  term: OF_CHOICE,
  reference: OF_CHOICE,
  subject: OF_CHOICE,
  subjects: OF_CHOICE,
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

/** When the record came in and when it was last changed: days, in UTC. */
const MOMENTS: readonly ListField[] = [
  { name: 'createdAt', as: 'date' },
  { name: 'updatedAt', as: 'date' },
];

const to = (kind: SubjectKind): ListField => ({ name: kind, as: 'reference', to: kind });

/** What a list is filtered by though no field of its records holds it. */
const RELATIONS: Partial<Readonly<Record<ListKind, readonly ListField[]>>> = {
  alliance: [to('organisation')],
  event: [to('organisation'), to('alliance'), to('person')],
  measure: [to('organisation'), to('alliance')],
  condition: [to('organisation'), to('alliance')],
};

const ownFields = (kind: ListKind): readonly ListField[] => (kind === 'claim' ? CLAIM_FIELDS : RECORD_FIELDS[kind]);

/** Fields whose values stand in no order. */
const UNORDERED: readonly FieldShape['as'][] = ['lines', 'details', 'subjects'];

/** What a list of a kind can show, in reading order. */
export const listColumns = (kind: ListKind): readonly ListField[] => [...ownFields(kind), ...MOMENTS];

/** What a list of a kind can be filtered by. */
export const filterFields = (kind: ListKind): readonly ListField[] => [
  ...ownFields(kind),
  ...(RELATIONS[kind] ?? []),
  ...MOMENTS,
];

/** What a list of a kind can be ordered or grouped by; `entered` is the order in which records came in. */
export const sortFields = (kind: ListKind): readonly ListField[] =>
  listColumns(kind).filter(({ as }) => !UNORDERED.includes(as));
export const ENTERED = 'entered';

const CUSTOM = /^custom\.[a-z][a-z0-9-]{0,39}$/;

/** Whether a name is that of a field which a workspace may have added: `custom.<key>`. */
export const isCustomField = (name: string): boolean => CUSTOM.test(name);
