import { EdtfDate, Outcome, type Problem, type SubjectKind } from '../kernel/index.ts';
import { fieldOf } from './fields.ts';
import type { Wording } from './wording.ts';

/** What a field of a workspace's own may hold. */
export const CUSTOM_SHAPES = ['line', 'note', 'date', 'decimal', 'whole', 'flag', 'term'] as const;
export type CustomShape = (typeof CUSTOM_SHAPES)[number];

/** One of the terms that a field offers. */
export type CustomTerm = { readonly term: string; readonly labels: Partial<Wording> };

/** A field that a workspace added to a kind of record. */
export type CustomField = {
  readonly kind: SubjectKind;
  readonly key: string;
  readonly as: CustomShape;
  readonly labels: Partial<Wording>;
  readonly terms: readonly CustomTerm[];
  /** No longer offered; values that stand are kept. */
  readonly retired: boolean;
};

const WHOLE = /^-?\d{1,15}$/;

const malformed = (text: string, code: string, what: string, fix: string): Problem => ({
  code,
  message: `"${text.slice(0, 40)}" is no ${what}`,
  fix,
});

/** Judges a value of a workspace's own field; it is kept as the text it came in. */
export function judgedCustomValue({ as, terms }: CustomField, text: string): Outcome<string> {
  switch (as) {
    case 'line':
    case 'note':
      return Outcome.of(text);
    case 'date': {
      const date = EdtfDate.parse(text);
      return date.ok ? Outcome.of(text) : date;
    }
    case 'decimal': {
      const decimal = fieldOf('measure', 'value')?.parse(text);
      return decimal?.ok === false ? decimal : Outcome.of(text);
    }
    case 'whole':
      return WHOLE.test(text)
        ? Outcome.of(text)
        : Outcome.refuse(malformed(text, 'number-malformed', 'whole number', 'Give figures alone, for example 1450.'));
    case 'flag':
      return text === 'true' || text === 'false'
        ? Outcome.of(text)
        : Outcome.refuse(malformed(text, 'term-unknown', 'yes or no', 'Use true or false.'));
    case 'term':
      return terms.some(({ term }) => term === text)
        ? Outcome.of(text)
        : Outcome.refuse(
            malformed(
              text,
              'term-unknown',
              'term of this field',
              `Use one of: ${terms.map(({ term }) => term).join(', ')}.`,
            ),
          );
  }
}

/**
 * A label in the reader's language, else in the first language that has one.
 * @example labelIn({ ja: '優先度' }, 'en') // => '優先度'
 */
export function labelIn(labels: Partial<Wording>, language: keyof Wording): string {
  return labels[language] ?? labels.en ?? labels.ja ?? labels['zh-Hant'] ?? '';
}
