import { type Lifecycle, recordedLifecycle, SEVEN_STAGES, type Step } from '@entente/core/lifecycle';
import type { SaidStepRow, StepRow } from './lifecycles.store.ts';
import type { PartnerWordRow } from './partner-gates.store.ts';

/** A lifecycle as it was recorded: what its steps come to, and the row of each. */
export type Recorded = { readonly lifecycle: Lifecycle | null; readonly rows: ReadonlyMap<Step, StepRow> };

/** What was judged before it was written; the database keeps it as it was. */
const stepOf = ({ kind, day, content, actorId }: SaidStepRow): Step =>
  ({ ...content, kind, on: day, by: actorId }) as unknown as Step;

/** Steps in their order, each followed by what partners' approvers said after it had asked them. */
export const withPartnerWords = <Row extends SaidStepRow>(
  rows: readonly Row[],
  words: readonly PartnerWordRow[],
): readonly (Row | PartnerWordRow)[] =>
  words.length === 0
    ? rows
    : rows.flatMap((row) => [
        row,
        ...words.filter(({ allianceId, after }) => allianceId === row.allianceId && after === row.nth),
      ]);

/** What steps come to by a day. */
export const lifecycleBy = (rows: readonly SaidStepRow[], day: string): Lifecycle | null =>
  recordedLifecycle(SEVEN_STAGES, rows.filter((row) => row.day <= day).map(stepOf));

/** What the steps of an alliance come to by a day; null: all of them. */
export function recordedBy(rows: readonly StepRow[], day: string | null): Recorded {
  const pairs = rows
    .filter((row) => day === null || row.day <= day)
    .map((row): readonly [Step, StepRow] => [stepOf(row), row]);
  const steps = pairs.map(([step]) => step);
  return { lifecycle: recordedLifecycle(SEVEN_STAGES, steps), rows: new Map(pairs) };
}
