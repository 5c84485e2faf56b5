import { EdtfDate, Outcome, Period, type Problem, Share, Slug } from '../kernel/index.ts';
import {
  ALLIANCE_FORMS,
  type AllianceForm,
  ORGANISATION_KINDS,
  type OrganisationKind,
  RESOURCE_KINDS,
  type ResourceKind,
} from '../register/index.ts';
import type { Cell, Grid } from './table-cells.ts';

/** One member of one alliance, as a row of the table states it. */
export type MemberRow = {
  readonly line: number;
  readonly column: number;
  readonly alliance: string;
  readonly member: string;
  readonly start: EdtfDate | null;
  readonly end: Period['to'];
  /** Null where it is not stated. */
  readonly form: AllianceForm | null;
  readonly house: string | null;
  readonly country: string | null;
  /** What the member is; null where it is not stated. */
  readonly kind: OrganisationKind | null;
  readonly share: Share | null;
  readonly resources: readonly { readonly kind: ResourceKind; readonly subject: Slug }[];
  readonly products: readonly Slug[];
  readonly markets: readonly Slug[];
  readonly regions: readonly Slug[];
};

const REQUIRED = ['alliance', 'member', 'start', 'end', 'form'] as const;
const OPTIONAL = ['house', 'country', 'kind', 'share', 'resources', 'products', 'markets', 'regions'] as const;
const COLUMNS = [...REQUIRED, ...OPTIONAL] as const;
type Column = (typeof COLUMNS)[number];

/** What a table calls the columns that are to be read, where it does not use our names; its others are passed over. */
export type ColumnNames = Readonly<Partial<Record<Column, string>>>;

/** Without these a row says nothing of who is with whom. */
const INDISPENSABLE = ['alliance', 'member'] as const;

/**
 * Reads a list of columns as people type it: our name, an equals sign, the table's name.
 * @example ColumnNames.parse('alliance=rcn, member=pic') // => { ok: true, value: { alliance: 'rcn', member: 'pic' } }
 */
function parseColumnNames(text: string): Outcome<ColumnNames> {
  const pairs = text.split(',').map((pair) => pair.split('=').map((part) => part.trim()));
  const wrong = pairs.find(
    ([ours = '', theirs = '', more]) => !COLUMNS.some((each) => each === ours) || theirs === '' || more !== undefined,
  );
  const names = Object.fromEntries(pairs.map(([ours = '', theirs = '']) => [ours, theirs])) as ColumnNames;
  const missing = INDISPENSABLE.filter((column) => names[column] === undefined);
  if (wrong === undefined && missing.length === 0) return Outcome.of(names);
  return Outcome.refuse({
    code: 'columns-malformed',
    message:
      wrong === undefined ? `No column is named for ${missing.join(' and ')}` : `"${wrong.join('=')}" names no column`,
    fix: `Write name=heading pairs with commas between, for example alliance=deal,member=company; the names are ${COLUMNS.join(', ')}.`,
  });
}

export const ColumnNames = Object.freeze({ parse: parseColumnNames });

const FORM_WORDS: Readonly<Record<string, AllianceForm>> = {
  jv: 'joint-venture',
  'equity-joint-venture': 'joint-venture',
  license: 'licence',
  ...Object.fromEntries(ALLIANCE_FORMS.map((form) => [form, form])),
};

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '-');

type Refuse = (cell: Cell, problem: Pick<Problem, 'code' | 'message' | 'fix'>) => null;

function columnsOf(header: readonly Cell[], refuse: Refuse): Map<Column, number> | null {
  const found = new Map<Column, number>();
  let sound = true;
  header.forEach((cell, index) => {
    const name = plain(cell.text);
    const column = COLUMNS.find((each) => each === name);
    if (name === '') return;
    const taken = column !== undefined && found.has(column);
    if (column === undefined || taken) {
      sound = false;
      refuse(cell, {
        code: taken ? 'column-twice' : 'column-unknown',
        message: taken ? `The column ${name} stands twice` : `"${cell.text}" is no column of a table of alliances`,
        fix: `Use the columns ${REQUIRED.join(', ')} and, if you have them, ${OPTIONAL.join(', ')}.`,
      });
    } else found.set(column, index);
  });
  const first = header[0] ?? { text: '', line: 1, column: 1 };
  for (const column of REQUIRED) {
    if (!found.has(column)) {
      sound = false;
      refuse(first, {
        code: 'column-missing',
        message: `The column ${column} is missing`,
        fix: `Give the first row the columns ${REQUIRED.join(', ')}.`,
      });
    }
  }
  return sound ? found : null;
}

/** Where the named headings stand; the first row must have each of them, once. */
function namedColumns(header: readonly Cell[], names: ColumnNames, refuse: Refuse): Map<Column, number> | null {
  const found = new Map<Column, number>();
  const first = header[0] ?? { text: '', line: 1, column: 1 };
  for (const column of COLUMNS) {
    const name = names[column];
    if (name === undefined) continue;
    const places = header.flatMap((cell, index) => (plain(cell.text) === plain(name) ? [index] : []));
    const [place] = places;
    if (place !== undefined && places.length === 1) found.set(column, place);
    else
      refuse(header[places[1] ?? 0] ?? first, {
        code: place === undefined ? 'column-missing' : 'column-twice',
        message: place === undefined ? `The table has no column "${name}"` : `The column ${name} stands twice`,
        fix: `Name for ${column} one of: ${header.map((cell) => cell.text).join(', ')}.`,
      });
  }
  return found.size === Object.keys(names).length ? found : null;
}

/** Most cells of a long table hold no list. */
const NOTHING: readonly never[] = [];

const listOf = (text: string): readonly string[] =>
  text === ''
    ? NOTHING
    : text
        .split(';')
        .map((part) => part.trim())
        .filter((part) => part !== '');

const slugged = (text: string): Slug[] =>
  listOf(text).map((part) =>
    Slug.from(
      part,
      encodeURIComponent(part)
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, ''),
    ),
  );

function resourceOf(cell: Cell, text: string, refuse: Refuse): { kind: ResourceKind; subject: Slug } | null {
  const colon = text.indexOf(':');
  const kind = RESOURCE_KINDS.find((each) => each === plain(text.slice(0, Math.max(colon, 0))));
  const [subject] = slugged(text.slice(colon + 1));
  if (kind && subject) return { kind, subject };
  return refuse(cell, {
    code: kind ? 'resource-malformed' : 'resource-kind-unknown',
    message: `"${text}" is no resource`,
    fix: `Write kind:subject, for example technology:casting, with one of the kinds ${RESOURCE_KINDS.join(', ')}.`,
  });
}

/** Reads the cells of one row, column by column; every fault is told, and a row with any is not read. */
class RowReader {
  readonly #cells: readonly Cell[];
  readonly #columns: ReadonlyMap<Column, number>;
  readonly #refuse: Refuse;

  constructor(cells: readonly Cell[], columns: ReadonlyMap<Column, number>, refuse: Refuse) {
    this.#cells = cells;
    this.#columns = columns;
    this.#refuse = refuse;
  }

  cell(column: Column): Cell {
    const at = this.#columns.get(column);
    const first = this.#cells[0] ?? { text: '', line: 1, column: 1 };
    return (at === undefined ? undefined : this.#cells[at]) ?? { ...first, text: '' };
  }

  has(column: Column): boolean {
    return this.#columns.has(column);
  }

  text(column: Column): string {
    return this.cell(column).text;
  }

  /** What a cell states; null where it is empty or says that nothing is known. */
  stated(column: Column, unknown = NOT_AVAILABLE): string | null {
    const text = this.text(column);
    return text === '' || unknown.test(text) ? null : text;
  }

  date<T>(column: 'start' | 'end', parse: (text: string) => Outcome<T>): T | null {
    return this.parsed(column, (text) => parse(NOT_AVAILABLE.test(text) ? '' : text));
  }

  required(column: 'alliance' | 'member'): string | null {
    const text = this.stated(column);
    if (text !== null) return text;
    const cell = this.cell(column);
    return this.#refuse(cell, {
      code: 'cell-empty',
      message: cell.text === '' ? `The row names no ${column}` : `The row names no ${column}, but "${cell.text}"`,
      fix: `Fill in the ${column}, or take the row out: all rows without one would be taken for the same ${column}.`,
    });
  }

  /** A row must not say more than its table has columns for: most likely a comma inside a name is not quoted. */
  refuseBeyond(width: number): void {
    const beyond = this.#cells.slice(width).find((cell) => cell.text !== '');
    if (beyond === undefined) return;
    this.#refuse(beyond, {
      code: 'cell-surplus',
      message: `"${beyond.text.slice(0, 40)}" stands behind the last of ${width} columns`,
      fix: 'Put cells that hold the delimiter into quotation marks, or give the column a heading.',
    });
  }

  parsed<T>(column: Column, parse: (text: string) => Outcome<T>): T | null {
    const cell = this.cell(column);
    const outcome = parse(cell.text);
    if (outcome.ok) return outcome.value;
    for (const { code, message, fix } of outcome.problems)
      this.#refuse(cell, { code, message: `${column}: ${message}`, fix });
    return null;
  }

  /** The form as the row states it; `none` where it states none, null for a fault. */
  form(): AllianceForm | 'none' | null {
    const text = this.stated('form');
    if (text === null) return 'none';
    const cell = this.cell('form');
    return (
      FORM_WORDS[plain(text)] ??
      this.#refuse(cell, {
        code: 'form-unknown',
        message: `"${cell.text}" is no form of alliance`,
        fix: `Use one of: ${ALLIANCE_FORMS.map((form) => form.replace(/-/g, ' ')).join(', ')}.`,
      })
    );
  }

  /** What the member is as the row states it; `none` where it states nothing, null for a fault. */
  kind(): OrganisationKind | 'none' | null {
    const text = this.stated('kind');
    if (text === null) return 'none';
    const cell = this.cell('kind');
    return (
      ORGANISATION_KINDS.find((each) => each === plain(text)) ??
      this.#refuse(cell, {
        code: 'kind-unknown',
        message: `"${cell.text}" is no kind of organisation`,
        fix: `Use one of: ${ORGANISATION_KINDS.map((kind) => kind.replace(/-/g, ' ')).join(', ')}.`,
      })
    );
  }

  resources(): { kind: ResourceKind; subject: Slug }[] {
    const cell = this.cell('resources');
    return listOf(cell.text).flatMap((text) => resourceOf(cell, text, this.#refuse) ?? []);
  }
}

const shareText = (text: string): string => text.normalize('NFKC').replace(/\s*%$/, '').trim();

/** What statistics packages write for what is not known; of a country NA is Namibia. */
const NOT_AVAILABLE = /^(?:NA|N\/A|NaN|NULL)$/i;
const NO_COUNTRY = /^(?:N\/A|NaN|NULL)$/i;

const isEmptyOr = <T>(text: string, read: () => T | null): T | null => (text === '' ? null : read());

type Heading = { readonly columns: ReadonlyMap<Column, number>; readonly width: number };

function readRow(cells: readonly Cell[], { columns, width }: Heading, refuse: Refuse): MemberRow | null {
  const row = new RowReader(cells, columns, refuse);
  if (cells.length > width) row.refuseBeyond(width);
  const alliance = row.required('alliance');
  const member = row.required('member');
  const start = row.date<EdtfDate | null>('start', (text) => (text === '' ? Outcome.of(null) : EdtfDate.parse(text)));
  const end = row.date('end', Period.parseEnd);
  const form = row.form();
  const kind = row.kind();
  const share = isEmptyOr(row.text('share'), () => row.parsed('share', (text) => Share.parse(shareText(text))));
  const resources = row.resources();
  if (end !== null && Period.isReversed({ from: start, to: end })) {
    refuse(row.cell('end'), {
      code: 'period-reversed',
      message: `The end ${row.text('end')} lies before the start ${row.text('start')}`,
      fix: 'Give an end that is later than the start.',
    });
  }
  if (alliance === null || member === null || form === null || kind === null || end === null) return null;
  const { line, column } = row.cell('alliance');
  const lists = {
    products: slugged(row.text('products')),
    markets: slugged(row.text('markets')),
    regions: slugged(row.text('regions')),
  };
  return {
    line,
    column,
    alliance,
    member,
    start,
    end,
    form: form === 'none' ? null : form,
    house: row.stated('house'),
    country: row.stated('country', NO_COUNTRY),
    kind: kind === 'none' ? null : kind,
    share,
    resources,
    ...lists,
  };
}

const emptyTable = (cell: Cell | undefined): Problem & { readonly at: Cell } => ({
  at: cell ?? { text: '', line: 1, column: 1 },
  code: 'table-empty',
  message: 'The table holds no rows',
  fix: `Give it a header (${REQUIRED.join(', ')}) and one row for each member of each alliance.`,
});

/** Reads a table of alliances row by row, header first, and gathers what is wrong with it. */
export class MemberRowReader {
  readonly problems: Problem[] = [];
  readonly #file: string;
  #header: readonly Cell[] | null = null;
  #columns: Map<Column, number> | null = null;
  #rows = 0;

  readonly #names: ColumnNames | null;

  /** @param names the table's own headings; null for a table with ours */
  constructor(file: string, names: ColumnNames | null = null) {
    this.#file = file;
    this.#names = names;
  }

  readonly #refuse: Refuse = (cell, problem) => {
    this.problems.push({ file: this.#file, line: cell.line, column: cell.column, ...problem });
    return null;
  };

  /** Which columns it reads, and how many the table has; null before the header. */
  get reads(): { readonly columns: ReadonlySet<number>; readonly width: number } | null {
    if (this.#columns === null || this.#header === null) return null;
    return { columns: new Set(this.#columns.values()), width: this.#header.length };
  }

  /** What the next row states of a member; null for the header and for a row with a fault. */
  row(cells: readonly Cell[]): MemberRow | null {
    if (this.#header === null) {
      this.#header = cells;
      this.#columns =
        this.#names === null ? columnsOf(cells, this.#refuse) : namedColumns(cells, this.#names, this.#refuse);
      return null;
    }
    this.#rows += 1;
    if (this.#columns === null) return null;
    return readRow(cells, { columns: this.#columns, width: this.#header.length }, this.#refuse);
  }

  /** To be called behind the last row: a table without rows is a fault as well. */
  end(): void {
    if (this.#rows > 0) return;
    const { at, ...problem } = emptyTable(this.#header?.[0]);
    this.#refuse(at, problem);
  }
}

/** Reads a grid as a table of alliances, one row a member: all its problems, and the rows only when there are none. */
export function readMemberRows(file: string, grid: Grid): { rows: readonly MemberRow[]; problems: readonly Problem[] } {
  const reader = new MemberRowReader(file);
  const rows = grid.flatMap((cells) => reader.row(cells) ?? []);
  reader.end();
  return { rows: reader.problems.length === 0 ? rows : [], problems: reader.problems };
}
