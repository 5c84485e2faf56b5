import type { FastifyRequest, FastifyServerOptions } from 'fastify';
import type { LogLevel } from './configuration.ts';

/**
 * One JSON line an event on standard error. A request is told by method and path alone: queries and headers may hold
 * names, tokens and what somebody searched for.
 */
export function loggerOptions(level: LogLevel): Exclude<FastifyServerOptions['logger'], boolean | undefined> {
  return {
    level,
    stream: process.stderr,
    serializers: {
      req: ({ method, url }: Pick<FastifyRequest, 'method' | 'url'>) => ({ method, path: url.split('?')[0] }),
    },
  };
}
