import { EdtfDate, Period } from '@entente/core/kernel';
import type { z } from 'zod';

/** A refusal at a field of the form; `field` null where it belongs to the whole. */
export type FormProblem = {
  readonly field: string | null;
  readonly code: string;
  readonly message: string;
  readonly fix: string | null;
};

type Told = { readonly code?: unknown; readonly fix?: unknown };

/** The schema itself would list the terms as the API has them, which no reader knows. */
const NO_TERM = { message: 'This is none of the terms of this field', fix: 'Choose one of them.' };

/** What a schema refuses, with the code and fix that its own rules give. */
export function problemsIn(schema: z.ZodType, body: unknown): readonly FormProblem[] {
  const parsed = schema.safeParse(body);
  if (parsed.success) return [];
  return parsed.error.issues.map((issue) => {
    const told: Told = ('params' in issue && issue.params) || {};
    const [field] = issue.path;
    const isNoTerm = issue.code === 'invalid_value' && told.code === undefined;
    return {
      field: typeof field === 'string' ? field : null,
      code: typeof told.code === 'string' ? told.code : 'value-refused',
      message: isNoTerm ? NO_TERM.message : issue.message,
      fix: isNoTerm ? NO_TERM.fix : typeof told.fix === 'string' ? told.fix : null,
    };
  });
}

/** A period that ends before it begins on every reading; dates that cannot be read are another problem. */
export function isReversed(from: string | null, to: string): boolean {
  const start = from === null ? null : EdtfDate.parse(from);
  const end = Period.parseEnd(to);
  if (start?.ok === false || !end.ok) return false;
  return Period.isReversed({ from: start?.value ?? null, to: end.value });
}

/** What a pointer into a batch says: which of its writes, and which field of it; null for what it does not say. */
export type Place = { readonly write: number | null; readonly field: string | null };

const BATCHED = /^\/changes\/(\d+)(?:\/(?:create|change))?(?:\/([^/]+))?/;

/**
 * Where a server's refusal belongs.
 * @example placeOf('/changes/1/create/share') // => { write: 1, field: 'share' }
 */
export function placeOf(pointer: string | null | undefined): Place {
  const batched = BATCHED.exec(pointer ?? '');
  if (batched === null) return { write: null, field: pointer?.split('/')[1] ?? null };
  return { write: Number(batched[1]), field: batched[2] ?? null };
}
