import type { ImportAnswer, ImportChange } from '@entente/contract/register';

/** Two corrections as one; the later one holds where both speak of the same thing. */
export function mergedChange(earlier: ImportChange, later: ImportChange): ImportChange {
  const merged: ImportChange = { ...earlier, ...later };
  if (earlier.mapping && later.mapping) merged.mapping = { ...earlier.mapping, ...later.mapping };
  if (earlier.answers && later.answers) merged.answers = { ...earlier.answers, ...later.answers };
  if (earlier.cells && later.cells) merged.cells = { ...earlier.cells, ...later.cells };
  if (earlier.choices && later.choices) merged.choices = { ...earlier.choices, ...later.choices };
  return merged;
}

/** The draft as it will be once a correction on its way has arrived, as far as that can be told without the server. */
export function withChange(draft: ImportAnswer, change: ImportChange | null): ImportAnswer {
  if (change === null) return draft;
  const { mapping = {}, answers = {}, choices = {} } = change;
  return {
    ...draft,
    ...(change.sheet === undefined ? {} : { sheet: change.sheet }),
    ...(change.headerRow === undefined ? {} : { headerRow: change.headerRow }),
    ...(change.layout === undefined ? {} : { layout: change.layout }),
    ...(change.leaveOut === undefined ? {} : { leaveOut: change.leaveOut }),
    ...(change.keep === undefined ? {} : { keep: change.keep }),
    columns: draft.columns.map((column) => {
      const field = mapping[String(column.index)];
      return field === undefined ? column : { ...column, mapping: field };
    }),
    openQuestions: draft.openQuestions - newlySaid(draft.questions.map(({ id, answer }) => [answer, answers[id]])),
    openMatches: draft.openMatches - newlySaid(draft.matches.map(({ name, choice }) => [choice, choices[name]])),
    questions: draft.questions.map((question) => {
      const answer = answers[question.id];
      return answer === undefined ? question : { ...question, answer };
    }),
    matches: draft.matches.map((match) => {
      const choice = choices[match.name];
      return choice === undefined ? match : { ...match, choice, chosen: choice !== null };
    }),
  };
}

/** How many things that were open are said now. */
const newlySaid = (pairs: readonly (readonly [string | null, string | null | undefined])[]): number =>
  pairs.filter(([before, now]) => before === null && typeof now === 'string').length;

/** Lines with one more, or without it. */
export function linesWith(lines: readonly number[], line: number, isIn: boolean): number[] {
  const others = lines.filter((each) => each !== line);
  return isIn ? [...others, line].sort((one, other) => one - other) : others;
}
