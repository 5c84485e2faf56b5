import { createHash } from 'node:crypto';
import { type RegisterProblemCode, type Route, STATUS_OF } from '@entente/contract/problem';
import { type Actor, can, type PersonActor } from '@entente/core/accounts';
import { invariant, type Outcome, type Problem } from '@entente/core/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App, RoomContext } from '../platform/http.ts';
import { httpProblem, sendProblem } from '../platform/problems.ts';
import type { StoredAnswer } from './stored-answer.ts';
import { operating } from './clean-readings.commands.ts';
import { type Caller, workspaceMissing } from './changing.commands.ts';
import type { ExtendedProblem } from './extended-problem.ts';
import { actorOf } from './actors.commands.ts';

/** A request whose parts the contract has judged. */
export type Asked = {
  readonly caller: Caller;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  /** The version in `If-Match`; present on routes that require it. */
  readonly version: number;
  /** The request itself, for a route that takes a file. */
  readonly request: FastifyRequest;
};

const isKnownCode = (code: string): code is RegisterProblemCode => code in STATUS_OF;

/** Sends what a command refused, with the members that its first problem carries beside the standard ones. */
function sendRefusal(reply: FastifyReply, problems: readonly (Problem | ExtendedProblem)[]): FastifyReply {
  const [first] = problems;
  const status = first !== undefined && isKnownCode(first.code) ? STATUS_OF[first.code] : 422;
  const extensions = first !== undefined && 'extensions' in first ? { extensions: first.extensions } : {};
  return sendProblem(reply, { ...httpProblem(status, problems), ...extensions });
}

const ENTITY_TAG = /^(?:W\/)?"(\d{1,9})"$|^(\d{1,9})$/;

const versionRequired: Problem = {
  code: 'version-required',
  message: 'A change says which version it was made on',
  fix: 'Send the ETag that you read the record with as If-Match, e.g. If-Match: "3".',
};
const versionMalformed: Problem = {
  code: 'version-malformed',
  message: 'If-Match holds no version',
  fix: 'Send the ETag that you read the record with, e.g. If-Match: "3".',
};

function versionOf(route: Route, request: FastifyRequest): number | Problem {
  if (route.headers === null || !('if-match' in route.headers.shape)) return 0;
  const given = request.headers['if-match'];
  if (given === undefined) return versionRequired;
  const tag = ENTITY_TAG.exec(given);
  return tag === null ? versionMalformed : Number(tag[1] ?? tag[2]);
}

function digestOf(request: FastifyRequest): Uint8Array {
  const parts = [request.method, request.url, request.headers['if-match'] ?? null, request.body ?? null];
  return createHash('sha256').update(JSON.stringify(parts)).digest();
}

function callerOf(context: RoomContext, actor: PersonActor, route: Route, request: FastifyRequest): Caller {
  const key = request.headers['idempotency-key'];
  const given = route.headers !== null && typeof key === 'string' && key !== '';
  return {
    database: context.databases.app,
    actor,
    today: new Date().toISOString().slice(0, 10),
    idempotency: given ? { route: `${route.method} ${route.path}`, key, digest: digestOf(request) } : null,
  };
}

const signInNeeded: Problem = {
  code: 'sign-in-required',
  message: 'Nobody is signed in',
  fix: 'Sign in, or send an API key as Authorization: Bearer.',
};
const nothingHere: Problem = {
  code: 'not-found',
  message: 'There is nothing at this address',
  fix: 'Go back, or search for what you need.',
};

/**
 * Why the actor may not ask for this, or null. A workspace of which they are no member answers as one that is not there,
 * and what their role does not permit as an address that is not there.
 */
function denialOf(actor: Actor, { permission }: Route, workspace: string | undefined): Problem | null {
  if (workspace === undefined && can(actor, permission, { workspaceId: null })) return null;
  if (actor.kind === 'nobody') return signInNeeded;
  if (workspace === undefined) return nothingHere;
  const held = actor.memberships.find(({ workspaceId, slug }) => workspace === workspaceId || workspace === slug);
  if (held === undefined || held.role === 'guest') return workspaceMissing;
  return can(actor, permission, { workspaceId: held.workspaceId }) ? null : nothingHere;
}

/** Nobody as a caller, of what is open to all: the database knows no such actor and shows them nothing. */
const NOBODY: PersonActor = { kind: 'person', personId: '', memberships: [], scopes: [], only: null };

/** A body that may be left to a form with a file; the form is read by the handler. */
const besideUpload = (body: NonNullable<Route['body']>) => ({ content: { 'application/json': { schema: body } } });

type Handler<T> = (asked: Asked) => Promise<Outcome<T>>;
type Sender<T> = (reply: FastifyReply, value: T) => FastifyReply;

/** Puts one route of the contract on the server. */
export type Mount = <T>(route: Route, handler: Handler<T>, send: Sender<T>) => void;

/** Puts a route of the contract on the server: judges the request, asks who may, runs the command, sends what it answers. */
export function mounting(app: App, context: RoomContext): Mount {
  const actors = new WeakMap<FastifyRequest, PersonActor>();
  const actorNow = async (request: FastifyRequest): Promise<Actor> =>
    actorOf(context.databases.app, await context.identify(request), { isDemo: context.configuration.demo });

  return <T>(route: Route, handler: Handler<T>, send: Sender<T>): void => {
    app.route({
      method: route.method.toUpperCase(),
      url: route.path.replace(/\{(\w+)\}/g, ':$1'),
      schema: {
        params: route.params,
        ...(route.query === null ? {} : { querystring: route.query }),
        ...(route.headers === null ? {} : { headers: route.headers }),
        ...(route.body === null ? {} : { body: route.upload === undefined ? route.body : besideUpload(route.body) }),
        ...(route.answer === null ? {} : { response: { [route.status]: route.answer } }),
      },
      // Before a byte of the body is read, and before anything of the request is judged.
      onRequest: async (request, reply) => {
        const actor = await actorNow(request);
        const denied = denialOf(actor, route, (request.params as { readonly workspace?: string }).workspace);
        if (denied !== null) return sendRefusal(reply, [denied]);
        actors.set(request, actor.kind === 'person' ? actor : NOBODY);
        return undefined;
      },
      handler: async (request, reply) => {
        const actor = actors.get(request);
        invariant(actor, 'a request is let in before it is handled');
        const version = versionOf(route, request);
        if (typeof version !== 'number') return sendRefusal(reply, [version]);
        const asked: Asked = {
          caller: callerOf(context, actor, route, request),
          params: request.params as Asked['params'],
          query: (request.query ?? {}) as Asked['query'],
          body: request.body,
          version,
          request,
        };
        const outcome = await operating(route.id, () => handler(asked));
        return outcome.ok
          ? send(reply.header('cache-control', 'no-store'), outcome.value)
          : sendRefusal(reply, outcome.problems);
      },
    });
  };
}

/** An answer that was kept under an idempotency key goes out as it did the first time. */
export function sendStored(reply: FastifyReply, { status, headers, body }: StoredAnswer): FastifyReply {
  return reply
    .code(status)
    .headers(headers)
    .send(body === null ? undefined : body);
}

export const sendBody = (reply: FastifyReply, body: unknown): FastifyReply => reply.send(body);
