import { existsSync } from 'node:fs';
import path from 'node:path';
import { projectFiles, textOf } from '../checks/tree.ts';

export const SHEET = 'docs/security/asvs.md';
const REQUIREMENTS = 'tools/asvs/requirements.json';
const INSPECTIONS = 'docs/security/inspections.json';

/** A test that keeps what a requirement asks for. */
type Tag = { readonly id: string; readonly file: string; readonly line: number; readonly title: string | null };
type Inspection = {
  readonly ids: readonly string[];
  readonly inspected: string;
  readonly where: readonly string[];
  readonly date: string;
};
type Unfit = { readonly ids: readonly string[]; readonly reason: string };
type Open = { readonly ids: readonly string[]; readonly missing: string };
type Inspections = {
  readonly inspections: readonly Inspection[];
  readonly notApplicable: readonly Unfit[];
  readonly open: readonly Open[];
};
type Levels = Readonly<Record<'1' | '2', readonly string[]>>;
type Kind = 'test' | 'inspection' | 'not applicable' | 'open';

const ID = /V\d+\.\d+\.\d+/g;
const TAG = /(?:\/\/|\*).*@asvs((?:\s+V\d+\.\d+\.\d+)+)/;
const STATEMENT = /\b(?:describe|test|it)(?:\.each(?:<[^(]*>)?)?\(/;

/** The title of the next test after a tag: of one, or of one for each row of a table. */
function titleAfter(text: string): string | null {
  const found = STATEMENT.exec(text);
  if (found === null) return null;
  const after = text.slice(found.index + found[0].length);
  const title = found[0].includes('.each') ? /\)\(\s*(['"`])(.*?)\1,/s.exec(after) : /^\s*(['"`])(.*?)\1,/s.exec(after);
  return title?.[2] ?? null;
}

function tagsIn(file: string, text: string): Tag[] {
  const lines = text.split('\n');
  return lines.flatMap((each, index) => {
    const ids = TAG.exec(each)?.[1]?.match(ID) ?? [];
    const title = ids.length === 0 ? null : titleAfter(lines.slice(index + 1).join('\n'));
    return ids.map((id) => ({ id, file, line: index + 1, title }));
  });
}

type Sources = { readonly levels: Levels; readonly tags: readonly Tag[]; readonly known: Inspections };

function sourcesOf(root: string): Sources {
  const files = projectFiles(root).filter((file) => /\.test\.tsx?$/.test(file) && !file.startsWith('tools/asvs/'));
  return {
    levels: (JSON.parse(textOf(root, REQUIREMENTS)) as { readonly levels: Levels }).levels,
    tags: files.flatMap((file) => tagsIn(file, textOf(root, file))),
    known: JSON.parse(textOf(root, INSPECTIONS)) as Inspections,
  };
}

const byNumbers = (one: string, other: string): number => one.localeCompare(other, 'en', { numeric: true });

/** What stands for a requirement: tests first, then what somebody looked at, then why it asks for nothing here or what is missing. */
function standingOf(id: string, { tags, known }: Sources): readonly (readonly [Kind, string])[] {
  const has = ({ ids }: { readonly ids: readonly string[] }): boolean => ids.includes(id);
  return [
    ...tags
      .filter((tag) => tag.id === id)
      .map(({ file, title }): readonly [Kind, string] => ['test', `${path.posix.basename(file)}: ${title ?? ''}`]),
    ...known.inspections
      .filter(has)
      .map(({ inspected, where, date }): readonly [Kind, string] => [
        'inspection',
        `${inspected} (${where.map((file) => `\`${file}\``).join(', ')}; ${date})`,
      ]),
    ...known.notApplicable.filter(has).map(({ reason }): readonly [Kind, string] => ['not applicable', reason]),
    ...known.open.filter(has).map(({ missing }): readonly [Kind, string] => ['open', missing]),
  ];
}

function sourceBreaches(root: string, sources: Sources): string[] {
  const { levels, tags, known } = sources;
  const ids = new Set([...levels['1'], ...levels['2']]);
  const told = [...known.inspections, ...known.notApplicable, ...known.open];
  const places = known.inspections.flatMap(({ where }) => where);
  return [
    ...tags.flatMap(({ id, file, line, title }) => [
      ...(ids.has(id) ? [] : [`${file}:${line}: ${id} is no requirement of levels 1 and 2`]),
      ...(title === null ? [`${file}:${line}: ${id} stands before no test`] : []),
    ]),
    ...told.flatMap((each) =>
      each.ids.filter((id) => !ids.has(id)).map((id) => `${INSPECTIONS}: ${id} is no requirement of levels 1 and 2`),
    ),
    ...places.filter((file) => !existsSync(path.join(root, file))).map((file) => `${INSPECTIONS}: there is no ${file}`),
    ...[...ids].flatMap((id) => {
      const kinds = new Set(standingOf(id, sources).map(([kind]) => kind));
      if (kinds.size === 0) return [`${id}: has neither a test nor an inspection, and is not said to be open`];
      const isBoth = (kinds.has('open') || kinds.has('not applicable')) && kinds.size > 1;
      return isBoth ? [`${id}: is ${[...kinds].join(' and ')} at once`] : [];
    }),
  ];
}

function countsOf(sources: Sources): Readonly<Record<'1' | '2', Readonly<Record<Kind, number>>>> {
  const counted = (ids: readonly string[]): Record<Kind, number> => {
    const counts: Record<Kind, number> = { test: 0, inspection: 0, 'not applicable': 0, open: 0 };
    for (const id of ids) counts[standingOf(id, sources)[0]?.[0] ?? 'open'] += 1;
    return counts;
  };
  return { '1': counted(sources.levels['1']), '2': counted(sources.levels['2']) };
}

const KINDS: readonly Kind[] = ['test', 'inspection', 'not applicable', 'open'];
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');

/** The sheet, from the tags of tests and the file of inspections. */
export function asvsSheet(root: string): { readonly text: string; readonly counts: string } {
  const sources = sourcesOf(root);
  const { levels } = sources;
  const counts = countsOf(sources);
  const levelOf = (id: string): string => (levels['1'].includes(id) ? '1' : '2');
  const rows = [...levels['1'], ...levels['2']].sort(byNumbers).map((id) => {
    const standing = standingOf(id, sources);
    const kind = standing[0]?.[0] ?? 'open';
    return `| ${id} | ${levelOf(id)} | ${kind} | ${standing.map(([, text]) => cell(text)).join('; ')} |`;
  });
  const text = `# OWASP ASVS 5.0.0, levels 1 and 2

Which requirement of the [standard](https://github.com/OWASP/ASVS) is kept by which test, what was looked at instead, what asks for
nothing here, and what is open. Written by \`npm run asvs\` from the \`@asvs\` tags of tests and from [inspections.json](inspections.json);
ids only, the requirements' words are the standard's. A requirement with tests is kept by them as far as they go; whoever relies on
one reads both.

| level | ${KINDS.join(' | ')} | all |
| --- | ${KINDS.map(() => '---').join(' | ')} | --- |
${(['1', '2'] as const).map((level) => `| ${level} | ${KINDS.map((kind) => counts[level][kind]).join(' | ')} | ${levels[level].length} |`).join('\n')}

| requirement | level | kept by | which |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
  const line = (level: '1' | '2'): string =>
    `level ${level}: ${KINDS.map((kind) => `${kind} ${counts[level][kind]}`).join(', ')}, of ${levels[level].length}`;
  return { text, counts: `${line('1')}; ${line('2')}` };
}

/** What is wrong with the sheet and with what it is made from. */
export function asvsBreaches(root: string): string[] {
  const breaches = sourceBreaches(root, sourcesOf(root));
  if (breaches.length > 0) return breaches;
  const isThere = existsSync(path.join(root, SHEET)) && textOf(root, SHEET) === asvsSheet(root).text;
  return isThere ? [] : [`${SHEET}: is not what tests and inspections say; run npm run asvs`];
}
