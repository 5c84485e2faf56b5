import type { Action } from '@entente/core/accounts';
import type { z } from 'zod';
import type { RegisterProblemCode } from './statuses.ts';

export type Method = 'get' | 'post' | 'patch' | 'delete';

/** One operation of the API: all that a client, the reference page and the server need to know of it. */
export type Route = {
  /** Unique, e.g. `listStakes`. */
  readonly id: string;
  readonly method: Method;
  /** With parameters in braces. */
  readonly path: string;
  /** Groups operations on the reference page. */
  readonly subject: string;
  readonly summary: string;
  readonly permission: Action;
  readonly params: z.ZodObject;
  readonly query: z.ZodObject | null;
  readonly headers: z.ZodObject | null;
  readonly body: z.ZodType | null;
  /** A file may be sent in place of the body, as multipart/form-data; what its parts are. */
  readonly upload?: string;
  readonly status: 200 | 201 | 204;
  readonly answer: z.ZodType | null;
  /** Media types of the file that is answered in place of JSON. */
  readonly files?: readonly string[];
  readonly problems: readonly RegisterProblemCode[];
};
