/** What the owner of an import said about it, in place of what was told from the file. Kept with the import. */
export type ImportChoices = {
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly sheet?: string;
  readonly headerRow?: number;
  /** `members`, `partners`, `participants`, or `records:` and a kind of record. */
  readonly layout?: string;
  /** Targets by index of the column, several with `+` between; null leaves the column out. */
  readonly mapping?: Readonly<Record<string, string | null>>;
  /** By id of the question. */
  readonly answers?: Readonly<Record<string, string>>;
  /** Texts in place of cells, by line and index of the column with a colon between. */
  readonly cells?: Readonly<Record<string, string>>;
  /** By name of an organisation: an id, or `new`. */
  readonly matches?: Readonly<Record<string, string>>;
  readonly leaveOut?: readonly number[];
  readonly keep?: readonly number[];
};

/** A correction of how an import is read: what is given replaces what was said before. */
export type ChoicesChange = {
  readonly encoding?: string | null | undefined;
  readonly delimiter?: string | null | undefined;
  readonly sheet?: string | undefined;
  readonly headerRow?: number | undefined;
  readonly layout?: string | undefined;
  readonly mapping?: Readonly<Record<string, string | null>> | undefined;
  readonly answers?: Readonly<Record<string, string | null>> | undefined;
  readonly cells?: Readonly<Record<string, string | null>> | undefined;
  readonly choices?: Readonly<Record<string, string | null>> | undefined;
  readonly leaveOut?: readonly number[] | undefined;
  readonly keep?: readonly number[] | undefined;
};

type Said = Readonly<Record<string, string>>;

/** What was said before with what is said now; null takes something back. */
function merged(before: Said | undefined, now: Readonly<Record<string, string | null>> | undefined): Said {
  const all = Object.entries({ ...before, ...now });
  return Object.fromEntries(all.filter((entry): entry is [string, string] => entry[1] !== null));
}

/** Columns are other columns after these, so that what was said of them no longer holds. */
const OF_ANOTHER_TABLE = ['encoding', 'delimiter', 'sheet', 'headerRow'] as const;

/** The choices after a correction. */
export function choicesAfter(before: ImportChoices, change: ChoicesChange): ImportChoices {
  const isOther = OF_ANOTHER_TABLE.some((name) => change[name] !== undefined);
  const isOtherLayout = change.layout !== undefined && change.layout !== before.layout;
  const { mapping, answers, ...rest } = before;
  const { cells, leaveOut, keep, ...untouched } = rest;
  const { encoding, delimiter, sheet, headerRow, layout } = change;
  const single = { encoding, delimiter, sheet, headerRow, layout };
  return {
    ...untouched,
    ...(isOther ? {} : { ...(leaveOut ? { leaveOut } : {}), ...(keep ? { keep } : {}) }),
    ...Object.fromEntries(Object.entries(single).filter(([, value]) => value !== undefined && value !== null)),
    mapping: { ...(isOther || isOtherLayout ? {} : mapping), ...change.mapping },
    answers: merged(isOther || isOtherLayout ? {} : answers, change.answers),
    cells: merged(isOther ? {} : cells, change.cells),
    matches: merged(before.matches, change.choices),
    ...(change.leaveOut ? { leaveOut: change.leaveOut } : {}),
    ...(change.keep ? { keep: change.keep } : {}),
  };
}
