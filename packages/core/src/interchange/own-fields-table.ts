import { Outcome, type Problem, SUBJECT_KINDS } from '../kernel/index.ts';
import { CUSTOM_SHAPES, type CustomField, type CustomTerm, type Wording } from '../register/index.ts';
import type { RegisterTable } from './register-tables.ts';
import type { Grid } from './table-cells.ts';

/** The table of the workspace's own fields, which stands beside those of records and of claims. */
export const OWN_FIELDS = 'own-fields';
const LANGUAGES = ['en', 'ja', 'zh-Hant'] as const;
const HEADINGS = ['id', 'kind', 'key', 'as', ...LANGUAGES, 'terms', 'retired'] as const;

/** The definitions of a workspace's own fields as a table. */
export const ownFieldsTable = (fields: readonly CustomField[]): RegisterTable => ({
  collection: OWN_FIELDS,
  headings: HEADINGS,
  rows: fields.map(({ kind, key, as, labels, terms, retired }) => [
    `${kind}.${key}`,
    kind,
    key,
    as,
    ...LANGUAGES.map((language) => labels[language] ?? ''),
    terms.length === 0 ? '' : JSON.stringify(terms.map(({ term, labels: words }) => ({ term, labels: words }))),
    String(retired),
  ]),
});

const isTerm = (value: unknown): value is CustomTerm => {
  if (typeof value !== 'object' || value === null || !('term' in value) || !('labels' in value)) return false;
  const { term, labels } = value;
  return typeof term === 'string' && typeof labels === 'object' && labels !== null;
};

function termsIn(text: string): readonly CustomTerm[] | null {
  if (text === '') return [];
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) && read.every(isTerm) ? read : null;
  } catch {
    return null;
  }
}

/** The definitions again, as `ownFieldsTable` wrote them. */
export function readOwnFields(file: string, grid: Grid): Outcome<readonly CustomField[]> {
  const [header = [], ...body] = grid;
  const problems: Problem[] = [];
  const fields = body.flatMap((cells): CustomField[] => {
    const cellOf = (name: (typeof HEADINGS)[number]) => cells[header.findIndex(({ text }) => text === name)];
    const textOf = (name: (typeof HEADINGS)[number]): string => cellOf(name)?.text ?? '';
    const refuse = (name: (typeof HEADINGS)[number]): [] => {
      const { line, column } = cellOf(name) ?? { line: cells[0]?.line ?? 1, column: 1 };
      const message = `${name}: "${textOf(name).slice(0, 40)}" defines no field`;
      problems.push({ file, line, column, code: 'value-refused', message, fix: 'Leave the cell as it was exported.' });
      return [];
    };
    const kind = SUBJECT_KINDS.find((each) => each === textOf('kind'));
    const as = CUSTOM_SHAPES.find((each) => each === textOf('as'));
    const terms = termsIn(textOf('terms'));
    const key = textOf('key');
    if (kind === undefined) return refuse('kind');
    if (as === undefined) return refuse('as');
    if (terms === null || (as === 'term') !== terms.length > 0) return refuse('terms');
    if (!/^[a-z][a-z0-9-]*$/.test(key)) return refuse('key');
    const labels: Partial<Wording> = Object.fromEntries(
      LANGUAGES.map((language) => [language, textOf(language)] as const).filter(([, label]) => label !== ''),
    );
    return [{ kind, key, as, labels, terms, retired: textOf('retired') === 'true' }];
  });
  return problems.length > 0 ? Outcome.refuse(...problems) : Outcome.of(fields);
}
