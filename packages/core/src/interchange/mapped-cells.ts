import {
  type DateRole,
  EdtfDate,
  type Problem,
  readTypedDate,
  readTypedNumber,
  readTypedShare,
  type Share,
  Slug,
  type TypedNumber,
  type TypedShare,
} from '../kernel/index.ts';
import type { TermList } from '../register/index.ts';
import { countryCode } from './countries.ts';
import type { Cell } from './table-cells.ts';
import type { MappedColumn } from './table-mapping.ts';
import { readDetails, readList, readText, unguardedCell } from './table-text.ts';
import { termMeant } from './term-words.ts';

/**
 * A problem of one cell. `place` is what a correction of the cell is filed under; `choices` are the texts of which one
 * is meant, to be asked.
 */
export type CellProblem = Problem & { readonly place?: string; readonly choices?: readonly string[] };

/**
 * Texts that people put in place of cells, by place: answers to what was asked, and mends. A place is `line:column`, with
 * `:target` behind it for one of several things that a cell holds.
 */
export type Corrections = ReadonlyMap<string, string>;

export const cellPlace = (cell: Cell): string => `${cell.line}:${cell.column}`;

/** What is read of a cell, with the column that says how. */
export type PlacedCell = {
  readonly cell: Cell;
  readonly text: string;
  readonly place: string;
  readonly column: Pick<MappedColumn, 'order' | 'serials' | 'heading'>;
  /** What the column holds; left out where a default stands in for the cell. */
  readonly target?: string;
};

/** What a cell was read as for a target: EDTF, exact figures, a term, the code of a country, or its text. */
export type CellReading = { readonly target: string; readonly value: string };

type Said = Pick<CellProblem, 'code' | 'message' | 'fix' | 'choices' | 'place'>;
type SharesRead = { readonly shares: readonly (Share | null)[]; readonly said: string | null };
type Period = { readonly from: string | null; readonly to: string | null };

const NOTHING = /^(?:-+|\.+|…|n\/?a|n\.a\.|none|nil|null|tbd|無|なし|该当なし|該当なし|不適用)$/i;
const NOT_KNOWN = /^(?:unknown|not known|\?+|不明|未詳|未知|不詳)$/i;
/** Controls, marks that turn direction, unpaired halves: what the register takes in no text. */
const UNREADABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffd]|\p{Cs}/u;

/** How many texts of shares are remembered with what they mean. */
const MOST_SHARES = 2_000;

/** Reads cells by what their column holds, and tells every problem at its place. */
export class MappedCells {
  readonly problems: CellProblem[] = [];
  readonly warnings: CellProblem[] = [];
  readonly #readings = new Map<string, Map<string, string>>();
  readonly #typedShares = new Map<string, TypedShare>();
  readonly #linesAtFault = new Set<number>();
  readonly #file: string;
  readonly #corrections: Corrections;
  readonly #exactly: 'text' | 'sheet' | null;
  readonly #isKeeping: boolean;

  /**
   * @param exactly set where cells stand as an export of a whole register writes them into text files or sheets, and mean
   *   just what they say
   * @param isKeeping whether `readingsOf` is asked afterwards
   */
  constructor(file: string, corrections: Corrections, exactly: 'text' | 'sheet' | null = null, isKeeping = false) {
    this.#isKeeping = isKeeping;
    this.#file = file;
    this.#corrections = corrections;
    this.#exactly = exactly;
  }

  /** Reads the same cells alike, and tells nobody what is at fault in them. */
  unheard(): MappedCells {
    return new MappedCells(this.#file, this.#corrections, this.#exactly);
  }

  problem(cell: Cell, said: Said): null {
    this.#linesAtFault.add(cell.line);
    this.problems.push({ file: this.#file, line: cell.line, column: cell.column, place: cellPlace(cell), ...said });
    return null;
  }

  /** What a cell was read as, for each target that read anything in it. */
  readingsOf(cell: Cell): CellReading[] {
    const found = this.#readings.get(cellPlace(cell)) ?? new Map<string, string>();
    return [...found].map(([target, value]) => ({ target, value }));
  }

  #keep<Read extends string | null>({ cell, target }: PlacedCell, read: Read): Read {
    if (target === undefined || !this.#isKeeping) return read;
    const place = cellPlace(cell);
    const readings = this.#readings.get(place) ?? new Map<string, string>();
    if (read === null || read === '') readings.delete(target);
    else readings.set(target, read);
    this.#readings.set(place, readings);
    return read;
  }

  /** Whether anything in a line could not be read; what is missing there may be what was at fault. */
  isAtFault(line: number): boolean {
    return this.#linesAtFault.has(line);
  }

  warning(cell: Cell, said: Said): void {
    this.warnings.push({ file: this.#file, line: cell.line, column: cell.column, ...said });
  }

  /** A cell to be read for a target: corrected, or that part of it which the target takes. */
  placed(cell: Cell, column: MappedColumn, target: string): PlacedCell {
    const isOneOfMany = column.targets.length > 1;
    const place = isOneOfMany ? `${cellPlace(cell)}:${target}` : cellPlace(cell);
    const whole = this.#corrections.get(cellPlace(cell)) ?? cell.text;
    const text = this.#corrections.get(place) ?? (isOneOfMany ? partOf(whole, target) : whole);
    return { cell, text, place, column, target };
  }

  /** The text; empty for a mark that says there is nothing. The apostrophe that keeps a formula a text is taken off. */
  text(placed: PlacedCell): string {
    return this.#keep(placed, this.#plain(placed));
  }

  /** A cell of an export; text files have an apostrophe before what a spreadsheet would run. */
  #asWritten(text: string): string {
    return this.#exactly === 'text' ? unguardedCell(text) : text;
  }

  #plain({ cell, text: written, place }: PlacedCell): string {
    if (this.#exactly !== null) return readText(this.#asWritten(written)) ?? '';
    const text = written.trim().replace(/^'(?='*[=+\-@＝＋－＠])/, '');
    if (NOTHING.test(text)) return '';
    if (!UNREADABLE.test(text)) return text;
    this.problem(cell, {
      place,
      code: 'text-unreadable',
      message: 'The cell holds invisible or broken characters',
      fix: 'Type the text again without them.',
    });
    return '';
  }

  /** The same, and empty too where the cell says that it is not known. */
  known(placed: PlacedCell): string {
    const text = this.text(placed);
    return this.#exactly === null && NOT_KNOWN.test(text) ? this.#keep(placed, '') : text;
  }

  date(placed: PlacedCell, as: Exclude<DateRole, 'end'>): string | null {
    const text = this.known(placed);
    return text === '' ? null : this.#dated(placed, text, as);
  }

  /** The end of a period: EDTF, `unknown`, or null for open. */
  end(placed: PlacedCell): string | null {
    const text = this.text(placed);
    const read = text === '' ? null : this.#dated(placed, text, 'end');
    return read === '..' ? null : read;
  }

  /** A period in one cell, as "2003-2010" or "since 2003". */
  period(placed: PlacedCell): Period {
    const text = this.known(placed);
    const read = text === '' ? null : this.#dated(placed, text, 'date');
    if (read === null) return { from: null, to: null };
    const [from = '', to = '..'] = read.split('/');
    return { from: from === '..' || from === '' ? null : from, to: to === '..' ? null : to };
  }

  #dated(placed: PlacedCell, text: string, as: DateRole): string | null {
    return this.#keep(placed, this.#date(placed, text, as));
  }

  #date(placed: PlacedCell, text: string, as: DateRole): string | null {
    const { cell, column, place } = placed;
    const { order, serials } = column;
    if (this.#exactly !== null && (EdtfDate.parse(text).ok || text === 'unknown')) return text;
    const read = readTypedDate(text, { as, ...(order ? { order } : {}), ...(serials ? { serials } : {}) });
    if (read.kind === 'date') return read.edtf;
    if (read.kind === 'choices') return this.#asked(placed, text, read.choices);
    return this.problem(cell, { place, ...read.problem, message: `${column.heading}: ${read.problem.message}` });
  }

  #asked({ cell, place }: PlacedCell, text: string, choices: readonly string[]): null {
    return this.problem(cell, {
      place,
      code: 'value-ambiguous',
      message: `"${text.slice(0, 40)}" may mean ${choices.join(' or ')}`,
      fix: 'Choose what is meant.',
      choices,
    });
  }

  /** Shares of one cell: one, several, or one for each of `count` holders; bounds are told and leave the share unknown. */
  shares(placed: PlacedCell, count: number): SharesRead {
    const read = this.#shares(placed, count);
    this.#keep(placed, read.said ?? read.shares.map((share) => share ?? '?').join(':'));
    return read;
  }

  /** Most cells of a large table state what others state. */
  #typedShare(text: string): TypedShare {
    const before = this.#typedShares.get(text);
    if (before !== undefined) return before;
    const read = readTypedShare(text);
    if (this.#typedShares.size < MOST_SHARES) this.#typedShares.set(text, read);
    return read;
  }

  #shares(placed: PlacedCell, count: number): SharesRead {
    const text = this.known(placed);
    if (text === '') return { shares: [], said: null };
    const read = this.#typedShare(text);
    if (read.kind === 'shares') return { shares: read.shares, said: null };
    if (read.kind === 'share') {
      const isExact = read.bound === '=';
      if (!isExact) {
        this.warning(placed.cell, {
          code: 'share-bounded',
          message: `"${text.slice(0, 40)}" bounds the share and does not state it; the wording is kept as a remark`,
          fix: 'Give the exact share if you know it.',
        });
      }
      const share = isExact ? read.share : null;
      return { shares: read.each ? Array.from({ length: count }, () => share) : [share], said: isExact ? null : text };
    }
    if (read.kind === 'choices')
      this.#asked(
        placed,
        text,
        read.choices.map((choice) => `${choice} %`),
      );
    else this.problem(placed.cell, { ...read.problem, message: `${placed.column.heading}: ${read.problem.message}` });
    return { shares: [], said: null };
  }

  number(placed: PlacedCell): Extract<TypedNumber, { readonly kind: 'number' }> | null {
    const text = this.known(placed);
    if (text === '') return null;
    const read = readTypedNumber(text);
    if (read.kind === 'number') {
      this.#keep(placed, read.number);
      return read;
    }
    this.#keep(placed, null);
    if (read.kind === 'choices') return this.#asked(placed, text, read.choices);
    return this.problem(placed.cell, { ...read.problem, message: `${placed.column.heading}: ${read.problem.message}` });
  }

  term(placed: PlacedCell, list: TermList, admitted: readonly string[]): string | null {
    return this.#keep(placed, this.#term(placed, list, admitted));
  }

  #term(placed: PlacedCell, list: TermList, admitted: readonly string[]): string | null {
    const text = this.known(placed);
    if (text === '') return null;
    return (
      (admitted.includes(text) ? text : termMeant(list, text, admitted)) ??
      this.problem(placed.cell, {
        code: 'term-unknown',
        message: `${placed.column.heading}: "${text.slice(0, 40)}" is none of the terms here`,
        fix: `Use one of: ${admitted.join(', ')}.`,
      })
    );
  }

  country(placed: PlacedCell): string | null {
    return this.#keep(placed, this.#country(placed));
  }

  #country(placed: PlacedCell): string | null {
    const text = this.known(placed);
    if (text === '') return null;
    return (
      countryCode(text) ??
      this.problem(placed.cell, {
        code: 'country-unknown',
        message: `"${text.slice(0, 40)}" is no country that is known here`,
        fix: 'Give its name in English, Japanese or Chinese, or its two letters of ISO 3166, for example JP.',
      })
    );
  }

  lei(placed: PlacedCell): string | null {
    const text = this.known(placed).toUpperCase().replace(/\s/g, '');
    if (text === '' || /^[A-Z0-9]{18}\d{2}$/.test(text)) return text === '' ? null : text;
    return this.problem(placed.cell, {
      code: 'value-refused',
      message: `"${text.slice(0, 40)}" is no LEI`,
      fix: 'An LEI has 20 letters and figures, of which the last two are figures; leave it empty otherwise.',
    });
  }

  /** Texts of one cell, apart by semicolons or line breaks. */
  list(placed: PlacedCell): readonly string[] {
    const exact = this.#exactly !== null ? readList(this.#asWritten(placed.text)) : null;
    if (exact !== null) return exact;
    return this.known(placed)
      .split(/[;；\n]+/)
      .map((part) => part.trim())
      .filter((part) => part !== '');
  }

  /** Named details of one cell: "method: visit; place: Taipei". */
  details(placed: PlacedCell): Readonly<Record<string, string>> {
    const exact = this.#exactly !== null ? readDetails(this.#asWritten(placed.text)) : null;
    if (exact !== null) return exact;
    const parts = this.list(placed).map((part) => part.split(/\s*[:：]\s*/));
    return Object.fromEntries(parts.map(([key = '', ...rest]) => [key, rest.join(': ')]));
  }

  slug(text: string): Slug {
    return Slug.from(text, slugOfSigns(text));
  }
}

/** "JV (2003-2010)": the name or form, and behind it in brackets the period. */
const WITH_PERIOD = /^(?<rest>.*?)\s*[（(](?<period>[^（()）]*\d{2,4}[^（()）]*)[)）]$/s;

/** What one of several targets takes of a cell: the period what stands in brackets at its end, the others what is before. */
function partOf(text: string, target: string): string {
  const parts = WITH_PERIOD.exec(text)?.groups;
  if (target === 'period') return parts?.['period'] ?? '';
  return parts ? (parts['rest'] ?? '') : text;
}

/** Whether a text has a period in brackets behind it. */
export const hasPeriod = (text: string): boolean => WITH_PERIOD.test(text);

/** Signs outside ASCII as the letters and figures of their code, so that different words keep different slugs. */
const slugOfSigns = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Cs}/gu, ''))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 72)
    .replace(/-$/, '');

/** Whether an end lies before its start on every reading. */
export function isReversed(from: string | null, to: string | null): boolean {
  const start = from === null ? null : EdtfDate.parse(from);
  const end = to === null || to === 'unknown' ? null : EdtfDate.parse(to);
  if (!start?.ok || !end?.ok) return false;
  return start.value.earliest !== null && end.value.latest !== null && end.value.latest < start.value.earliest;
}
