import { z } from 'zod';
import { id, line, reason } from '../field/index.ts';
import { changeHeaders, creationHeaders, type Route } from '../problem/index.ts';
import { changeSet } from './changes.ts';
import { match } from './import-matches.ts';
import { KIND_OF, recordParams, workspaceParams } from './collection.ts';

/*
 * Import: a table is uploaded or pasted, read and judged as a draft of its owner, corrected there (sheet, header, mapping of
 * columns, answers to questions, names matched to organisations), and then written to the register as one change.
 */

const COLLECTION_NAMES = Object.keys(KIND_OF) as (keyof typeof KIND_OF)[];
const MOST_LINES = 1_048_576;

const lineNumber = z.number().int().min(1).max(MOST_LINES).describe('Line of a text file, row of a sheet; from 1.');
const fieldName = z
  .string()
  .min(1)
  .max(200)
  .describe('One of `fields`; several with `+` between where a cell holds several things.');
const layoutName = z
  .string()
  .min(1)
  .max(40)
  .describe('One of `layouts`: what a row of the table stands for, e.g. `members` or `records:organisation`.');

const wording = z.partialRecord(z.enum(['en', 'ja', 'zh-Hant']), z.string());

const finding = z
  .object({
    line: z.number().int(),
    column: z.number().int().nullable().describe('Index of the column, from 0; null: the row as a whole.'),
    code: z.string(),
    message: z.string(),
    fix: z.string(),
  })
  .meta({ id: 'ImportFinding' });
export type ImportFinding = z.infer<typeof finding>;

const field = z
  .object({
    field: z.string(),
    about: z
      .enum(['record', 'alliance', 'partner', 'own'])
      .describe('The record of the row; the alliance or a partner in it; `own`: a field of the workspace’s own.'),
    required: z.boolean(),
    label: wording,
  })
  .meta({ id: 'ImportField' });

const column = z
  .object({
    index: z.number().int(),
    heading: z.string(),
    samples: z.array(z.string()).describe('The first few different values.'),
    suggestions: z.array(
      z.object({
        field: z.string(),
        confidence: z.number().min(0).max(1),
        reason: z.string(),
      }),
    ),
    mapping: z.string().nullable().describe('The field that the column is read as; null: it is left out.'),
  })
  .meta({ id: 'ImportColumn' });
export type ImportColumn = z.infer<typeof column>;

const question = z
  .object({
    id: z.string().describe('Answered by this name in `answers`.'),
    kind: z.string().describe('What is asked, e.g. `date-order` or `number-format`.'),
    line: z.number().int(),
    column: z.number().int().nullable(),
    text: z.string().describe('The text that can be read in several ways.'),
    count: z.number().int().describe('How many cells the answer decides.'),
    choices: z.array(z.object({ value: z.string(), text: z.string() })),
    answer: z.string().nullable(),
  })
  .meta({ id: 'ImportQuestion' });
export type ImportQuestion = z.infer<typeof question>;

const planned = z
  .object({
    collection: z.enum(COLLECTION_NAMES),
    creates: z.number().int(),
    changes: z.number().int().describe('Records that are there and get values of the table.'),
    outranked: z
      .number()
      .int()
      .describe(
        'Values that are kept as claims of the table, while a better ranked or later source gives the field its value.',
      ),
    unchanged: z.number().int(),
  })
  .meta({ id: 'ImportPlanEntry' });
export type ImportPlanEntry = z.infer<typeof planned>;

const IMPORT_STATUSES = ['asking', 'ready', 'committed'] as const;

const draft = z
  .object({
    id,
    version: z.number().int().describe('Send it back in `If-Match` when you change, commit or remove the import.'),
    name: z.string().describe('Of the file, or as the pasted block was called.'),
    bytes: z.number().int(),
    status: z
      .enum(IMPORT_STATUSES)
      .describe('`asking`: problems, questions or choices stand in the way; `ready`: can be committed; `committed`.'),
    encoding: z.string().nullable().describe('Of a text file, e.g. `utf-8` or `shift_jis`; null for a workbook.'),
    delimiter: z.string().nullable(),
    sheet: z.string().nullable(),
    sheets: z.array(z.object({ name: z.string() })),
    layout: z.string(),
    layouts: z.array(z.string()),
    headerRow: z.number().int(),
    rowCount: z.number().int().describe('Rows below the header that hold anything.'),
    fields: z.array(field).describe('What columns can be mapped to in this layout.'),
    columns: z.array(column),
    leftOut: z
      .array(z.object({ line: z.number().int(), text: z.string(), reason: z.string() }))
      .describe('Rows that are not read, such as totals, the first 200; by choice or because of what they are.'),
    leaveOut: z.array(z.number().int()).describe('Lines that somebody chose to leave out.'),
    keep: z.array(z.number().int()).describe('Lines that somebody chose to read all the same.'),
    questions: z.array(question).describe('The first 200.'),
    questionTotal: z.number().int(),
    openQuestions: z.number().int().describe('Those that wait for an answer.'),
    problems: z.array(finding).describe('The first 200.'),
    problemTotal: z.number().int(),
    warnings: z.array(finding).describe('The first 200.'),
    warningTotal: z.number().int(),
    plan: z.array(planned).describe('What a commit would write, as the register is now; empty while problems stand.'),
    matches: z
      .array(match)
      .describe(
        'Names of organisations and what they are in the register: those to choose first, then by name; the first 500.',
      ),
    matchTotal: z.number().int(),
    openMatches: z.number().int().describe('Names for which somebody has to choose.'),
    mappingUsed: z
      .object({ id, name: z.string() })
      .nullable()
      .describe('The remembered mapping that was applied because its headings fit.'),
    change: id.nullable().describe('The change that the commit made; null before, and where it changed nothing.'),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime().describe('When it is cleaned away by itself.'),
    abilities: z.object({ change: z.boolean(), remove: z.boolean() }).meta({ id: 'Abilities' }),
  })
  .meta({ id: 'Import' });
export type ImportAnswer = z.infer<typeof draft>;

const summary = draft
  .pick({
    id: true,
    version: true,
    name: true,
    bytes: true,
    status: true,
    layout: true,
    rowCount: true,
    problemTotal: true,
    openQuestions: true,
    openMatches: true,
    change: true,
    createdAt: true,
    expiresAt: true,
  })
  .meta({ id: 'ImportSummary' });
export type ImportSummaryAnswer = z.infer<typeof summary>;

const paste = z
  .strictObject({
    name: line.default('Pasted block'),
    text: z.string().min(1).max(900_000).describe('A block as a spreadsheet puts it on the clipboard, or CSV.'),
    layout: layoutName.optional(),
  })
  .meta({ id: 'ImportPaste' });
export type ImportPaste = z.infer<typeof paste>;

const change = z
  .strictObject({
    encoding: z.string().max(40).nullable().describe('A label of the Encoding Standard; null: told from the file.'),
    delimiter: z.string().length(1).nullable(),
    sheet: z.string().max(200),
    headerRow: lineNumber,
    layout: layoutName,
    mapping: z
      .record(z.string().regex(/^\d{1,3}$/), fieldName.nullable())
      .describe('By index of the column; null leaves the column out. Columns that are not named stay as they are.'),
    answers: z
      .record(z.string().max(200), z.string().max(200).nullable())
      .describe('By id of the question; null takes an answer back.'),
    cells: z
      .record(z.string().regex(/^\d{1,7}:\d{1,3}$/), z.string().max(4000).nullable())
      .describe('Texts in place of cells, by line and index of the column with a colon between; null takes one back.'),
    choices: z
      .record(z.string().max(600), z.string().max(620).nullable())
      .describe(
        'By name in the table: id of an organisation, `new`, or `same:` and another name of the table; null takes a choice back.',
      ),
    leaveOut: z.array(lineNumber).max(10_000).describe('Lines that are not read; replaces those given before.'),
    keep: z
      .array(lineNumber)
      .max(10_000)
      .describe('Lines that are read although they look like totals; replaces those given before.'),
  })
  .partial()
  .meta({ id: 'ImportChange' });
export type ImportChange = z.infer<typeof change>;

const rows = z
  .object({
    items: z.array(
      z.object({
        line: z.number().int(),
        leftOut: z.string().nullable().describe('Why the row is not read; null when it is.'),
        cells: z.array(
          z.object({
            column: z.number().int(),
            text: z.string().describe('As it is written: with its mend, where it has one.'),
            mended: z.boolean(),
            read: z
              .array(z.object({ field: fieldName, value: z.string() }))
              .describe(
                'What the text was read as by the fields of the column: EDTF, exact figures (several shares with `:` between), a term, the code of a country, or text. Empty where nothing can be read.',
              ),
          }),
        ),
        problems: z.array(finding),
      }),
    ),
    total: z.number().int(),
  })
  .meta({ id: 'ImportRows' });
export type ImportRowsAnswer = z.infer<typeof rows>;

const committed = z
  .object({
    import: draft,
    change: changeSet.nullable().describe('Null where the register held all of it already.'),
  })
  .meta({ id: 'ImportCommitted' });
export type ImportCommittedAnswer = z.infer<typeof committed>;

const path = '/api/v1/workspaces/{workspace}/imports';
const shared = {
  subject: 'imports',
  permission: 'register.write',
  params: recordParams,
  query: null,
  headers: null,
  body: null,
} as const;
const refusedTables = [
  'table-malformed',
  'table-empty',
  'encoding-unknown',
  'sheet-unknown',
  'workbook-locked',
  'workbook-too-large',
  'table-too-wide',
  'table-too-long',
  'table-too-slow',
] as const;

/** Drafts of imports are seen by their owner only. */
export const importRoutes = {
  list: {
    ...shared,
    id: 'listImports',
    method: 'get',
    path,
    summary: 'List your imports, latest first',
    params: workspaceParams,
    status: 200,
    answer: z.object({ items: z.array(summary) }).meta({ id: 'ImportList' }),
    problems: ['workspace-not-found'],
  },
  create: {
    ...shared,
    id: 'createImport',
    method: 'post',
    path,
    summary: 'Upload a table (CSV, TSV or XLSX), or paste a block, to look at before it is imported',
    params: workspaceParams,
    headers: creationHeaders,
    body: paste,
    upload: 'A file as `file`; `layout` beside it if the layout is known.',
    status: 201,
    answer: draft,
    problems: [
      'workspace-not-found',
      'file-too-large',
      'field-required',
      'imports-full',
      ...refusedTables,
      'idempotency-key-reused',
    ],
  },
  get: {
    ...shared,
    id: 'getImport',
    method: 'get',
    path: `${path}/{record}`,
    summary: 'Read an import: what was understood, what is asked and what is wrong',
    status: 200,
    answer: draft,
    problems: ['record-not-found'],
  },
  rows: {
    ...shared,
    id: 'listImportRows',
    method: 'get',
    path: `${path}/{record}/rows`,
    summary: 'Read rows of an import with what each cell was read as and what is wrong with it',
    query: z.strictObject({
      offset: z.coerce.number().int().min(0).max(MOST_LINES).default(0),
      limit: z.coerce.number().int().min(1).max(500).default(100),
      only: z.enum(['problems']).optional().describe('`problems`: only rows with problems.'),
    }),
    status: 200,
    answer: rows,
    problems: ['record-not-found'],
  },
  change: {
    ...shared,
    id: 'changeImport',
    method: 'patch',
    path: `${path}/{record}`,
    summary: 'Correct how an import is read; it is read and judged again',
    headers: changeHeaders,
    body: change,
    status: 200,
    answer: draft,
    problems: [
      'record-not-found',
      'version-required',
      'version-stale',
      'import-committed',
      'field-unknown',
      'value-refused',
      'record-unknown',
      ...refusedTables,
      'idempotency-key-reused',
    ],
  },
  commit: {
    ...shared,
    id: 'commitImport',
    method: 'post',
    path: `${path}/{record}/commit`,
    summary: 'Write an import to the register as one change: all of it or nothing',
    headers: changeHeaders,
    body: z.strictObject({ reason }).meta({ id: 'ImportCommit' }),
    status: 201,
    answer: committed,
    problems: [
      'record-not-found',
      'version-required',
      'version-stale',
      'import-committed',
      'import-not-ready',
      'import-stopped',
      'stakes-over-100',
      'stake-overlap',
      'period-reversed',
      'value-refused',
      'slug-taken',
      'write-contended',
      'idempotency-key-reused',
    ],
  },
  remove: {
    ...shared,
    id: 'removeImport',
    method: 'delete',
    path: `${path}/{record}`,
    summary: 'Remove an import that is not wanted any more; what was committed stays',
    headers: changeHeaders,
    status: 204,
    answer: null,
    problems: ['record-not-found', 'version-required', 'version-stale', 'idempotency-key-reused'],
  },
} as const satisfies Readonly<Record<string, Route>>;
