import { SUBJECT_KINDS, type SubjectKind } from '@entente/core/kernel';
import { RECORD_FIELDS } from '@entente/core/register';
import { type FormField, formFields, type FormValue, type FormValues, type Picked } from './form-values.ts';

/** What an address may say of a record that is to be added: texts by field. */
export type GivenTexts = Readonly<Record<string, string>>;

const LONGEST = 200;
const NAMES = new Set(Object.values(RECORD_FIELDS).flatMap((fields) => fields.map(({ name }) => name)));

/** Keeps of an address what fields of some record can be. */
export function givenTextsFrom(search: Readonly<Record<string, unknown>>): GivenTexts {
  return Object.fromEntries(
    Object.entries(search).filter(
      (entry): entry is [string, string] =>
        NAMES.has(entry[0]) && typeof entry[1] === 'string' && entry[1] !== '' && entry[1].length <= LONGEST,
    ),
  );
}

const isKind = (text: string | undefined): text is SubjectKind => SUBJECT_KINDS.some((kind) => kind === text);

/** The record that a text of an address names: `ft-china` where the field says the kind, else `alliance:ft-china`. */
function namedIn(field: FormField, text: string): Picked | null {
  const [first, second] = text.split(':');
  const kind = field.as === 'reference' ? field.to : isKind(first) ? first : null;
  const reference = field.as === 'reference' ? text : second;
  return kind === null || reference === undefined || reference === '' ? null : { kind, reference, name: reference };
}

/** What a form begins with, as the address gives it; records go by their reference until their names are read. */
export function givenValues(kind: SubjectKind, texts: GivenTexts): FormValues {
  const valueOf = (field: FormField, text: string): FormValue => {
    if (field.as === 'subjects') return text.split(',').flatMap((one) => namedIn(field, one) ?? []);
    return field.as === 'reference' || field.as === 'subject' ? namedIn(field, text) : text;
  };
  const named = formFields(kind).filter(({ name }) => texts[name] !== undefined);
  return Object.fromEntries(named.map((field) => [field.name, valueOf(field, texts[field.name] ?? '')]));
}
