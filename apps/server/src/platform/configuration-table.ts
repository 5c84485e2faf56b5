import { configurationTable } from './configuration.ts';

/** The table of all variables as Markdown, for `docs/operating/configuration.md`. */
function configurationMarkdown(): string {
  const rows = configurationTable().map((row) => `| \`${row.name}\` | ${row.description} | ${row.default} |`);
  return ['| Variable | Meaning | Without it |', '| --- | --- | --- |', ...rows].join('\n');
}

const BEGIN = '<!-- written by scripts/write-configuration-table.mjs -->';
const END = '<!-- end of the written part -->';

/** The page with its table replaced; the text around it is written by hand. */
export function withConfigurationTable(page: string): string {
  const from = page.indexOf(BEGIN);
  const to = page.indexOf(END);
  if (from < 0 || to < from) throw new Error(`The page lacks the lines "${BEGIN}" and "${END}"`);
  return `${page.slice(0, from + BEGIN.length)}\n\n${configurationMarkdown()}\n\n${page.slice(to)}`;
}
