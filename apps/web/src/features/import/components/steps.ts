import type { ImportAnswer } from '@entente/contract/register';

const STEPS = ['reading', 'columns', 'questions', 'names', 'rows'] as const;
export type StepName = (typeof STEPS)[number];

/** A step and how many things in it wait for the reader; `empty` where there is nothing to look at either. */
export type Step = { readonly name: StepName; readonly open: number; readonly empty: boolean };

/** What still stands in the way of an import, step by step. */
export function stepsOf(draft: ImportAnswer): readonly Step[] {
  const missing = missingFields(draft).length;
  const open: Readonly<Record<StepName, number>> = {
    reading: 0,
    columns: missing,
    questions: draft.openQuestions,
    names: draft.openMatches,
    rows: draft.problemTotal,
  };
  const empty: Readonly<Record<StepName, boolean>> = {
    reading: false,
    columns: false,
    questions: draft.questions.length === 0,
    names: draft.matchTotal === 0,
    rows: false,
  };
  return STEPS.map((name) => ({ name, open: open[name], empty: empty[name] }));
}

/** Fields that the layout needs and no column gives. */
export function missingFields(draft: ImportAnswer): ImportAnswer['fields'] {
  const mapped = new Set(draft.columns.flatMap(({ mapping }) => mapping?.split('+') ?? []));
  return draft.fields.filter(({ field, required }) => required && !mapped.has(field));
}
