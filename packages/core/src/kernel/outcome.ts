/** An expected refusal: a stable code, what happened, what to do, and where when there is a place to name. */
export type Problem = {
  readonly code: string;
  readonly message: string;
  readonly fix: string;
  /** JSON pointer to the field at fault in a request, e.g. `/share`. */
  readonly pointer?: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
};

/** A result that may be an expected refusal. Bugs throw; refusals are values. */
export type Outcome<T, P = Problem> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly P[] };

export const Outcome = Object.freeze({
  of: <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value }),
  refuse: <P>(...problems: readonly P[]): { readonly ok: false; readonly problems: readonly P[] } => ({
    ok: false,
    problems,
  }),
});
