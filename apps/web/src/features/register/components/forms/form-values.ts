import type { SubjectKind } from '@entente/core/kernel';
import { RECORD_FIELDS, type RecordField, type SourceKind } from '@entente/core/register';
import { plainWords } from '../../../../lib/plain-words.ts';
import { measuredText } from './measured-text.ts';

/** A record chosen in a form; `reference` null: it is to be added with this form, under its name. */
export type Picked = {
  readonly kind: SubjectKind;
  readonly reference: string | null;
  readonly name: string;
  /** What a source that is to be added is. */
  readonly sourceKind?: SourceKind;
};

/** What a form holds for one field: text as typed, or records chosen. */
export type FormValue = string | Picked | null | readonly Picked[];
/** What a form holds, by field. */
export type FormValues = Readonly<Record<string, FormValue>>;

/** A field of a form: one of the record's, or a quantity whose bound, value and unit are typed in one text. */
export type FormField = RecordField | { readonly as: 'measured'; readonly name: 'value'; readonly required: false };

const MEASURED: FormField = { as: 'measured', name: 'value', required: false };
const TYPED_WITH_VALUE = ['bound', 'unit'];

/** The fields that a form of this kind asks for, in reading order. */
export function formFields(kind: SubjectKind): readonly FormField[] {
  if (kind !== 'measure') return RECORD_FIELDS[kind];
  return RECORD_FIELDS.measure
    .filter(({ name }) => !TYPED_WITH_VALUE.includes(name))
    .map((field) => (field.name === 'value' ? MEASURED : field));
}

/** A record of any kind as the API answers it. */
export type AnyRecord = Readonly<Record<string, unknown>> & { readonly id: string; readonly version: number };

type Mentioned = { readonly id: string; readonly slug: string | null; readonly name: string | null };

const isMentioned = (value: unknown): value is Mentioned =>
  typeof value === 'object' && value !== null && 'id' in value && 'slug' in value;

/** A record that another mentions, as a form holds it. */
export function pickedOf(kind: SubjectKind, { id, slug, name }: Mentioned): Picked {
  return { kind, reference: slug ?? id, name: name ?? slug ?? '' };
}

/** Whether a slug stands for a term of the record (a product, a region), not for the record itself. */
export const isTermSlug = ({ as, name }: FormField): boolean => as === 'slug' && name !== 'slug' && name !== 'key';

function emptyValue(field: FormField): FormValue {
  if (field.as === 'subjects') return [];
  return field.as === 'reference' || field.as === 'subject' ? null : '';
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/** The value of a recorded field as a form shows it. */
function valueOf(field: FormField, record: AnyRecord): FormValue {
  const value = record[field.name];
  switch (field.as) {
    case 'reference':
      return isMentioned(value) ? pickedOf(field.to, value) : null;
    case 'subject':
      return isMentioned(value) ? pickedOf((value as Mentioned & Picked).kind, value) : null;
    case 'subjects':
      return Array.isArray(value)
        ? value.filter(isMentioned).map((one) => pickedOf((one as Mentioned & Picked).kind, one))
        : [];
    case 'lines':
      return Array.isArray(value) ? value.map(textOf).join('\n') : '';
    case 'details':
      return Object.entries((value ?? {}) as Readonly<Record<string, string>>)
        .map(([name, text]) => `${name}: ${text}`)
        .join('\n');
    case 'end':
      return value === '..' ? '' : textOf(value);
    case 'measured':
      return measuredText({ bound: record['bound'], value, unit: record['unit'] });
    default:
      return isTermSlug(field) ? plainWords(textOf(value)) : textOf(value);
  }
}

/** A recorded row as its form shows it. */
export function valuesOf(kind: SubjectKind, record: AnyRecord): FormValues {
  return Object.fromEntries(formFields(kind).map((field) => [field.name, valueOf(field, record)]));
}

/** An empty form, or one that begins with what is known already. */
export function emptyValues(kind: SubjectKind, given: FormValues = {}): FormValues {
  return Object.fromEntries(formFields(kind).map((field) => [field.name, given[field.name] ?? emptyValue(field)]));
}
