/**
 * Throws when a condition that the code itself guarantees does not hold: a bug, never a user's mistake.
 * @throws Error naming the broken assumption
 */
export function invariant(condition: unknown, assumption: string): asserts condition {
  if (!condition) throw new Error(`Invariant broken: ${assumption}`);
}

/** Marks a branch that the types rule out, so that a new member of a union fails to compile here. */
export function unreachable(value: never): never {
  throw new Error(`Unreachable: ${JSON.stringify(value)}`);
}
