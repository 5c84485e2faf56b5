import { EdtfDate, Outcome, Period, type Problem, Share, type SubjectKind } from '../kernel/index.ts';
import {
  ALLIANCE_FORMS,
  ENDINGS,
  EVENT_KINDS,
  MEASURE_BOUNDS,
  MEASURE_ORDERS,
  MEASURE_STATUSES,
  ORGANISATION_KINDS,
  PERSON_LEVELS,
  RESOURCE_PROPERTIES,
  VALUE_CHAIN_POSITIONS,
} from './vocabulary.ts';

/** How a field's text becomes its value, and how two texts of it are told apart. */
export type Field = {
  readonly parse: (text: string) => Outcome<unknown>;
  /** The value of a row in which nobody states the field. */
  readonly absent: unknown;
  /** Whether two stated texts disagree. */
  readonly differs: (one: string, other: string) => boolean;
};

const differentText = (one: string, other: string): boolean => one.trim() !== other.trim();

const text: Field = { parse: (value) => Outcome.of(value), absent: null, differs: differentText };

function oneOf(terms: readonly string[]): Field {
  return {
    parse: (value) =>
      terms.includes(value)
        ? Outcome.of(value)
        : Outcome.refuse({
            code: 'term-unknown',
            message: `"${value.slice(0, 40)}" is none of the terms here`,
            fix: `Use one of: ${terms.join(', ')}.`,
          }),
    absent: null,
    differs: differentText,
  };
}

function datesDiffer(one: string, other: string): boolean {
  const a = EdtfDate.parse(one);
  const b = EdtfDate.parse(other);
  if (!a.ok || !b.ok) return differentText(one, other);
  return !EdtfDate.contains(a.value, b.value) && !EdtfDate.contains(b.value, a.value);
}

const date: Field = { parse: EdtfDate.parse, absent: null, differs: datesDiffer };
const end: Field = { parse: Period.parseEnd, absent: 'open', differs: datesDiffer };

const share: Field = { parse: Share.parse, absent: null, differs: decimalsDiffer };

const DECIMAL = /^-?\d{1,20}(?:\.\d{1,10})?$/;

function decimalsDiffer(one: string, other: string): boolean {
  return DECIMAL.test(one) && DECIMAL.test(other) ? canonical(one) !== canonical(other) : differentText(one, other);
}

function canonical(decimal: string): string {
  const trimmed = decimal.includes('.') ? decimal.replace(/0+$/, '').replace(/\.$/, '') : decimal;
  return trimmed.replace(/^(-?)0+(?=\d)/, '$1');
}

const decimal: Field = {
  parse: (value) =>
    DECIMAL.test(value)
      ? Outcome.of(value)
      : Outcome.refuse({
          code: 'number-malformed',
          message: `"${value.slice(0, 40)}" is no number`,
          fix: 'Give figures with a point for decimals and no separators, for example 1450 or 167.9.',
        } satisfies Problem),
  absent: null,
  differs: decimalsDiffer,
};

const period = { from: date, to: end } as const;

/**
 * The fields of each kind that claims give values to. What is not here (who is a member, which alliance) identifies the
 * row, or is a classification, and carries no claim of its own.
 */
export const FIELDS: Readonly<Record<SubjectKind, Readonly<Record<string, Field>>>> = {
  organisation: {
    name: text,
    kind: oneOf(ORGANISATION_KINDS),
    founded: date,
    closed: date,
    lei: text,
    place: text,
    valueChainPosition: oneOf(VALUE_CHAIN_POSITIONS),
  },
  'organisation-name': period,
  house: { name: text },
  'house-membership': period,
  alliance: {
    name: text,
    form: oneOf(ALLIANCE_FORMS),
    start: date,
    end,
    ending: oneOf(ENDINGS),
    objectives: text,
    stage: text,
    status: text,
  },
  membership: { ...period, role: text },
  stake: { ...period, share, votingShare: share },
  resource: { ...period, property: oneOf(RESOURCE_PROPERTIES) },
  domain: { ...period },
  person: { ...period, name: text, role: text, level: oneOf(PERSON_LEVELS) },
  event: { title: text, date, kind: oneOf(EVENT_KINDS) },
  measure: {
    value: decimal,
    unit: text,
    scope: text,
    item: text,
    status: oneOf(MEASURE_STATUSES),
    bound: oneOf(MEASURE_BOUNDS),
    date,
    order: oneOf(MEASURE_ORDERS),
  },
  condition: { ...period, kind: text, text },
  workforce: { number: decimal, words: text, date },
  source: {},
};

/** The pseudo-field that carries a record's existence: `true`, or `false` where a document denies it or leaves it out. */
export const EXISTS = 'exists';

/** Prefix of fields that hold what no column holds, by topic. */
export const REMARK_PREFIX = 'remark.';

/** Prefix of the fields that a workspace adds of its own, by key. */
export const CUSTOM_PREFIX = 'custom.';

const existence: Field = {
  parse: (value) =>
    value === 'true' || value === 'false'
      ? Outcome.of(value === 'true')
      : Outcome.refuse({
          code: 'term-unknown',
          message: `"${value}" is neither true nor false`,
          fix: 'Use true or false.',
        }),
  absent: true,
  differs: differentText,
};

/** The field of a kind by name, `exists`, remarks and a workspace's own (as text) included; null when the kind has no such field. */
export function fieldOf(kind: SubjectKind, name: string): Field | null {
  if (name === EXISTS) return existence;
  if (name.startsWith(REMARK_PREFIX) || name.startsWith(CUSTOM_PREFIX)) return text;
  return Object.hasOwn(FIELDS[kind], name) ? (FIELDS[kind][name] ?? null) : null;
}

/** Whether two stated values of one field disagree, by the field's own rule. */
export function valuesDiffer(
  subject: { readonly kind: SubjectKind },
  field: string,
  one: string,
  other: string,
): boolean {
  return fieldOf(subject.kind, field)?.differs(one, other) ?? one !== other;
}
