import type { CustomFieldAnswer, KIND_OF } from '@entente/contract/register';
import type { SubjectKind } from '@entente/core/kernel';
import {
  customListField,
  filterFields,
  labelIn,
  listColumns,
  type ListField,
  recordField,
  sortFields,
  type Wording,
} from '@entente/core/register';
import type { Words } from '../../../../lib/use-words.ts';
import type { TableRow } from '../../api/table-queries.ts';
import type { TableName } from './table-kinds.ts';

/** A term that a workspace's own field offers, in the reader's language. */
type Choice = { readonly value: string; readonly label: string };

/** A field of a table: one of the record's, a relation by which it is filtered, or one that the workspace added. */
export type TableField = {
  readonly name: string;
  readonly label: string;
  /** How its values are read, compared and shown. */
  readonly shape: ListField;
  /** Terms of a field that the workspace added. */
  readonly choices: readonly Choice[] | null;
  readonly isShown: boolean;
  readonly isSorted: boolean;
  /** Whether its values can be typed into a cell. */
  readonly isTyped: boolean;
  readonly isRequired: boolean;
};

export const CUSTOM = 'custom.';

/** A field's words as the head of a column. */
const headed = (words: string): string => words.charAt(0).toLocaleUpperCase() + words.slice(1);

type Said = {
  readonly words: Words;
  readonly language: keyof Wording;
  readonly yes: string;
  readonly no: string;
  readonly moments: Readonly<Record<string, string>>;
};

function customField(field: CustomFieldAnswer, said: Said): TableField {
  const { as, labels, terms, retired } = field;
  const { language } = said;
  const shape = customListField(field);
  const chosen = terms.map((one): Choice => ({ value: one.term, label: labelIn(one.labels, language) }));
  const flags = [
    { value: 'true', label: said.yes },
    { value: 'false', label: said.no },
  ];
  return {
    name: shape.name,
    label: labelIn(labels, language),
    shape,
    choices: as === 'term' ? chosen : as === 'flag' ? flags : null,
    isShown: true,
    isSorted: true,
    isTyped: !retired,
    isRequired: false,
  };
}

/** All that a table can show, sort and filter by, in reading order. */
export function tableFields(
  kind: (typeof KIND_OF)[TableName],
  custom: readonly CustomFieldAnswer[],
  said: Said,
): readonly TableField[] {
  const shown = new Set(listColumns(kind).map(({ name }) => name));
  const sorted = new Set(sortFields(kind).map(({ name }) => name));
  const own = filterFields(kind).map((shape): TableField => {
    const field = recordField(kind, shape.name);
    return {
      name: shape.name,
      label: said.moments[shape.name] ?? headed(said.words.field(shape.name)),
      shape,
      choices: null,
      isShown: shown.has(shape.name),
      isSorted: sorted.has(shape.name),
      isTyped: field !== null,
      isRequired: field?.required ?? false,
    };
  });
  return [...own, ...custom.filter((field) => field.kind === kind).map((field) => customField(field, said))];
}

/** The value of a field in a row, as the API answers it. */
export function valueIn(row: TableRow, field: string): unknown {
  if (!field.startsWith(CUSTOM)) return row[field] ?? null;
  const custom = row['custom'] as Readonly<Record<string, string>> | undefined;
  return custom?.[field.slice(CUSTOM.length)] ?? null;
}

/** The value that a cell shows: a stake of unnamed holders tells of them in its source's words. */
export function shownIn(row: TableRow, field: string): unknown {
  return valueIn(row, field) ?? (field === 'holder' ? (row['holders'] ?? null) : null);
}

/** A record that another mentions. */
export type Mention = {
  readonly id: string;
  readonly slug: string | null;
  readonly name: string | null;
  readonly kind?: SubjectKind;
};

export const isMention = (value: unknown): value is Mention =>
  typeof value === 'object' && value !== null && 'id' in value && 'slug' in value;

/** Fields that hold codes of an open vocabulary: shown in the reader's words, filtered by choosing from what is recorded. */
const CODED = ['quantity', 'unit'];
export const isCoded = ({ name }: Pick<TableField, 'name'>): boolean => CODED.includes(name);

export const NUMERIC: readonly ListField['as'][] = ['share', 'decimal', 'whole'];
