import { Outcome, type Problem, type SubjectKind } from '@entente/core/kernel';
import { CUSTOM_PREFIX, judgedCustomValue } from '@entente/core/register';
import type { DatabaseTransaction } from '../platform/database.ts';
import { findCustomFields } from './custom-fields.store.ts';

const unknownField = (kind: SubjectKind, key: string, pointer: string): Problem => ({
  code: 'field-unknown',
  message: `This workspace has no field "${key}" of its own for a ${kind}`,
  fix: 'Name one of the workspace’s fields, or add it in the settings first.',
  pointer,
});

/** Values of the workspace's own fields, by the names that claims give them. */
export type CustomValues = Readonly<Record<string, string | null>>;

/**
 * Judges values of a workspace's own fields.
 * @param given values by key; null takes one away
 * @param pointer place of a key's value in the request
 */
export async function judgedCustom(
  transaction: DatabaseTransaction,
  kind: SubjectKind,
  given: Readonly<Record<string, string | null>>,
  pointer: (key: string) => string,
): Promise<Outcome<CustomValues>> {
  if (Object.keys(given).length === 0) return Outcome.of({});
  const fields = new Map((await findCustomFields(transaction, kind)).map((field) => [field.key, field]));
  const problems: Problem[] = [];
  for (const [key, value] of Object.entries(given)) {
    const field = fields.get(key);
    if (field === undefined) problems.push(unknownField(kind, key, pointer(key)));
    else if (value !== null) {
      const outcome = judgedCustomValue(field, value);
      if (!outcome.ok) problems.push(...outcome.problems.map((problem) => ({ ...problem, pointer: pointer(key) })));
    }
  }
  if (problems.length > 0) return Outcome.refuse(...problems);
  return Outcome.of(Object.fromEntries(Object.entries(given).map(([key, value]) => [CUSTOM_PREFIX + key, value])));
}
