import type { ImportAnswer, ImportMatch, ImportQuestion } from '@entente/contract/register';

const ID = '00000000-0000-4000-8000-000000000001';

/** A draft in which nothing stands in the way, but for what is given. */
export const draftOf = (given: Partial<ImportAnswer> = {}): ImportAnswer => ({
  id: ID,
  version: 1,
  name: 'portfolio.csv',
  bytes: 100,
  status: 'ready',
  encoding: 'utf-8',
  delimiter: ',',
  sheet: null,
  sheets: [],
  layout: 'members',
  layouts: ['members', 'partners', 'records:organisation'],
  headerRow: 1,
  rowCount: 2,
  fields: [],
  columns: [],
  leftOut: [],
  leaveOut: [],
  keep: [],
  questions: [],
  questionTotal: 0,
  openQuestions: 0,
  problems: [],
  problemTotal: 0,
  warnings: [],
  warningTotal: 0,
  plan: [],
  matches: [],
  matchTotal: 0,
  openMatches: 0,
  mappingUsed: null,
  change: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  expiresAt: '2026-01-15T00:00:00.000Z',
  abilities: { change: true, remove: true },
  ...given,
});

export const questionOf = (given: Partial<ImportQuestion> = {}): ImportQuestion => ({
  id: 'order:0',
  kind: 'date-order',
  line: 2,
  column: 0,
  text: '10/11/12',
  count: 1,
  choices: [],
  answer: null,
  ...given,
});

type Candidate = ImportMatch['candidates'][number];

export const candidateOf = (organisation: string, confidence: number): Candidate => ({
  organisation,
  name: organisation,
  slug: organisation,
  confidence,
  reason: 'same name',
  matched: null,
});

export const matchOf = (given: Partial<ImportMatch> = {}): ImportMatch => ({
  name: 'Heron',
  lines: [2],
  count: 1,
  candidates: [],
  choice: null,
  chosen: false,
  ...given,
});
