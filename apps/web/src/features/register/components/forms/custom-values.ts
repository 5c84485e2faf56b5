import type { CustomFieldAnswer } from '@entente/contract/register';
import { readTypedDate } from '@entente/core/kernel';
import { judgedCustomValue } from '@entente/core/register';
import { figureOf } from './figures.ts';
import type { FormProblem } from './form-problems.ts';
import type { AnyRecord, FormValue, FormValues } from './form-values.ts';

/** A workspace's own field, as far as forms need to know it. */
export type OwnField = Pick<CustomFieldAnswer, 'kind' | 'key' | 'as' | 'labels' | 'terms' | 'retired'>;

/** What a form calls a workspace's own field. */
export const ownName = ({ key }: Pick<OwnField, 'key'>): string => `custom-${key}`;

const customOf = (record: AnyRecord | null): Readonly<Record<string, string>> =>
  (record?.['custom'] ?? {}) as Readonly<Record<string, string>>;

/** The own fields that a form asks for: those in use, and retired ones in which a value still stands. */
export const askedFields = (fields: readonly OwnField[], record: AnyRecord | null): readonly OwnField[] =>
  fields.filter(({ key, retired }) => !retired || customOf(record)[key] !== undefined);

/** What stands in a workspace's own fields, as its form shows it. */
export function ownValues(fields: readonly OwnField[], record: AnyRecord | null): FormValues {
  const custom = customOf(record);
  return Object.fromEntries(fields.map((field) => [ownName(field), custom[field.key] ?? '']));
}

type Read = { readonly text: string | null; readonly problem: FormProblem | null };

function readOwn(field: OwnField, typed: string): Read {
  const name = ownName(field);
  const plain = typed.trim();
  if (plain === '') return { text: null, problem: null };
  const date = field.as === 'date' ? readTypedDate(plain) : null;
  if (date?.kind === 'refused') return { text: null, problem: { field: name, ...date.problem } };
  if (date?.kind === 'choices') {
    const fix = 'Choose one of those shown below the field.';
    const problem = { field: name, code: 'date-ambiguous', message: 'This may mean several dates', fix };
    return { text: null, problem };
  }
  const isFigure = field.as === 'decimal' || field.as === 'whole';
  const text = date?.edtf ?? (isFigure ? figureOf(plain) : plain);
  const judged = judgedCustomValue(field, text);
  const [problem] = judged.ok ? [] : judged.problems;
  return problem ? { text: null, problem: { field: name, ...problem } } : { text, problem: null };
}

/** Whether two typed values of an own field come to the same; what cannot be read is compared as typed. */
export function isSameOwnValue(field: OwnField, one: FormValue, other: FormValue): boolean {
  const [first, second] = [one, other].map((value) => {
    const typed = typeof value === 'string' ? value : '';
    const { text, problem } = readOwn(field, typed);
    return problem === null ? text : typed;
  });
  return first === second;
}

/** What was typed into own fields and differs from what stands there, by key; null takes a value away. */
export function readOwnValues(
  fields: readonly OwnField[],
  record: AnyRecord | null,
  values: FormValues,
): { readonly custom: Readonly<Record<string, string | null>>; readonly problems: readonly FormProblem[] } {
  const custom = customOf(record);
  const read = fields.map((field) => {
    const value = values[ownName(field)];
    return { field, ...readOwn(field, typeof value === 'string' ? value : '') };
  });
  const changed = read.filter(({ field, text, problem }) => problem === null && text !== (custom[field.key] ?? null));
  return {
    custom: Object.fromEntries(changed.map(({ field, text }) => [field.key, text])),
    problems: read.flatMap(({ problem }) => problem ?? []),
  };
}
