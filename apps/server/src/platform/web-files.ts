import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { contentSecurityPolicy, NONCE_PLACEHOLDER } from './security-headers.ts';

const HASHED_ASSETS = `${path.sep}assets${path.sep}`;
const YEAR_SECONDS = 31_536_000;

/** Sends the application's one page with a fresh nonce for its scripts and styles. */
function sendPage(reply: FastifyReply, template: string): FastifyReply {
  const nonce = randomBytes(16).toString('base64url');
  return reply
    .header('content-security-policy', contentSecurityPolicy(nonce))
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(template.replaceAll(NONCE_PLACEHOLDER, nonce));
}

/** The addresses that the web application routes itself; every other address is told as absent. */
const PAGES = [
  '/',
  '/w',
  '/w/*',
  '/sign-in',
  '/sign-on',
  '/set-up',
  '/invitation',
  '/forgotten',
  '/new-password',
  '/confirm-email',
  '/account',
  '/mailbox',
  '/rooms',
  '/rooms/*',
] as const;

/**
 * Serves the built web application: its files, and its page at every address that the application routes itself.
 * Without a build (in tests of the API) nothing is registered.
 */
export async function registerWebFiles(app: FastifyInstance, folder: string): Promise<void> {
  const page = path.join(folder, 'index.html');
  if (!existsSync(page)) return;
  const template = readFileSync(page, 'utf8');
  await app.register(fastifyStatic, {
    root: folder,
    index: false,
    dotfiles: 'ignore',
    preCompressed: true,
    wildcard: false,
    globIgnore: ['index.html', '**/*.gz', '**/*.br'],
    cacheControl: false,
    setHeaders: (reply, file) => {
      // Names under assets/ change with their content.
      const lasting = file.includes(HASHED_ASSETS);
      void reply.header('cache-control', lasting ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache');
    },
  });
  for (const url of PAGES) app.get(url, (_request, reply) => sendPage(reply, template));
}
