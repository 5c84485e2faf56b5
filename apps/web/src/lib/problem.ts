import { type ProblemDocument, problemDocument } from '@entente/contract/problem';

/** Where a request failed: the server refused, it cannot be reached, or its answer is not what the contract says. */
export type Failure = 'refused' | 'unreachable' | 'unreadable';

/** A request that brought no answer to work with. `document` is the server's own account of it, when it gave one. */
export class RequestFailure extends Error {
  readonly failure: Failure;
  readonly document: ProblemDocument | null;
  constructor(failure: Failure, document: ProblemDocument | null, cause?: unknown) {
    super(document?.detail ?? failure, { cause });
    this.name = 'RequestFailure';
    this.failure = failure;
    this.document = document;
  }

  get status(): number | null {
    return this.document?.status ?? null;
  }

  get code(): string {
    return this.document?.code ?? this.failure;
  }
}

/** Reads a refusal; an answer that is no problem document (a proxy's page, say) is told by its status alone. */
export function problemFrom(status: number, statusText: string, body: unknown): ProblemDocument {
  const parsed = problemDocument.safeParse(body);
  if (parsed.success) return parsed.data;
  return {
    type: 'about:blank',
    title: statusText,
    status,
    detail: '',
    code: `http-${status}`,
    instance: '',
    errors: [],
  };
}
