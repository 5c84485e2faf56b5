import type { Glossary, GlossaryTerm } from '@entente/contract/reference';
import { invariant } from '@entente/core/kernel';

const COLUMNS = ['English', '日本語', 'よみ', '繁體中文', '拼音', 'Meaning', '意味', '意義', 'Read more'] as const;
type Cells = Readonly<Record<(typeof COLUMNS)[number], string>>;

/** @example anchorOf('house (business group)') // => 'house-business-group' */
const anchorOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

const cellsOf = (line: string): string[] =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());

const LINK = /^\[([^\]]+)\]\(([^)]+)\)$/;

/** A page of `docs/` has its address without the ending. */
function readMore(cell: string): GlossaryTerm['readMore'] {
  return cell
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const link = LINK.exec(part);
      return { text: link?.[1] ?? part, href: link ? `/docs/${link[2]?.replace(/\.md(?=#|$)/, '') ?? ''}` : null };
    });
}

function termOf(cells: Cells): GlossaryTerm {
  return {
    id: anchorOf(cells.English),
    names: { en: cells.English, ja: cells.日本語, 'zh-Hant': cells.繁體中文 },
    meanings: { en: cells.Meaning, ja: cells.意味, 'zh-Hant': cells.意義 },
    readings: [cells.よみ, cells.拼音].filter((reading) => reading !== ''),
    readMore: readMore(cells['Read more']),
  };
}

/** Reads the tables of `docs/glossary.md`: a section a heading, a term a line. */
export function glossaryFrom(markdown: string): Glossary {
  const sections: { id: string; names: GlossaryTerm['names']; terms: GlossaryTerm[] }[] = [];
  let columns: readonly string[] = [];
  for (const line of markdown.split('\n')) {
    const heading = /^## (.+)$/.exec(line)?.[1];
    if (heading !== undefined) {
      const [en = heading, ja = en, zhHant = en] = heading.split(' · ');
      sections.push({ id: anchorOf(en), names: { en, ja, 'zh-Hant': zhHant }, terms: [] });
    }
    if (!line.startsWith('|') || /^\|\s*:?-/.test(line)) continue;
    const cells = cellsOf(line);
    if (cells.includes('English')) {
      columns = cells;
      continue;
    }
    const section = sections.at(-1);
    invariant(section, 'a table of the glossary stands under a heading');
    const named = Object.fromEntries(COLUMNS.map((column) => [column, cells[columns.indexOf(column)] ?? '']));
    section.terms.push(termOf(named as Cells));
  }
  return { sections };
}
