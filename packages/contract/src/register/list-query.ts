import { EdtfDate } from '@entente/core/kernel';
import { ENTERED, isCustomField, type ListKind, sortFields } from '@entente/core/register';
import { z } from 'zod';
import { id } from '../field/index.ts';

type Shape = Readonly<Record<string, z.ZodType>>;

/** What decides which records a list of a collection holds. */
export type ListParts = {
  /** The plural in addresses, e.g. `house-memberships`. */
  readonly name: string;
  readonly kind: ListKind;
  readonly filters: Shape;
  readonly searched: boolean;
  readonly dated: boolean;
};

const asOf = z
  .string()
  .max(20)
  .refine((text) => EdtfDate.asOf(text).ok, 'Give a year, a month or a day, for example 2005 or 2005-04.')
  .optional()
  .describe('Only what holds at the end of this year, month or day.');
const addedOn = asOf.describe(
  'The year, month or day at whose end shares are added; when left out, that of `asOf`, or today.',
);
const q = z
  .string()
  .max(200)
  .optional()
  .describe('Words in names, aliases and readings, in any script; all must be found.');

/** What a document denies is left out of lists unless it is asked for. */
const exists = z
  .enum(['true', 'false', 'any'])
  .default('true')
  .describe('`false`: only what the best claim denies or leaves out; `any`: both.');
const NEVER_DENIED: readonly ListKind[] = ['source', 'claim'];

/** The most that one request may filter by. */
export const MOST_FILTERS = 50;
const LONGEST_FILTER = 2000;
const filterText = z.string().max(LONGEST_FILTER);
const filter = z
  .union([z.array(filterText).max(MOST_FILTERS), filterText])
  .optional()
  .describe(
    'Repeatable, all must hold: `field:operator:value`, e.g. `form:is:licence|oem`, `start:in:2005`, `share:least:50`, `ending:empty`.',
  );

const MOST_SORT_KEYS = 3;

/** The keys by which lists of a kind are ordered, without custom fields. */
export const sortKeysOf = (kind: ListKind): readonly string[] => [ENTERED, ...sortFields(kind).map(({ name }) => name)];

function sortOf(kind: ListKind) {
  const keys = sortKeysOf(kind);
  const isKey = (key: string): boolean => keys.includes(key) || isCustomField(key);
  const isSort = (text: string): boolean => {
    const given = text.split(',').map((key) => key.replace(/^-/, ''));
    return given.length <= MOST_SORT_KEYS && new Set(given).size === given.length && given.every(isKey);
  };
  return z
    .string()
    .max(200)
    .refine(isSort, `Give up to three different keys with commas between: ${keys.join(', ')} or custom.<key>.`)
    .describe(
      `Up to three keys with commas between, a minus sign turns one: ${keys.map((key) => `\`${key}\``).join(', ')}, \`custom.<key>\`. What has no value comes last.`,
    );
}

const fieldName = z
  .string()
  .max(60)
  .regex(/^(?:[a-z][A-Za-z]{0,39}|custom\.[a-z][a-z0-9-]{0,39})$/);

/** What decides which records are meant: the same for a list, its summary and its table. */
const admitting = ({ kind, filters, searched, dated }: ListParts) => ({
  ...z.object(filters).partial().shape,
  ...(searched ? { q } : {}),
  ...(dated ? { asOf } : {}),
  ...(NEVER_DENIED.includes(kind) ? {} : { exists }),
  filter,
});

const MOST_RECORDS = 500;
const FURTHEST_OFFSET = 1_000_000;

/** A page or a window of a list. */
export const listQuery = (parts: ListParts): z.ZodObject =>
  z
    .strictObject({
      ...admitting(parts),
      sort: sortOf(parts.kind).default(ENTERED),
      limit: z.coerce.number().int().min(1).max(MOST_RECORDS).default(50).describe('Records on a page.'),
      cursor: z
        .string()
        .max(10_000)
        .optional()
        .describe('`nextCursor` of the page before, with the same filters and sort.'),
      offset: z.coerce
        .number()
        .int()
        .min(0)
        .max(FURTHEST_OFFSET)
        .optional()
        .describe('In place of a cursor: how many records to pass over. `Entente-Version` tells whether they changed.'),
    })
    .refine(({ cursor, offset }) => cursor === undefined || offset === undefined, {
      message: 'Give a cursor or an offset, not both.',
      path: ['offset'],
    });

export const summaryQuery = (parts: ListParts): z.ZodObject =>
  z.strictObject({
    ...admitting(parts),
    ...(parts.kind === 'stake' ? { addedOn } : {}),
    group: fieldName
      .optional()
      .describe(
        'A field by whose values to count. By members or by what events are about, a record counts in each group.',
      ),
  });

const MOST_COLUMNS = 100;

const written = (kind: ListKind) => ({
  sort: sortOf(kind).default(ENTERED),
  format: z.enum(['csv', 'xlsx']).default('csv'),
  columns: z
    .string()
    .max(4000)
    .refine(
      (text) => {
        const names = text.split(',');
        return names.length <= MOST_COLUMNS && names.every((name) => fieldName.safeParse(name).success);
      },
      { message: `Give up to ${MOST_COLUMNS} names of fields with commas between.` },
    )
    .optional()
    .describe(
      'Names of fields with commas between, in the order of the table; when left out, all that the records hold.',
    ),
  language: z.enum(['en', 'ja', 'zh-Hant']).default('en').describe('Of headings and terms.'),
  headings: z
    .enum(['words', 'names'])
    .default('words')
    .describe(
      '`words`: as people read it. `names`: for reading in again, with names of fields, terms as the API has them, references by slug, and `id` first.',
    ),
});

/** All records that the filters admit, as a file. */
export const tableQuery = (parts: ListParts): z.ZodObject =>
  z.strictObject({ ...admitting(parts), ...written(parts.kind) });

/** The most records that are chosen one by one for a file. */
const MOST_CHOSEN = 10_000;

/** Chosen records as a file; they are too many for an address. */
export const tableChoice = ({ kind }: ListParts): z.ZodObject =>
  z.strictObject({
    records: z.array(id).min(1).max(MOST_CHOSEN).describe('Ids of the records; all of them must be there.'),
    ...written(kind),
  });

const total = z
  .object({
    field: z.string(),
    quantity: z.string().nullable().describe('What a measure measures; null for other fields.'),
    unit: z.string().nullable().describe('`%` for shares.'),
    known: z.number().int().describe('Records that state a number; of stakes, those that hold on the day.'),
    unknown: z.number().int().describe('Records that do not.'),
    sum: z.string().nullable().describe('Exact; null where a sum would mean nothing.'),
    unadded: z
      .enum(['several-wholes', 'several-times', 'inexact'])
      .nullable()
      .describe(
        'Why there is no sum: shares of several organisations; values of one thing twice, or of several dates or none; values of which only a bound is known.',
      ),
    asOf: z
      .string()
      .nullable()
      .describe(
        'The day on which stakes are told and added: those that hold then. Null for what is told of all records.',
      ),
    least: z.string().nullable(),
    most: z.string().nullable(),
  })
  .meta({ id: 'Total' });
export type TotalAnswer = z.infer<typeof total>;

/** What the records of a list come to. */
export const summary = z
  .object({
    total: z.number().int().describe('Records that the filters admit.'),
    totals: z.array(total).describe('Numbers are summed within one quantity and one unit only.'),
    groups: z
      .array(
        z.object({
          value: z
            .string()
            .nullable()
            .describe('The value as a filter takes it with `is`; null for records without one.'),
          name: z.string().nullable().describe('What a reference is called.'),
          count: z.number().int(),
          totals: z.array(total),
        }),
      )
      .describe('At most 500, the largest first; empty without `group`.'),
  })
  .meta({ id: 'Summary' });
export type SummaryAnswer = z.infer<typeof summary>;
