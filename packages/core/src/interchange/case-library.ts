import type { Problem } from '../kernel/index.ts';
import { discrepanciesAmong } from '../evidence/index.ts';
import {
  type DomainTerm,
  LIST_OF,
  type Register,
  registerFromSources,
  type RegisterRows,
  type TermFault,
  termFaults,
  valuesDiffer,
  withBestValues,
} from '../register/index.ts';
import { type CaseDocument, readCaseDocument, type TextFile } from './case-document.ts';
import { type CasePaper, casePapers } from './case-papers.ts';
import { CaseRows } from './case-rows.ts';
import type { CaseFile, CaseReview } from './case-schema.ts';
import { ClaimCollector, type FiledClaim } from './claim-collector.ts';

/** What one case folder holds. */
export type CaseSummary = {
  readonly id: string;
  readonly title: string;
  /** Slug of the firm the case is about. */
  readonly focal: string;
  /** Organisations the folder's records name. */
  readonly organisations: number;
  /** Alliances the focal firm takes part in, wherever filed. */
  readonly alliances: number;
  /** Sourced claims in the folder. */
  readonly facts: number;
  readonly discrepancies: number;
};

export type CaseLibrary = {
  readonly cases: readonly CaseSummary[];
  readonly rows: RegisterRows;
  /** How the terms of domains lie to each other. */
  readonly terms: readonly DomainTerm[];
  /** Business reviews, by date. */
  readonly reviews: readonly CaseReview[];
  /** Papers of alliances, in the order of the files. */
  readonly papers: readonly CasePaper[];
  readonly problems: readonly Problem[];
};

const inOrder = (one: TextFile, other: TextFile): number =>
  one.path < other.path ? -1 : one.path > other.path ? 1 : 0;

function referenceProblems(reader: CaseRows): Problem[] {
  const known = new Map(
    (['organisation', 'house', 'alliance', 'person', 'source'] as const).map((kind) => [
      kind as string,
      new Set(reader.lists[LIST_OF[kind]].map((row) => row.id)),
    ]),
  );
  return reader.mentions
    .filter((mention) => !known.get(mention.kind)?.has(mention.id))
    .map(({ kind, id, document, at }) =>
      document.problemAt(at, {
        code: 'record-unknown',
        message: `There is no ${kind} "${id}"`,
        fix: `Correct the id, or add the ${kind} to this case or to cases/shared.`,
      }),
    );
}

/** Reviews of alliances and of criteria and members that are not there. */
function reviewReferenceProblems(documents: readonly CaseDocument[], rows: RegisterRows): Problem[] {
  const alliances = new Set(rows.alliances.map((row) => row.slug as string));
  const organisations = new Set(rows.organisations.map((row) => row.slug as string));
  return documents.flatMap((document) =>
    (document.content.reviews ?? []).flatMap((review, at) => {
      const members = Object.values(review.contributions).flatMap(Object.keys);
      const missing = (kind: string, id: string): Problem =>
        document.problemAt(['reviews', at], {
          code: 'record-unknown',
          message: `There is no ${kind} "${id}"`,
          fix: `Correct the id, or add the ${kind} to this case or to cases/shared.`,
        });
      return [
        ...(alliances.has(review.alliance) ? [] : [missing('alliance', review.alliance)]),
        ...[...new Set(members)].filter((id) => !organisations.has(id)).map((id) => missing('organisation', id)),
      ];
    }),
  );
}

function duplicateProblems(documents: readonly CaseDocument[]): Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const document of documents) {
    for (const [list, records] of Object.entries(document.content)) {
      // A term stands once in a dimension, not once in all: `termProblems` says so.
      if (!Array.isArray(records) || list === 'terms') continue;
      records.forEach((record: { readonly id: string }, index) => {
        const key = `${list} ${record.id}`;
        if (seen.has(key)) {
          problems.push(
            document.problemAt([list, index, 'id'], {
              code: 'id-taken',
              message: `"${record.id}" stands twice among ${list}`,
              fix: 'Give one of the two another id, or join them into one record.',
            }),
          );
        }
        seen.add(key);
      });
    }
  }
  return problems;
}

type FiledTerm = { readonly term: DomainTerm; readonly document: CaseDocument; readonly index: number };

const filedTerms = (documents: readonly CaseDocument[]): FiledTerm[] =>
  documents.flatMap((document) =>
    (document.content.terms ?? []).map(({ dimension, id, in: broader = null, reason = null }, index) => ({
      term: { dimension, term: id, broader, reason },
      document,
      index,
    })),
  );

const TERM_FAULTS = {
  'domain-term-taken': (term) => ({
    message: `The term "${term}" stands twice in its dimension`,
    fix: 'Remove one of the two.',
  }),
  'domain-term-unknown': (term) => ({
    message: `There is no term "${term}" in this dimension`,
    fix: 'Correct the name, or list the broader term too.',
  }),
  'domain-term-circular': (term) => ({
    message: `The term "${term}" lies, over others, below itself`,
    fix: 'Put one of the terms elsewhere.',
  }),
} satisfies Readonly<Record<TermFault['code'], (term: string) => Pick<Problem, 'message' | 'fix'>>>;

function termProblems(filed: readonly FiledTerm[]): Problem[] {
  return termFaults(filed.map(({ term }) => term)).flatMap(({ index, code, term }) => {
    const at = filed[index];
    return at ? [at.document.problemAt(['terms', at.index, 'id'], { code, ...TERM_FAULTS[code](term) })] : [];
  });
}

const folderOf = (path: string): string => path.split('/').at(-2) ?? '';

function namedIn(document: CaseDocument): string[] {
  const { organisations = [], houses = [], alliances = [], people = [], workforce = [] } = document.content;
  const ids: readonly (string | undefined)[] = [
    ...organisations.map((row) => row.id),
    ...houses.flatMap((row) => row.members ?? []).map((row) => row.organisation),
    ...alliances.flatMap((row) => [
      row.venture,
      ...(row.members ?? []).map((member) => member.organisation),
      ...(row.stakes ?? []).flatMap((stake) => [stake.holder, stake.in]),
    ]),
    ...people.map((row) => row.organisation),
    ...workforce.map((row) => row.at),
  ];
  return ids.filter((id) => id !== undefined);
}

function summaryOf(
  head: NonNullable<CaseFile['case']>,
  documents: readonly CaseDocument[],
  claims: readonly FiledClaim[],
  register: Register,
): CaseSummary {
  const folder = new Set(documents.map((document) => document.path));
  const own = claims.filter((filed) => folder.has(filed.path)).map((filed) => filed.claim);
  return {
    id: head.id,
    title: head.title,
    focal: head.focal,
    organisations: new Set(documents.flatMap(namedIn)).size,
    alliances: new Set(register.membershipsBy(head.focal).map((row) => row.alliance)).size,
    facts: own.length,
    discrepancies: discrepanciesAmong(own, valuesDiffer).length,
  };
}

/**
 * Reads the case library: every file of every folder, into one set of register rows with their claims.
 * With any problem `rows` is still what could be read, and nobody should use it.
 * @param files the YAML files, with paths `…/<case>/<file>.yaml`
 */
export function readCaseLibrary(files: readonly TextFile[]): CaseLibrary {
  const read = [...files].sort(inOrder).map(readCaseDocument);
  const documents = read.flatMap(({ document }) => document ?? []);
  const sources = new Set(documents.flatMap((document) => (document.content.sources ?? []).map((source) => source.id)));
  const collector = new ClaimCollector(sources);
  const reader = new CaseRows(collector);
  for (const document of documents) reader.read(document);
  const claims = collector.claims.map((filed) => filed.claim);
  const rows = withBestValues({ ...reader.lists, claims });
  const register = registerFromSources(rows, null);
  const cases = documents.flatMap((document) => {
    const head = document.content.case;
    const folder = documents.filter((other) => folderOf(other.path) === folderOf(document.path));
    return head ? [summaryOf(head, folder, collector.claims, register)] : [];
  });
  const filed = filedTerms(documents);
  const papers = casePapers(documents, rows);
  const problems = [
    ...read.flatMap((each) => each.problems),
    ...duplicateProblems(documents),
    ...reader.problems,
    ...collector.problems,
    ...referenceProblems(reader),
    ...termProblems(filed),
    ...reviewReferenceProblems(documents, rows),
    ...papers.problems,
  ];
  const reviews = documents
    .flatMap((document) => document.content.reviews ?? [])
    .sort((one, other) => (one.date < other.date ? -1 : 1));
  return { cases, rows, terms: filed.map(({ term }) => term), reviews, papers: papers.papers, problems };
}
