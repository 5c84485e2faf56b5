import type { Problem } from '../kernel/index.ts';
import type { Cell } from './table-cells.ts';

/** How the figures of one table are written: whether a comma stands before decimals. */
export type FigureManner = { readonly decimalCommas: boolean; readonly decimalPoints: boolean };

type Refusal = Pick<Problem, 'code' | 'message' | 'fix'>;

const POINTED = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,3})?$/i;
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const WITH_COMMA = /^[+-]?\d*,\d+$/;
/** 3,000: three thousand, or three. */
const EITHER = /^[+-]?[1-9]\d{0,2},\d{3}$/;

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .replace(/[‐‑‒–—−]/g, '-');

/** The parts of a fraction, or the one figure, without a sign of per cent. */
const partsOf = (text: string): string[] =>
  plain(text)
    .replace(/\s*%$/, '')
    .split('/')
    .map((part) => part.trim());

/** Told from all figures of a table: "0,5" has a decimal comma, "0.5" has none. */
export function figureMannerOf(texts: readonly string[]): FigureManner {
  const parts = texts.flatMap(partsOf);
  return {
    decimalCommas: parts.some((part) => WITH_COMMA.test(part) && !EITHER.test(part)),
    decimalPoints: parts.some((part) => /\d*\.\d/.test(part)),
  };
}

function figureOf(part: string, { decimalCommas, decimalPoints }: FigureManner): number | 'either' | null {
  if (POINTED.test(part)) return decimalCommas && part.includes('.') ? 'either' : Number(part);
  if (WITH_COMMA.test(part) && decimalCommas) return decimalPoints ? 'either' : Number(part.replace(',', '.'));
  if (!GROUPED.test(part)) return null;
  return EITHER.test(part) && !decimalPoints ? 'either' : Number(part.replaceAll(',', ''));
}

/**
 * The number in a cell: 3, 0.5, -2e3, 1/3 or 30 %, with decimal commas where the whole table has them. What may be meant in two
 * ways is asked, not guessed.
 */
export function figureIn({ text }: Cell, manner: FigureManner): number | Refusal {
  const parts = partsOf(text);
  const figures = parts.map((part) => figureOf(part, manner));
  if (figures.includes('either')) {
    const message = `"${text}" may mean two numbers, as commas and points stand in this table`;
    return {
      code: 'value-ambiguous',
      message,
      fix: 'Write decimals with a point and thousands without a mark: 0.5, 3000.',
    };
  }
  const [over, under] = figures as (number | null)[];
  const isFraction = parts.length === 2 && over !== null && under !== null && under !== 0;
  const value = parts.length === 1 ? over : isFraction ? (over ?? 0) / (under ?? 1) : null;
  if (value === null || value === undefined || !Number.isFinite(value)) {
    const fix = 'Write figures, for example 3, 0.5, 1/3 or 30 %; where a spreadsheet made a date of 1/3, write 0.333.';
    return { code: 'number-malformed', message: `"${text.slice(0, 40)}" is no number`, fix };
  }
  return plain(text).endsWith('%') ? value / 100 : value;
}

/** Tells that commas were read as decimal marks. */
export const commaWarning = (file: string, { decimalCommas, decimalPoints }: FigureManner): Problem[] =>
  decimalCommas && !decimalPoints
    ? [
        {
          file,
          line: 1,
          column: 1,
          code: 'decimal-commas',
          message: 'Commas in figures were read as decimal marks',
          fix: 'Nothing has to be done if 0,5 is meant as a half.',
        },
      ]
    : [];
