import { EdtfDate, Outcome, Period, type Problem, Share, SUBJECT_KINDS } from '../kernel/index.ts';
import { fieldOf } from './fields.ts';
import {
  FILTER_OPERATORS,
  filterFields,
  type FilterOperator,
  isCustomField,
  type ListField,
  type ListKind,
  OPERATORS_OF,
} from './list-fields.ts';

/** One condition of a list. `is` and `not` take one value or more, `empty` and `filled` none, all others one. */
export type ListFilter = {
  readonly field: string;
  readonly operator: FilterOperator;
  readonly values: readonly string[];
};

const SEVERAL: readonly FilterOperator[] = ['is', 'not'];
const WITHOUT_VALUE: readonly FilterOperator[] = ['empty', 'filled'];

const SHAPE = 'Write field:operator:value, for example form:is:licence, start:in:2005 or ending:empty.';

const malformed = (text: string, what: string, fix = SHAPE): Problem => ({
  code: 'filter-malformed',
  message: `The filter "${text.slice(0, 80)}" ${what}`,
  fix,
});

const isOperator = (text: string): text is FilterOperator => (FILTER_OPERATORS as readonly string[]).includes(text);

/** A field of a list by name; null when lists of this kind have no such field. */
export function filterField(kind: ListKind, name: string, custom: readonly ListField[] | null): ListField | null {
  if (!isCustomField(name)) return filterFields(kind).find((field) => field.name === name) ?? null;
  if (kind === 'claim') return null;
  return custom === null ? { name, as: 'unknown' } : (custom.find((field) => field.name === name) ?? null);
}

/** What a request names that lists of this kind do not have. */
export function listFieldUnknown(name: string, known: readonly string[]): Problem {
  return {
    code: 'list-field-unknown',
    message: `This list has no field "${name.slice(0, 60)}"`,
    fix: `Use one of: ${known.join(', ')}, or custom.<key> for a field of the workspace's own.`,
  };
}

/** Values are joined by bars; a bar or backslash within one is preceded by a backslash. */
const written = (values: readonly string[]): string =>
  values.map((value) => value.replace(/[\\|]/g, (sign) => `\\${sign}`)).join('|');

function readValues(text: string): readonly string[] | null {
  if (!/^(?:[^\\]|\\[\\|])*$/s.test(text)) return null;
  const values = text.match(/(?:^|\|)(?:[^\\|]|\\[\\|])*/gs) ?? [];
  return values.map((value, at) => (at === 0 ? value : value.slice(1)).replace(/\\([\\|])/g, '$1'));
}

const REFERENCE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LONGEST_REFERENCE = 80;
const WHOLE = /^-?\d{1,15}$/;
const COUNTRY = /^[A-Z]{2}$/;
const LANGUAGE = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

const isReference = (text: string): boolean => text.length <= LONGEST_REFERENCE && REFERENCE.test(text);

function oneOf(terms: readonly string[], value: string): Problem[] {
  if (terms.includes(value)) return [];
  const message = `"${value.slice(0, 40)}" is none of the terms here`;
  return [{ code: 'term-unknown', message, fix: `Use one of: ${terms.join(', ')}.` }];
}

const problemsOf = (outcome: Outcome<unknown>): readonly Problem[] =>
  outcome.ok ? [] : outcome.problems.map(({ code, message, fix }) => ({ code, message, fix }));

const needs = (text: string, fits: boolean, what: string, fix: string): Problem[] =>
  fits ? [] : [malformed(text, what, fix)];

/** A day to compare with: `before` needs the first that the date may mean, `after` the last. */
function dateProblems(operator: FilterOperator, value: string, text: string): readonly Problem[] {
  const date = EdtfDate.parse(value);
  if (!date.ok) return problemsOf(date);
  const open =
    (operator === 'before' && date.value.earliest === null) || (operator === 'after' && date.value.latest === null);
  return needs(text, !open, 'compares with a date that has no bound there', 'Give a date with a beginning and an end.');
}

function numberProblems(as: 'share' | 'decimal' | 'whole', value: string, text: string): readonly Problem[] {
  if (as === 'share') return problemsOf(Share.parse(value));
  if (as === 'whole') return needs(text, WHOLE.test(value), 'needs a whole number', 'Give figures alone, e.g. 1450.');
  const decimal = fieldOf('measure', 'value');
  return decimal === null ? [] : problemsOf(decimal.parse(value));
}

function subjectProblems(kinds: readonly string[], value: string, text: string): readonly Problem[] {
  const colon = value.indexOf(':');
  const fits = colon > 0 && kinds.includes(value.slice(0, colon)) && isReference(value.slice(colon + 1));
  return needs(text, fits, 'names no record', `Write kind:record, where the kind is one of: ${kinds.join(', ')}.`);
}

function valueProblems(field: ListField, operator: FilterOperator, value: string, text: string): readonly Problem[] {
  switch (field.as) {
    case 'term':
    case 'choice':
      return oneOf(field.terms, value);
    case 'flag':
      return oneOf(['true', 'false'], value);
    case 'date':
    case 'moment':
      return dateProblems(operator, value, text);
    case 'end':
      return SEVERAL.includes(operator) ? problemsOf(Period.parseEnd(value)) : dateProblems(operator, value, text);
    case 'share':
    case 'decimal':
    case 'whole':
      return numberProblems(field.as, value, text);
    case 'reference':
      return needs(text, isReference(value), 'names no record', 'Give the slug or id of a record.');
    case 'subject':
      return subjectProblems(field.to, value, text);
    case 'subjects':
      return subjectProblems(SUBJECT_KINDS, value, text);
    case 'country':
      return needs(text, COUNTRY.test(value), 'names no country', 'Give two capital letters, e.g. JP.');
    case 'language':
      return needs(text, LANGUAGE.test(value), 'names no language', 'Give a BCP 47 tag, e.g. zh-Hant.');
    case 'line':
    case 'note':
    case 'slug':
    case 'lei':
    case 'lines':
    case 'details':
    case 'unknown':
      return [];
  }
}

type Split = { readonly name: string; readonly operator: string; readonly rest: string | null };

function split(text: string): Split | null {
  const parts = /^([^:]+):([^:]+)(?::(.*))?$/s.exec(text);
  return parts ? { name: parts[1] ?? '', operator: parts[2] ?? '', rest: parts[3] ?? null } : null;
}

function valuesOf(operator: FilterOperator, rest: string | null, text: string): Outcome<readonly string[]> {
  if (WITHOUT_VALUE.includes(operator)) {
    return rest === null ? Outcome.of([]) : Outcome.refuse(malformed(text, `takes no value after ${operator}`));
  }
  if (rest === null || rest === '') return Outcome.refuse(malformed(text, `needs a value after ${operator}`));
  if (rest.includes('\0')) return Outcome.refuse(malformed(text, 'holds a sign that no text has'));
  if (!SEVERAL.includes(operator)) return Outcome.of([rest]);
  const values = readValues(rest);
  if (values === null) {
    return Outcome.refuse(
      malformed(text, 'has a backslash by itself', 'Write \\\\ for a backslash and \\| for a bar.'),
    );
  }
  return values.includes('') ? Outcome.refuse(malformed(text, 'has an empty value')) : Outcome.of(values);
}

/**
 * Reads one filter of a list and judges it by the shape of its field.
 * @param custom the workspace's own fields of this kind; null when they are not at hand, and any is admitted
 * @example readListFilter('alliance', 'form:is:licence|oem') // => { ok: true, value: { field: 'form', operator: 'is', values: ['licence', 'oem'] } }
 */
export function readListFilter(
  kind: ListKind,
  text: string,
  custom: readonly ListField[] | null = null,
): Outcome<ListFilter> {
  const parts = split(text);
  if (parts === null) return Outcome.refuse(malformed(text, 'has no operator'));
  const { name, operator, rest } = parts;
  const field = filterField(kind, name, custom);
  if (field === null) {
    return Outcome.refuse(
      listFieldUnknown(
        name,
        [...filterFields(kind), ...(custom ?? [])].map((known) => known.name),
      ),
    );
  }
  const admitted = OPERATORS_OF[field.as];
  if (!isOperator(operator) || !admitted.includes(operator)) {
    const fix = `Use one of: ${admitted.join(', ')}.`;
    return Outcome.refuse(malformed(text, `asks "${operator.slice(0, 20)}", which ${name} does not know`, fix));
  }
  const values = valuesOf(operator, rest, text);
  if (!values.ok) return values;
  const problems = values.value.flatMap((value) => valueProblems(field, operator, value, text));
  return problems.length > 0
    ? Outcome.refuse(...problems)
    : Outcome.of({ field: name, operator, values: values.value });
}

/**
 * A filter as requests, addresses and saved views carry it.
 * @example writeListFilter({ field: 'name', operator: 'has', values: ['六和'] }) // => 'name:has:六和'
 */
export function writeListFilter({ field, operator, values }: ListFilter): string {
  if (WITHOUT_VALUE.includes(operator)) return `${field}:${operator}`;
  return `${field}:${operator}:${SEVERAL.includes(operator) ? written(values) : (values[0] ?? '')}`;
}
