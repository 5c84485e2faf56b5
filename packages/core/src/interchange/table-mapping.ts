import { z } from 'zod';
import { type DateOrder, Outcome, type Problem, SUBJECT_KINDS, type SubjectKind } from '../kernel/index.ts';
import { headingKey } from './heading-words.ts';
import type { ReadTable } from './table-reading.ts';

/**
 * What the rows of a table are: records of one kind; members of alliances, one a row; alliances, with their partners side
 * by side; or participants of deals, one a row, grouped by the deal's number (as SDC's files are).
 */
export const TABLE_LAYOUTS = ['records', 'members', 'partners', 'participants'] as const;
export type TableLayout = (typeof TABLE_LAYOUTS)[number];

/**
 * What a column holds. A target is a field of the kind (`records`), one of `ALLIANCE_TARGETS` (with `.2` for the second
 * partner's), or `custom.<key>`; several when a cell holds several things; none when the column is left out.
 */
export type MappedColumn = {
  readonly index: number;
  readonly heading: string;
  readonly targets: readonly string[];
  /** The order of numbers in its dates, and whether bare numbers are a spreadsheet's dates; null: not said. */
  readonly order: DateOrder | null;
  readonly serials: 'from-1900' | 'from-1904' | null;
};

/** How a table is read into records. Plain data: it can be stored, shared and applied to the next table of its kind. */
export type TableMapping = {
  readonly layout: TableLayout;
  /** The kind of the records; `alliance` for the other layouts. */
  readonly kind: SubjectKind;
  readonly columns: readonly MappedColumn[];
  /** Values, as they would be typed, for targets that no column or an empty cell gives. */
  readonly defaults: Readonly<Record<string, string>>;
};

/** What alliances and their members can take from a table, in the layouts other than `records`. */
export const ALLIANCE_TARGETS = {
  alliance: [
    'name',
    'deal',
    'form',
    'start',
    'end',
    'period',
    'ending',
    'objectives',
    'stage',
    'status',
    'venture',
    'products',
    'markets',
    'regions',
    'activities',
    'members',
    'shares',
    'remark',
  ],
  member: ['member', 'share', 'votingShare', 'country', 'house', 'role', 'resources', 'kind', 'place', 'lei'],
} as const;

/** A mapping with the headings of the table it was made for. */
export type RememberedMapping = { readonly headings: readonly string[]; readonly mapping: TableMapping };

const headingsOf = (table: ReadTable): string[] => table.columns.map((column) => column.heading);

export const rememberedMapping = (table: ReadTable, mapping: TableMapping): RememberedMapping => ({
  headings: headingsOf(table),
  mapping,
});

/** The same heading may stand twice; its second is another column than its first. */
function counted(headings: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return headings.map((heading) => {
    const key = headingKey(heading);
    seen.set(key, (seen.get(key) ?? 0) + 1);
    return `${key} ${seen.get(key)}`;
  });
}

/**
 * A remembered mapping for another table: columns are found by their headings, wherever they stand; columns the mapping
 * does not know are left out. Null when the table lacks a heading that the mapping reads.
 */
export function mappingAgain({ headings, mapping }: RememberedMapping, table: ReadTable): TableMapping | null {
  const places = new Map(counted(headingsOf(table)).map((key, at) => [key, table.columns[at]]));
  const keys = new Map(counted(headings).map((key, at) => [mapping.columns[at]?.index ?? -1, key]));
  const found = new Map<number, (typeof mapping.columns)[number]>();
  for (const column of mapping.columns) {
    const place = places.get(keys.get(column.index) ?? '');
    if (place) found.set(place.index, { ...column, index: place.index, heading: place.heading });
    else if (column.targets.length > 0) return null;
  }
  const columns = table.columns.map(
    ({ index, heading }) => found.get(index) ?? { index, heading, targets: [], order: null, serials: null },
  );
  return { ...mapping, columns };
}

const storedMapping = z.strictObject({
  headings: z.array(z.string()).max(20_000),
  mapping: z.strictObject({
    layout: z.enum(TABLE_LAYOUTS),
    kind: z.enum(SUBJECT_KINDS),
    columns: z
      .array(
        z.strictObject({
          index: z.int().min(0),
          heading: z.string(),
          targets: z.array(z.string()),
          order: z.enum(['day-first', 'month-first', 'year-first']).nullable(),
          serials: z.enum(['from-1900', 'from-1904']).nullable(),
        }),
      )
      .max(20_000),
    defaults: z.record(z.string(), z.string()),
  }),
});

/** A remembered mapping from stored data, for example a JSON file. */
export function readRememberedMapping(stored: unknown): Outcome<RememberedMapping> {
  const read = storedMapping.safeParse(stored);
  if (read.success) return Outcome.of(read.data);
  const [issue] = read.error.issues;
  const problem: Problem = {
    code: 'mapping-malformed',
    message: `This is no mapping of a table: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim(),
    fix: 'Use a mapping as the import saved it.',
  };
  return Outcome.refuse(problem);
}
