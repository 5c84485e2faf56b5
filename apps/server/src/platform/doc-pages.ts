import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Marked } from 'marked';
import { handleNotFound } from './http-errors.ts';

/** Folders of `docs/` that the product's pages and problems lead to. */
const SHELVES = ['errors', 'methods', 'using', 'operating'] as const;
const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/<[^>]*>/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

/** Pages are our own files, so what they hold is trusted; headings get anchors, links lead to pages and not to files. */
const marked = new Marked({
  renderer: {
    heading({ tokens, depth }) {
      const inner = this.parser.parseInline(tokens);
      return `<h${depth} id="${anchorOf(inner)}">${inner}</h${depth}>\n`;
    },
    link({ href, tokens }) {
      return `<a href="${href.replace(/\.md(?=#|$)/, '')}">${this.parser.parseInline(tokens)}</a>`;
    },
  },
});

const titleOf = (markdown: string): string => /^# (.+)$/m.exec(markdown)?.[1] ?? 'Entente';

function page(markdown: string): string {
  const title = titleOf(markdown).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} · Entente</title>
<link rel="icon" href="/favicon.svg"><link rel="stylesheet" href="/docs/api.css"></head>
<body><main>
${marked.parse(markdown, { async: false })}</main></body>
</html>
`;
}

/** Serves the pages of `docs/`: what each problem's `type` names, method cards, and the guides. */
export function registerDocPages(app: FastifyInstance, docsFolder: string): void {
  const serve = async (request: FastifyRequest, reply: FastifyReply, ...parts: readonly string[]) => {
    // Only names of our own making reach the file system.
    const file = parts.every((part) => NAME.test(part)) ? `${path.join(docsFolder, ...parts)}.md` : null;
    const markdown = file === null ? null : await readFile(file, 'utf8').catch(() => null);
    return markdown === null
      ? handleNotFound(request, reply)
      : reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page(markdown));
  };
  for (const shelf of SHELVES) {
    app.get<{ Params: { name: string } }>(`/docs/${shelf}/:name`, (request, reply) =>
      serve(request, reply, shelf, request.params.name),
    );
  }
  app.get('/docs/glossary', (request, reply) => serve(request, reply, 'glossary'));
}
