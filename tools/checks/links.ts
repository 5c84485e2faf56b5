import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { isGenerated, projectFiles, textOf } from './tree.ts';

const LINK = /\[(?:[^\]\\]|\\.)*\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g;
const IN_CODE = /(?<![\w/])(docs\/[\w/-]+\.md(?:#[\w-]+)?)/g;
const SOURCE = /^(?:packages|apps|e2e|tools|bench|scripts)\/.+\.(?:tsx?|mjs)$/;

/** `core/register/stakes.ts` in a guide; placeholders (`x.store.ts`, `<room>`, `NNNN-…`) name no file. */
const NAMED_FILE = /`((?!x\.)[\w.@-]+(?:\/[\w.@-]+)*\.(?:tsx?|mjs|sql|json|md|yaml))`/g;
const GUIDE = /^(?:ARCHITECTURE|CONTRIBUTING)\.md$/;

/** Links of the pages, mentions of pages in the code and of files in the guides, that lead nowhere. */
export function linkBreaches(root: string): string[] {
  const files = projectFiles(root);
  return files.flatMap((file) => {
    if (GUIDE.test(file)) return [...pageBreaches(root, file), ...namedFileBreaches(root, file, files)];
    if (file.endsWith('.md') && !file.startsWith('test-data/')) return pageBreaches(root, file);
    if (SOURCE.test(file) && !isGenerated(file) && !file.endsWith('.test.ts')) return mentionBreaches(root, file);
    return [];
  });
}

function pageBreaches(root: string, file: string): string[] {
  return withoutCode(textOf(root, file))
    .split('\n')
    .flatMap((line, index) =>
      [...line.matchAll(LINK)].flatMap(([, target = '']) => {
        const reason = targetBreach(root, file, target);
        return reason === null ? [] : [`${file}:${index + 1}: ${target}: ${reason}`];
      }),
    );
}

/** A guide may leave out the beginning of a path, and `src/` within it. */
function namedFileBreaches(root: string, guide: string, files: readonly string[]): string[] {
  const known = files.flatMap((file) => [`/${file}`, `/${file.replace('/src/', '/')}`]);
  return [...textOf(root, guide).matchAll(NAMED_FILE)]
    .map(([, named = '']) => named)
    .filter((named) => !known.some((file) => file.endsWith(`/${named}`)))
    .map((named) => `${guide}: ${named}: no such file`);
}

function mentionBreaches(root: string, file: string): string[] {
  return [...textOf(root, file).matchAll(IN_CODE)].flatMap(([, mention = '']) => {
    const reason = targetBreach(root, 'README.md', mention);
    return reason === null ? [] : [`${file}: ${mention}: ${reason}`];
  });
}

function targetBreach(root: string, from: string, target: string): string | null {
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return URL.canParse(target) ? null : 'no address';
  const [place = '', anchor] = target.split('#');
  const file = place === '' ? from : path.posix.join(path.posix.dirname(from), decodeURI(place));
  const full = path.join(root, file);
  if (file.startsWith('..')) return 'leads out of the project';
  if (!existsSync(full)) return 'no such file';
  if (anchor === undefined || statSync(full).isDirectory() || !file.endsWith('.md')) return null;
  return anchorsOf(textOf(root, file)).has(anchor) ? null : 'no such heading';
}

/** Code is shown, not followed; lines are kept so that line numbers hold. */
function withoutCode(text: string): string {
  return text
    .replaceAll(/^(```|~~~)[\s\S]*?^\1/gm, (block) => block.replaceAll(/[^\n]/g, ''))
    .replaceAll(/`[^`\n]*`/g, '');
}

/** The anchors a page offers: one a heading, numbered when a heading comes again, and those written as `<a id="…">`. */
export function anchorsOf(text: string): ReadonlySet<string> {
  const anchors = new Set<string>();
  const times = new Map<string, number>();
  for (const [, heading = ''] of text.replaceAll(/^(```|~~~)[\s\S]*?^\1/gm, '').matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)) {
    const slug = heading
      .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(/\s/g, '-');
    const before = times.get(slug) ?? 0;
    times.set(slug, before + 1);
    anchors.add(before === 0 ? slug : `${slug}-${before}`);
  }
  for (const [, id = ''] of text.matchAll(/<a id="([^"]+)">/g)) anchors.add(id);
  return anchors;
}
