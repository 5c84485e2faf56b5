import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyServerOptions, type RawReplyDefaultExpression, type RawRequestDefaultExpression, type RawServerDefault } from 'fastify';
import { type FastifyPluginAsyncZod, serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Configuration } from './configuration.ts';
import { type Databases, databaseVersion } from './database.ts';
import { ProblemError, sendProblem } from './problems.ts';
import { rooms } from '../rooms.ts';

/** What every room is given. */
export interface RoomContext {
  readonly databases: Databases;
  readonly configuration: Configuration;
}

/** A fastify plugin with zod-typed routes; `rooms.ts` lists them. */
export type Room = FastifyPluginAsyncZod<RoomContext>;

export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>;

export interface AppParts extends RoomContext {
  readonly logger: NonNullable<FastifyServerOptions['logger']>;
}

const BODY_LIMIT_BYTES = 1024 * 1024;

/** The whole HTTP side: platform routes and rooms, not yet listening. */
export async function buildApp({ databases, configuration, logger }: AppParts): Promise<App> {
  const app: App = Fastify({ logger, bodyLimit: BODY_LIMIT_BYTES }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler((error, request, reply) => {
    if (error instanceof ProblemError) return sendProblem(reply, error.problem);
    request.log.error(error);
    return sendProblem(reply, { status: 500, code: 'internal-error', detail: 'Something failed on our side.' });
  });
  app.setNotFoundHandler((_request, reply) =>
    sendProblem(reply, { status: 404, code: 'not-found', detail: 'There is nothing at this address.' }),
  );
  app.get('/api/health', async () => ({
    status: 'ok',
    version: configuration.productVersion,
    database: await databaseVersion(databases.app),
  }));
  for (const room of rooms) await app.register(room, { databases, configuration });
  return app;
}
