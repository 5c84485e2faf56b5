import type { RowChangeAnswer } from '@entente/contract/register';
import { CUSTOM_PREFIX } from '@entente/core/register';

/** A field with what it was and what it became. */
export type FieldChange = RowChangeAnswer['fields'][number];

const OWN_FIELDS = 'custom';

const valuesIn = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

/** A row holds the workspace's own fields as one; read by people, each of those that differ is a field of its own. */
export function fieldChangesOf(fields: readonly FieldChange[]): readonly FieldChange[] {
  return fields.flatMap((change) => {
    if (change.field !== OWN_FIELDS) return change;
    const [before, after] = [valuesIn(change.before), valuesIn(change.after)];
    return [...new Set([...Object.keys(before), ...Object.keys(after)])]
      .map((key) => ({ field: `${CUSTOM_PREFIX}${key}`, before: before[key] ?? null, after: after[key] ?? null }))
      .filter((own) => own.before !== own.after);
  });
}
