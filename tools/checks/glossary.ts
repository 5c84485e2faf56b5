import { existsSync } from 'node:fs';
import path from 'node:path';
import { textOf } from './tree.ts';

const PAGE = 'docs/glossary.md';
const LANGUAGES = ['English', '日本語', '繁體中文'];
/** What a reader of each language is told of a term. */
const MEANINGS = ['Meaning', '意味', '意義'];
const NEEDED = [...LANGUAGES, ...MEANINGS];

/** Terms of the glossary that lack a language or their meaning in one, or stand in it twice. */
export function glossaryBreaches(root: string): string[] {
  if (!existsSync(path.join(root, PAGE))) return [`${PAGE}: missing`];
  const rows = textOf(root, PAGE)
    .split('\n')
    .map((line, index) => ({ place: `${PAGE}:${index + 1}`, cells: cellsOf(line) }))
    .filter(({ cells }) => cells.length > 0);
  const header = rows.find(({ cells }) => NEEDED.every((column) => cells.includes(column)));
  if (header === undefined) return [`${PAGE}: no table with the columns ${NEEDED.join(', ')}`];
  const columns = NEEDED.map((column) => header.cells.indexOf(column));
  const terms = rows.filter(({ cells }) => !/^:?-+:?$/.test(cells[0] ?? '') && !cells.includes('English'));
  const seen = new Set<string>();
  return terms.flatMap(({ place, cells }) => {
    const [english = ''] = columns.map((column) => cells[column] ?? '');
    const again = seen.has(english.toLowerCase()) ? [`${place}: "${english}" stands in the glossary twice`] : [];
    seen.add(english.toLowerCase());
    const empty = NEEDED.filter((_, index) => (cells[columns[index] ?? -1] ?? '') === '');
    return [...again, ...empty.map((column) => `${place}: "${english}" has no ${column}`)];
  });
}

function cellsOf(line: string): string[] {
  if (!line.trim().startsWith('|')) return [];
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());
}
