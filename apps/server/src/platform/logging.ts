import type { FastifyRequest, FastifyServerOptions } from 'fastify';
import type { LogLevel } from './configuration.ts';

/** The path of an address, without the secret that a calendar's has in it. */
export const pathOf = (url: string): string => (url.split('?')[0] ?? '').replace(/^(\/api\/v1\/calendar\/).+$/i, '$1…');

/**
 * One JSON line an event on standard error. A request is told by method and path alone: queries and headers may hold
 * names, tokens and what somebody searched for.
 */
export function loggerOptions(level: LogLevel): Exclude<FastifyServerOptions['logger'], boolean | undefined> {
  return {
    level,
    stream: process.stderr,
    serializers: {
      req: ({ method, url }: Pick<FastifyRequest, 'method' | 'url'>) => ({ method, path: pathOf(url) }),
    },
  };
}
