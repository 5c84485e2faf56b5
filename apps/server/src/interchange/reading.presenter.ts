import type { ImportAnswer, ImportMatch } from '@entente/contract/register';
import type { CellProblem } from '@entente/core/interchange';
import { searchText } from '@entente/core/kernel';
import type { ImportChoices } from './import-choices.ts';
import { type Candidate, sameAs } from './known-names.ts';
import { fieldsOf, layoutName, targetText } from './layouts.ts';
import { LAYOUTS, type ReadingRequest, type TableReading } from './reading.ts';
import { alikeNames } from './new-names.ts';
import { CellColumns } from './reading-questions.ts';

/** What is shown of a reading: all of the answer but what the register adds. */
export type ShownReading = Pick<
  ImportAnswer,
  | 'encoding'
  | 'delimiter'
  | 'sheet'
  | 'sheets'
  | 'layout'
  | 'layouts'
  | 'headerRow'
  | 'rowCount'
  | 'fields'
  | 'columns'
  | 'leftOut'
  | 'leaveOut'
  | 'keep'
  | 'questions'
  | 'questionTotal'
  | 'openQuestions'
  | 'problems'
  | 'problemTotal'
  | 'warnings'
  | 'warningTotal'
  | 'matches'
  | 'matchTotal'
  | 'openMatches'
  | 'mappingUsed'
>;

const MOST_SHOWN = 200;
const MOST_MATCHES = 500;
const MOST_LINES = 100;
const LONGEST = 400;

type Shown = ImportAnswer['problems'][number];

export function presentedProblem({ line, code, message, fix, column }: CellProblem, columns: CellColumns): Shown {
  return { line: line ?? 1, column: columns.of({ line: line ?? 1, column: column ?? 1 }), code, message, fix };
}

function presentedProblems(reading: TableReading, problems: readonly CellProblem[]): Shown[] {
  const shown = problems.slice(0, MOST_SHOWN);
  const columns = new CellColumns(reading.table, shown);
  return shown.map((problem) => presentedProblem(problem, columns));
}

/** The lines on which each name stands in a cell by itself. */
function linesOf({ table }: TableReading, names: ReadonlySet<string>): ReadonlyMap<string, number[]> {
  const lines = new Map<string, number[]>();
  for (const row of table.rows) {
    for (const { text, line } of row) {
      if (!names.has(text)) continue;
      const list = lines.get(text);
      if (list === undefined) lines.set(text, [line]);
      else if (list.at(-1) !== line) list.push(line);
    }
  }
  return lines;
}

type Matches = Pick<ShownReading, 'matches' | 'matchTotal' | 'openMatches'>;

/**
 * What each name of an organisation is in the register, or may be; one that may be several things waits for a choice. The first
 * of them are shown, those that wait before all others.
 */
function matchesOf(reading: TableReading, { matches = {} }: ImportChoices): Matches {
  const { chosen, book } = reading;
  const names = [...chosen.asked];
  const known = new Map<string, readonly Candidate[]>();
  for (const name of names) {
    const there = book.candidates(name);
    if (there.length > 0) known.set(name, there);
  }
  const alike = alikeNames(names.filter((name) => !known.has(name)));
  const choiceOf = (name: string): string | null => {
    const there = known.get(name) ?? [];
    const spelled = there.length === 0 ? chosen.spelledAs('organisation', name) : name;
    const told = spelled === name ? 'new' : sameAs(spelled);
    return matches[name] ?? (book.isTold(there) ? (there[0]?.organisation ?? told) : null);
  };
  const candidatesOf = (name: string): Candidate[] => [...(known.get(name) ?? []), ...(alike.get(name) ?? [])];
  let openMatches = 0;
  const ordered = names.map((name) => {
    const isOpen = choiceOf(name) === null;
    if (isOpen) openMatches += 1;
    return { name, order: isOpen ? 0 : known.has(name) || alike.has(name) ? 1 : 2, key: searchText(name) };
  });
  ordered.sort((one, other) => one.order - other.order || (one.key < other.key ? -1 : 1));
  const shown = ordered.slice(0, MOST_MATCHES).map(({ name }) => name);
  const lines = linesOf(reading, new Set(shown));
  return {
    matchTotal: names.length,
    openMatches,
    matches: shown.map((name): ImportMatch => {
      const stands = lines.get(name) ?? [];
      const [candidates, choice] = [candidatesOf(name), choiceOf(name)];
      const isChosen = matches[name] !== undefined;
      return { name, lines: stands.slice(0, MOST_LINES), count: stands.length, candidates, choice, chosen: isChosen };
    }),
  };
}

/** What is shown of a reading to its owner. */
export function presentedReading(reading: TableReading, { choices, custom }: ReadingRequest): ShownReading {
  const { table, mapping, suggested, questions, problems, imported, mappingUsed } = reading;
  const targets = new Map(mapping.columns.map(({ index, targets: each }) => [index, targetText(each)]));
  return {
    encoding: table.delimiter === null ? null : table.encoding,
    delimiter: table.delimiter,
    sheet: table.sheet,
    sheets: table.sheets.map((name) => ({ name })),
    layout: layoutName(mapping),
    layouts: [...LAYOUTS],
    headerRow: table.headerLine,
    rowCount: table.rows.length,
    fields: fieldsOf(mapping, custom),
    columns: table.columns.map(({ index, heading, samples }) => {
      const suggestion = suggested.columns.find((each) => each.index === index);
      const field = targetText(suggestion?.targets ?? []);
      return {
        index,
        heading: heading.slice(0, LONGEST),
        samples: samples.map((sample) => sample.slice(0, LONGEST)),
        suggestions:
          field === null || suggestion === undefined
            ? []
            : [{ field, confidence: suggestion.confidence, reason: suggestion.reason }],
        mapping: targets.get(index) ?? null,
      };
    }),
    leftOut: table.left.slice(0, MOST_SHOWN).map(({ line, reason, cells }) => ({
      line,
      reason,
      text: cells
        .map((cell) => cell.text)
        .filter((text) => text !== '')
        .join(' · ')
        .slice(0, LONGEST),
    })),
    leaveOut: [...(choices.leaveOut ?? [])],
    keep: [...(choices.keep ?? [])],
    questions: questions.slice(0, MOST_SHOWN).map((question) => ({ ...question, choices: [...question.choices] })),
    questionTotal: questions.length,
    openQuestions: questions.filter(({ answer }) => answer === null).length,
    problems: presentedProblems(reading, problems),
    problemTotal: problems.length,
    warnings: presentedProblems(reading, imported.warnings),
    warningTotal: imported.warnings.length,
    ...matchesOf(reading, choices),
    mappingUsed,
  };
}
