import type { Problem } from '@entente/core/kernel';

/** A problem with members of its own beside the standard ones, e.g. both versions of a stale write. */
export type ExtendedProblem = Problem & { readonly extensions: Readonly<Record<string, unknown>> };
