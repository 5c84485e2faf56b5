import type { Cell, CellProblem, ReadTable, SuggestedMapping, TableMapping } from '@entente/core/interchange';
import { type DateOrder, groupedBy, readTypedDate } from '@entente/core/kernel';
import { ALLIANCE_FORMS } from '@entente/core/register';

/** What only a person can say, with what can be answered. */
export type ReadingQuestion = {
  readonly id: string;
  readonly kind: 'date-order' | 'date-serials' | 'form' | 'value';
  readonly line: number;
  /** Index of the column. */
  readonly column: number | null;
  readonly text: string;
  readonly count: number;
  readonly choices: readonly { readonly value: string; readonly text: string }[];
  readonly answer: string | null;
};

type Answers = Readonly<Record<string, string>>;

const ORDERS: readonly DateOrder[] = ['day-first', 'month-first', 'year-first'];

/** The columns of cells, found once for many problems. */
export class CellColumns {
  readonly #indexes = new Map<string, number>();

  constructor(table: ReadTable, problems: readonly Pick<CellProblem, 'line' | 'column'>[]) {
    const wanted = new Set(problems.map(({ line, column }) => `${line}:${column}`));
    if (wanted.size === 0) return;
    for (const { cell, index } of table.columns) this.#indexes.set(`${cell.line}:${cell.column}`, index);
    for (const row of table.rows) {
      row.forEach((cell, index) => {
        const place = `${cell.line}:${cell.column}`;
        if (wanted.has(place)) this.#indexes.set(place, index);
      });
    }
  }

  of({ line, column }: Pick<CellProblem, 'line' | 'column'>): number | null {
    return this.#indexes.get(`${line}:${column}`) ?? null;
  }
}

/** What a text means in each order of its numbers. */
const readings = (text: string): { value: DateOrder; text: string }[] =>
  ORDERS.flatMap((order) => {
    const read = readTypedDate(text, { order });
    return read.kind === 'date' ? [{ value: order, text: read.edtf }] : [];
  });

/** Whether a text means different dates in different orders. */
const isOpen = (text: string): boolean => new Set(readings(text).map((choice) => choice.text)).size > 1;

function orderQuestion(
  column: number,
  cells: readonly CellProblem[],
  texts: ReadonlyMap<string, string>,
): ReadingQuestion | null {
  const [first] = cells;
  const text = texts.get(`${first?.line}:${first?.column}`) ?? '';
  const choices = readings(text);
  if (first === undefined || new Set(choices.map((choice) => choice.text)).size < 2) return null;
  const { line = 1 } = first;
  return { id: `order:${column}`, kind: 'date-order', line, column, text, count: cells.length, choices, answer: null };
}

function cellQuestion(cell: CellProblem, column: number | null, text: string): ReadingQuestion {
  const choices = (cell.choices ?? []).map((choice) => ({ value: choice, text: choice }));
  const id = `cell:${cell.place ?? `${cell.line}:${cell.column}`}`;
  return { id, kind: 'value', line: cell.line ?? 1, column, text, count: 1, choices, answer: null };
}

const SERIALS = [
  { value: 'from-1900', text: 'Days counted from 1900, as most spreadsheets do' },
  { value: 'from-1904', text: 'Days counted from 1904, as older spreadsheets of the Macintosh do' },
] as const;
const NO_FORM = { value: 'none', text: 'The table does not tell' } as const;

/** What is asked of whole columns, and of the table: also what was answered, so that it can be answered otherwise. */
function generalQuestions(
  table: ReadTable,
  mapping: TableMapping,
  suggested: SuggestedMapping,
  answers: Answers,
): ReadingQuestion[] {
  const line = table.headerLine;
  const isMapped = (target: string): boolean => mapping.columns.some(({ targets }) => targets.includes(target));
  const serials = suggested.questions.flatMap((question): ReadingQuestion[] => {
    const isRead = (column: number): boolean =>
      (mapping.columns.find(({ index }) => index === column)?.targets.length ?? 0) > 0;
    if (question.ask !== 'date-serials' || !isRead(question.column)) return [];
    const id = `serials:${question.column}`;
    const { column, example: text } = question;
    return [{ id, kind: 'date-serials', line, column, text, count: 1, choices: SERIALS, answer: answers[id] ?? null }];
  });
  const orders = Object.entries(answers).flatMap(([id, answer]): ReadingQuestion[] => {
    const column = /^order:(\d+)$/.exec(id)?.[1];
    const found = table.columns.find(({ index }) => String(index) === column);
    if (found === undefined) return [];
    const cell = firstRow(table, (row) => isOpen(row[found.index]?.text ?? ''))?.[found.index];
    const text = cell?.text ?? found.samples[0] ?? '';
    const at = { line: cell?.line ?? line, column: found.index };
    return [{ id, kind: 'date-order', ...at, text, count: 0, choices: readings(text), answer }];
  });
  if (mapping.layout === 'records' || isMapped('form')) return [...serials, ...orders];
  const id = 'default:form';
  const choices = [...ALLIANCE_FORMS.map((form) => ({ value: form, text: form })), NO_FORM];
  const form = { id, kind: 'form', line, column: null, text: 'form', count: table.rows.length, choices } as const;
  return [{ ...form, answer: answers[id] ?? null }, ...serials, ...orders];
}

function firstRow({ rows }: ReadTable, holds: (row: readonly Cell[]) => boolean): readonly Cell[] | undefined {
  for (const row of rows) if (holds(row)) return row;
  return undefined;
}

/** The texts of the cells in which something is found, by `line:column`. */
function textsAt({ rows }: ReadTable, found: readonly CellProblem[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  if (found.length === 0) return texts;
  const lines = new Set(found.map(({ line }) => line ?? 0));
  for (const row of rows)
    for (const { line, column, text } of row) if (lines.has(line)) texts.set(`${line}:${column}`, text);
  return texts;
}

/** Parts what only a person can say from what is wrong: dates of one column are asked for by one question. */
export function questionsOf(
  table: ReadTable,
  mapping: TableMapping,
  suggested: SuggestedMapping,
  found: readonly CellProblem[],
  answers: Answers,
): { readonly questions: readonly ReadingQuestion[]; readonly problems: readonly CellProblem[] } {
  const open = found.filter(({ choices }) => choices !== undefined);
  const columns = new CellColumns(table, open);
  const texts = textsAt(table, open);
  const asked = [...groupedBy(open, (problem) => String(columns.of(problem)))].flatMap(([column, cells]) => {
    const whole =
      column === 'null' || answers[`order:${column}`] !== undefined
        ? null
        : orderQuestion(Number(column), cells, texts);
    if (whole !== null) return [whole];
    return cells.map((cell) => cellQuestion(cell, columns.of(cell), texts.get(`${cell.line}:${cell.column}`) ?? ''));
  });
  const answered = Object.entries(answers).flatMap(([id, answer]): ReadingQuestion[] => {
    const place = /^cell:(\d+):(\d+)/.exec(id);
    if (place === null) return [];
    const at = { line: Number(place[1]), column: Number(place[2]) };
    const row = firstRow(table, (cells) => cells.some((cell) => cell.line === at.line && cell.column === at.column));
    const index = row?.findIndex((cell) => cell.line === at.line && cell.column === at.column) ?? -1;
    if (row === undefined || index < 0) return [];
    const text = row[index]?.text ?? '';
    return [
      {
        id,
        kind: 'value',
        line: at.line,
        column: index,
        text,
        count: 1,
        choices: [{ value: answer, text: answer }],
        answer,
      },
    ];
  });
  const general = generalQuestions(table, mapping, suggested, answers);
  return {
    questions: [...general, ...asked, ...answered],
    problems: found.filter(({ choices }) => choices === undefined),
  };
}
