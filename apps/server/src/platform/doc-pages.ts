import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Marked } from 'marked';
import { documentPage } from './document-page.ts';
import { handleNotFound } from './http-errors.ts';

/** Folders of `docs/` that the product's pages and problems lead to, in the order of the list of all. */
const SHELVES = { using: 'Using Entente', methods: 'Methods', operating: 'Running it', errors: 'Problems' } as const;
type Shelf = keyof typeof SHELVES;
const SHELF_NAMES = Object.keys(SHELVES) as readonly Shelf[];
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

/** A table wider than the page is scrolled by itself, by the keyboard too. */
const withWideTables = (html: string): string =>
  html
    .replaceAll('<table>', '<div class="wide" role="group" aria-label="Table" tabindex="0"><table>')
    .replaceAll('</table>', '</table></div>');

const page = (markdown: string): string =>
  documentPage(titleOf(markdown), `<main>\n${withWideTables(marked.parse(markdown, { async: false }))}</main>`);

async function shelfList(docsFolder: string, shelf: Shelf): Promise<string> {
  const files = (await readdir(path.join(docsFolder, shelf))).filter((file) => file.endsWith('.md'));
  const titled = await Promise.all(
    files.map(async (file) => ({
      name: file.slice(0, -'.md'.length),
      title: titleOf(await readFile(path.join(docsFolder, shelf, file), 'utf8')),
    })),
  );
  const lines = titled
    .sort((one, other) => one.title.localeCompare(other.title, 'en'))
    .map(({ name, title }) => `- [${title}](/docs/${shelf}/${name})`);
  return [`## ${SHELVES[shelf]}`, '', ...lines].join('\n');
}

/** Everything that can be read here, one list a shelf. */
async function listOfPages(docsFolder: string): Promise<string> {
  const shelves = await Promise.all(SHELF_NAMES.map((shelf) => shelfList(docsFolder, shelf)));
  const [using = '', ...others] = shelves;
  const reference = '## Reference\n\n- [The API](/docs/api)\n- [Glossary, in three languages](/docs/glossary)';
  return ['# Help', using, reference, ...others].join('\n\n');
}

/** Serves the pages of `docs/`: what each problem's `type` names, method cards, and the guides. */
export function registerDocPages(app: FastifyInstance, docsFolder: string): void {
  const send = (reply: FastifyReply, markdown: string): FastifyReply =>
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page(markdown));
  const serve = async (request: FastifyRequest, reply: FastifyReply, ...parts: readonly string[]) => {
    // Only names of our own making reach the file system.
    const file = parts.every((part) => NAME.test(part)) ? `${path.join(docsFolder, ...parts)}.md` : null;
    const markdown = file === null ? null : await readFile(file, 'utf8').catch(() => null);
    return markdown === null ? handleNotFound(request, reply) : send(reply, markdown);
  };
  for (const shelf of SHELF_NAMES) {
    app.get<{ Params: { name: string } }>(`/docs/${shelf}/:name`, (request, reply) =>
      serve(request, reply, shelf, request.params.name),
    );
  }
  app.get('/docs/glossary', (request, reply) => serve(request, reply, 'glossary'));
  app.get('/docs', async (_request, reply) => send(reply, await listOfPages(docsFolder)));
}
