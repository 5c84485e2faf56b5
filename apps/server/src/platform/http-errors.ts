import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifySchemaCompiler } from 'fastify';
import type { z } from 'zod';
import { MISSING_PAGE } from './document-page.ts';
import { type FieldProblem, type HttpProblem, ProblemError, sendProblem } from './problems.ts';
import { errorCode } from './start-refusal.ts';
import { jsonPointer } from './strict-json.ts';

/** Where a fault lies: by pointer in a body, by name in a query, path or header. */
function placed(
  context: string | undefined,
  path: readonly PropertyKey[],
): { pointer: string } | { parameter: string } {
  const steps = path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  return context === 'body' || context === undefined ? { pointer: jsonPointer(steps) } : { parameter: steps.join('.') };
}

/** What to do about a fault; a schema may name its own by `params: { fix }` in a refinement. */
function fixOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `Send ${issue.expected === 'undefined' ? 'nothing' : issue.expected} here.`;
    case 'too_big':
      return `Send at most ${issue.maximum}.`;
    case 'too_small':
      return `Send at least ${issue.minimum}.`;
    case 'invalid_value':
      return `Send one of ${issue.values.map(String).join(', ')}.`;
    case 'invalid_format':
      return `Write it as ${issue.format === 'regex' ? 'the documentation shows' : issue.format}.`;
    case 'unrecognized_keys':
      return 'Leave the field out.';
    case 'custom':
      return typeof issue.params?.['fix'] === 'string' ? issue.params['fix'] : 'Correct it as the message says.';
    case 'not_multiple_of':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
      return 'Correct it as the message says.';
  }
}

const kebab = (code: string): string => code.replaceAll('_', '-');

function codeOf(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'custom') return kebab(issue.code);
  return typeof issue.params?.['code'] === 'string' ? issue.params['code'] : 'invalid-value';
}

/** One problem for each fault that the schema found; an unknown field is named itself, not its object. */
function fieldProblems(context: string | undefined, issues: readonly z.core.$ZodIssue[]): FieldProblem[] {
  return issues.flatMap((issue) => {
    const places = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    return places.map((path) => ({
      ...placed(context, path),
      code: codeOf(issue),
      message: issue.message,
      fix: fixOf(issue),
    }));
  });
}

/** What a request's schema found; fastify adds which part of the request it was. */
class SchemaFault extends Error {
  readonly issues: readonly z.core.$ZodIssue[];
  readonly validationContext?: string;
  constructor(issues: readonly z.core.$ZodIssue[]) {
    super('The request does not have the documented shape');
    this.issues = issues;
  }
}

/** Validates with zod and keeps each fault's path as steps: a key may itself hold a slash. */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType> =
  ({ schema }) =>
  (data: unknown) => {
    const read = schema.safeParse(data);
    return read.success ? { value: read.data } : { error: new SchemaFault(read.error.issues) };
  };

type Known = { readonly status: number; readonly code: string; readonly detail: string };

const FASTIFY_PROBLEMS: Readonly<Record<string, Known>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: { status: 413, code: 'body-too-large', detail: 'The body is larger than 1 MiB.' },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    status: 415,
    code: 'media-type-unsupported',
    detail: 'Send the body as application/json.',
  },
  FST_ERR_CTP_EMPTY_TYPE: { status: 415, code: 'media-type-unsupported', detail: 'Send the body as application/json.' },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: {
    status: 400,
    code: 'body-incomplete',
    detail: 'The body is not as long as its Content-Length says.',
  },
  FST_ERR_BAD_URL: { status: 400, code: 'address-malformed', detail: 'The address is not a valid URL.' },
};

// Classes of SQL state (or the driver's own code) in which the database is away rather than the request wrong.
const DATABASE_AWAY = /^(08|57P0|53300$)|^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/;
const SQL_DISK_FULL = '53100';
const DRIVER_SAYS_AWAY = /Connection terminated|timeout exceeded when trying to connect/;

/** What an error of the platform, the framework or the database means to the caller; null for a fault of ours. */
function problemOfError(error: Error): HttpProblem | null {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof SchemaFault) {
    return {
      status: 400,
      code: 'request-invalid',
      detail: 'The request does not have the documented shape.',
      errors: fieldProblems(error.validationContext, error.issues),
    };
  }
  const code = errorCode(error) ?? '';
  const known = FASTIFY_PROBLEMS[code];
  if (known !== undefined) return known;
  if (code === SQL_DISK_FULL) {
    return {
      status: 507,
      code: 'storage-full',
      detail: 'The disk of the database is full: nothing was changed, reading goes on.',
    };
  }
  if (DATABASE_AWAY.test(code) || DRIVER_SAYS_AWAY.test(error.message)) {
    return { status: 503, code: 'database-unavailable', detail: 'The database does not answer at the moment.' };
  }
  const status = 'statusCode' in error ? Number(error.statusCode) : 500;
  return status >= 400 && status < 500
    ? { status, code: 'request-invalid', detail: 'The request cannot be understood.' }
    : null;
}

export function handleError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOfError(error instanceof Error ? error : new Error(String(error)));
  if (problem !== null) {
    if (problem.status >= 500) request.log.warn(error);
    return sendProblem(reply, problem);
  }
  // The cause goes to the log and never to the caller.
  request.log.error(error);
  return sendProblem(reply, {
    status: 500,
    code: 'internal-error',
    detail: 'Something failed here that should not have. It was logged; nothing was changed.',
  });
}

/** A person's browser that asks for a page, not a program that asks for data. */
const isForPage = ({ method, url, headers }: FastifyRequest): boolean =>
  (method === 'GET' || method === 'HEAD') && !/^\/api(?:\/|$)/.test(url) && /\btext\/html\b/.test(headers.accept ?? '');

export function handleNotFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (isForPage(request)) return reply.code(404).type('text/html; charset=utf-8').send(MISSING_PAGE);
  return sendProblem(reply, { status: 404, code: 'not-found', detail: 'There is nothing at this address.' });
}
