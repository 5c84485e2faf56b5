import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from './tree.ts';

const WEB = path.join(ROOT, 'apps/web');
const CATALOGS = path.join(WEB, 'src/locales');
const TRANSLATIONS = ['ja', 'zh-Hant'];
const BIN = path.join(ROOT, 'node_modules/.bin/lingui');

const run = promisify(execFile);

type Entry = { readonly id: string; readonly text: string };

/** The texts of a catalog, each under its context and source text; the head without a source text is left out. */
export function entriesOf(catalog: string): Entry[] {
  return catalog.split(/\n\s*\n/).flatMap((block) => {
    const lines = block.split('\n').filter((line) => !line.startsWith('#'));
    const field = (name: string): string => {
      const from = lines.findIndex((line) => line.startsWith(`${name} "`));
      if (from < 0) return '';
      const more = lines.slice(from + 1);
      const to = more.findIndex((line) => !line.startsWith('"'));
      const quoted = [(lines[from] ?? '').slice(name.length + 1), ...(to < 0 ? more : more.slice(0, to))];
      return quoted.map((line) => line.slice(1, line.lastIndexOf('"'))).join('');
    };
    const source = field('msgid');
    return source === '' ? [] : [{ id: [field('msgctxt'), source].filter(Boolean).join(' | '), text: field('msgstr') }];
  });
}

/** Texts on screen that a catalog does not know, texts it keeps that no screen shows, and texts without a translation. */
export function catalogBreaches(language: string, catalog: string, fresh: string): string[] {
  const kept = new Map(entriesOf(catalog).map((entry) => [entry.id, entry.text]));
  const shown = new Set(entriesOf(fresh).map(({ id }) => id));
  return [
    ...[...shown]
      .filter((id) => !kept.has(id))
      .map((id) => `${language}: "${id}" is not in the catalog: npm run texts`),
    ...[...kept.keys()]
      .filter((id) => !shown.has(id))
      .map((id) => `${language}: "${id}" is shown nowhere: npm run texts`),
    ...[...kept].filter(([, text]) => text === '').map(([id]) => `${language}: "${id}" has no translation`),
  ];
}

/** Extracts the texts of the screens anew, beside the catalogs that are kept, and compares. */
export async function translationBreaches(): Promise<string[]> {
  mkdirSync(path.join(ROOT, 'out'), { recursive: true });
  const folder = mkdtempSync(path.join(ROOT, 'out/translations-'));
  try {
    const config = path.join(folder, 'lingui.config.ts');
    const catalog = { path: path.join(folder, '{locale}'), include: [path.join(WEB, 'src')] };
    writeFileSync(
      config,
      `import kept from '../../apps/web/lingui.config.ts';\nexport default { ...kept, catalogs: [${JSON.stringify(catalog)}] };\n`,
    );
    await run(BIN, ['extract', '--config', config], { cwd: WEB });
    const fresh = readFileSync(path.join(folder, 'en.po'), 'utf8');
    return TRANSLATIONS.flatMap((language) => {
      const file = path.join(CATALOGS, `${language}.po`);
      return existsSync(file)
        ? catalogBreaches(language, readFileSync(file, 'utf8'), fresh)
        : [`${language}: no catalog`];
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
