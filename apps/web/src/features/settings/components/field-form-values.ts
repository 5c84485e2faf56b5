import type { CustomFieldAnswer, CustomFieldCreation } from '@entente/contract/register';
import type { CustomShape } from '@entente/core/register';
import { Slug, type SubjectKind } from '@entente/core/kernel';

type Labels = { readonly en: string; readonly ja: string; readonly 'zh-Hant': string };
export const LABEL_LANGUAGES = ['en', 'ja', 'zh-Hant'] as const;

/** What the form holds: every text as typed; `row` tells terms apart while they are edited. */
export type FieldFormValues = {
  readonly kind: SubjectKind;
  readonly key: string;
  readonly as: CustomShape;
  readonly labels: Labels;
  readonly terms: readonly { readonly row: number; readonly term: string; readonly labels: Labels }[];
};

const BLANK: Labels = { en: '', ja: '', 'zh-Hant': '' };

export const EMPTY_FIELD: FieldFormValues = { kind: 'alliance', key: '', as: 'line', labels: BLANK, terms: [] };

/** @param row a number that no other term of the form has */
export const emptyTerm = (row: number): FieldFormValues['terms'][number] => ({ row, term: '', labels: BLANK });

export const formValuesOf = ({ kind, key, as, labels, terms }: CustomFieldAnswer): FieldFormValues => ({
  kind,
  key,
  as,
  labels: { ...BLANK, ...labels },
  terms: terms.map((term, row) => ({ row, term: term.term, labels: { ...BLANK, ...term.labels } })),
});

const filled = (labels: Labels): Partial<Labels> =>
  Object.fromEntries(
    Object.entries(labels).flatMap(([language, text]) => (text.trim() ? [[language, text.trim()]] : [])),
  );

const keyFrom = (given: string, labels: Labels, fallback: string): string => {
  if (given.trim() !== '') return given.trim();
  const made = Slug.from(labels.en.trim().slice(0, 40), fallback);
  return /^[a-z]/.test(made) ? made.slice(0, 40) : fallback;
};

/** The request's body; a key left empty is made from the English label. */
export function fieldBodyOf({ kind, key, as, labels, terms }: FieldFormValues): CustomFieldCreation {
  return {
    kind,
    key: keyFrom(key, labels, 'field'),
    as,
    labels: filled(labels),
    terms:
      as === 'term'
        ? terms.map((term, index) => ({
            term: keyFrom(term.term, term.labels, `term-${index + 1}`),
            labels: filled(term.labels),
          }))
        : [],
    place: 0,
    retired: false,
  };
}
