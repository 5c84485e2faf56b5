import { STATUS_CODES } from 'node:http';
import type { Problem } from '@entente/core/kernel';
import type { FastifyReply } from 'fastify';

/** One fault within a request: where, which rule, what happened, what to do. */
export type FieldProblem = {
  /** JSON pointer into the body. */
  readonly pointer?: string;
  /** Name of a query, path or header parameter. */
  readonly parameter?: string;
  readonly code: string;
  readonly message: string;
  readonly fix: string;
};

/** RFC 9457, as every refusal of this API is sent. */
export type ProblemDocument = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly instance: string;
  readonly errors: readonly FieldProblem[];
};

export type HttpProblem = {
  readonly status: number;
  readonly code: string;
  readonly title?: string;
  readonly detail: string;
  readonly errors?: readonly FieldProblem[];
  /** Members beside the standard ones, e.g. both versions of a stale write. */
  readonly extensions?: Readonly<Record<string, unknown>>;
};

/** Carries a refusal from deep inside the platform to the one error handler. Rooms return values instead. */
export class ProblemError extends Error {
  readonly problem: HttpProblem;
  constructor(problem: HttpProblem) {
    super(problem.detail);
    this.problem = problem;
  }
}

function problemDocument(problem: HttpProblem, instance: string): ProblemDocument {
  return {
    type: `/docs/errors/${problem.code}`,
    title: problem.title ?? STATUS_CODES[problem.status] ?? 'Problem',
    status: problem.status,
    detail: problem.detail,
    code: problem.code,
    instance,
    errors: problem.errors ?? [],
    ...problem.extensions,
  };
}

/** Sends a problem past the route's response schema, which describes successes only. */
export function sendProblem(reply: FastifyReply, problem: HttpProblem): FastifyReply {
  // The path without its query: a query may hold what somebody searched for.
  const instance = reply.request.url.split('?')[0] ?? '/';
  return reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .serializer((document: unknown) => JSON.stringify(document))
    .send(problemDocument(problem, instance));
}

/** A command's refusal on the wire: the first problem leads, all of them are listed. */
export function httpProblem(status: number, problems: readonly Problem[]): HttpProblem {
  const [first] = problems;
  return {
    status,
    code: first?.code ?? 'refused',
    detail: first?.message ?? 'The request was refused.',
    errors: problems.map(({ code, message, fix, pointer }) => ({
      ...(pointer === undefined ? {} : { pointer }),
      code,
      message,
      fix,
    })),
  };
}
