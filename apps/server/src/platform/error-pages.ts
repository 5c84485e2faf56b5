import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { handleNotFound } from './http-errors.ts';

const CODE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The page of an error as it stands in `docs/errors`, readable without the application. */
function errorPage(code: string, markdown: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(code)} · Entente</title></head>
<body><main><pre>${escaped(markdown)}</pre></main></body>
</html>
`;
}

/** Serves the page that each problem's `type` names. */
export function registerErrorPages(app: FastifyInstance, folder: string): void {
  app.get('/docs/errors/:code', async (request, reply) => {
    const { code } = request.params as { code: string };
    // Only names of our own making reach the file system.
    const markdown = CODE.test(code) ? await readFile(path.join(folder, `${code}.md`), 'utf8').catch(() => null) : null;
    return markdown === null
      ? handleNotFound(request, reply)
      : reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(errorPage(code, markdown));
  });
}
