import path from 'node:path';
import fastifyCompress from '@fastify/compress';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyServerOptions,
  type RawReplyDefaultExpression,
  type RawRequestDefaultExpression,
  type RawServerDefault,
} from 'fastify';
import { type FastifyPluginAsyncZod, serializerCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Configuration } from './configuration.ts';
import { type Databases, databaseVersion } from './database.ts';
import { registerDocPages } from './doc-pages.ts';
import type { Identify } from './identity.ts';
import { type PostInvitation, postsNothing } from './invitation-post.ts';
import { handleError, handleNotFound, validatorCompiler } from './http-errors.ts';
import { ProblemError, sendProblem } from './problems.ts';
import { guardRequest } from './request-guard.ts';
import { setSecurityHeaders } from './security-headers.ts';
import { strictJson } from './strict-json.ts';
import { registerWebFiles } from './web-files.ts';

/** What every room is given. */
export type RoomContext = {
  readonly databases: Databases;
  readonly identify: Identify;
  readonly configuration: Configuration;
  readonly postInvitation: PostInvitation;
};

/** A fastify plugin with zod-typed routes; `rooms.ts` lists them. */
export type Room = FastifyPluginAsyncZod<RoomContext>;

export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>;

export type AppParts = Omit<RoomContext, 'postInvitation'> & {
  /** Without it no invitation goes out by e-mail. */
  readonly postInvitation?: PostInvitation;
  readonly logger: NonNullable<FastifyServerOptions['logger']>;
};

const BODY_LIMIT_BYTES = 1024 * 1024;
const REQUEST_TIMEOUT_MS = 60_000;

function readJsonStrictly(app: App): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser<Buffer>(['application/json'], { parseAs: 'buffer' }, (_request, body, done) => {
    const read = strictJson(body);
    if (read.ok) return done(null, read.value);
    const [problem] = read.problems;
    return done(
      new ProblemError({
        status: 400,
        code: problem?.code ?? 'json-malformed',
        detail: problem?.message ?? '',
        errors: read.problems.map(({ code, message, fix, pointer }) => ({
          pointer: pointer ?? '',
          code,
          message,
          fix,
        })),
      }),
    );
  });
}

function registerHealth(
  app: App,
  { databases, configuration }: Pick<RoomContext, 'databases' | 'configuration'>,
): void {
  app.get('/api/health', async (_request, reply) => {
    try {
      const database = await databaseVersion(databases.app);
      return await reply
        .header('cache-control', 'no-store')
        .send({ status: 'ok', version: configuration.productVersion, database });
    } catch {
      return sendProblem(reply, {
        status: 503,
        code: 'database-unavailable',
        detail: 'The database does not answer at the moment.',
      });
    }
  });
  // Listening begins only when everything is in place; from then on readiness is the database's.
  app.get('/api/ready', async (_request, reply) => {
    try {
      await databaseVersion(databases.app);
      return await reply.header('cache-control', 'no-store').send({ status: 'ready' });
    } catch {
      return sendProblem(reply, {
        status: 503,
        code: 'database-unavailable',
        detail: 'The database does not answer yet.',
      });
    }
  });
}

function notByFastify(): never {
  throw new Error('Schemas are compiled by zod; app.addSchema has no part in it');
}

/** The whole HTTP side: guard, platform routes and rooms, not yet listening. */
export async function createApp(parts: AppParts, rooms: readonly Room[]): Promise<App> {
  const { configuration, logger } = parts;
  const app: App = Fastify({
    logger,
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    forceCloseConnections: 'idle',
    // Named, so that fastify does not load its own compilers, which nothing here uses.
    schemaController: { compilersFactory: { buildValidator: notByFastify, buildSerializer: notByFastify } },
    // Refused like every other malformed request, in the same shape.
    frameworkErrors: (error, request, reply) => {
      setSecurityHeaders(reply, configuration.publicUrl);
      void handleError(error, request, reply);
    },
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(handleError);
  app.setNotFoundHandler(handleNotFound);
  app.addHook('onRequest', async (request, reply) => {
    setSecurityHeaders(reply, configuration.publicUrl);
    return guardRequest(request, reply, configuration) ?? undefined;
  });
  readJsonStrictly(app);
  await app.register(fastifyCompress, { encodings: ['gzip'], threshold: 2048 });
  registerHealth(app, parts);
  registerDocPages(app, path.join(configuration.projectFolder, 'docs'));
  await registerWebFiles(app, path.join(configuration.projectFolder, 'apps/web/dist'));
  const { databases, identify, postInvitation = postsNothing } = parts;
  for (const room of rooms) await app.register(room, { databases, configuration, identify, postInvitation });
  return app;
}
