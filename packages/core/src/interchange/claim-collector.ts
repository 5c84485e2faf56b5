import type { Claim, Problem, Rank, SubjectKind, SubjectRef } from '../kernel/index.ts';
import { EXISTS, fieldOf, REMARK_PREFIX } from '../register/index.ts';
import type { CaseDocument, DocumentPath } from './case-document.ts';
import type { CaseEvidence, CaseFacts } from './case-schema.ts';

type Statement = {
  readonly value: string;
  readonly source: string;
  readonly place: string;
  readonly quote?: string | undefined;
  readonly rank?: Rank | undefined;
  readonly reason?: string | undefined;
};

type RowFacts = {
  readonly evidence?: CaseEvidence | undefined;
  readonly remarks?: Readonly<Record<string, CaseFacts>> | undefined;
};

/** A claim with the file it was read from. */
export type FiledClaim = { readonly claim: Claim; readonly path: string };

/**
 * Turns the facts of one row into claims, and names each that cannot stand: no source, unknown source, a value the
 * field does not take, a rank without a reason.
 */
export class ClaimCollector {
  readonly claims: FiledClaim[] = [];
  readonly problems: Problem[] = [];
  readonly #sources: ReadonlySet<string>;

  constructor(sources: ReadonlySet<string>) {
    this.#sources = sources;
  }

  /** Collects a row's evidence, its remarks and the named fields of it. */
  collect(
    document: CaseDocument,
    at: DocumentPath,
    subject: SubjectRef,
    row: RowFacts & Readonly<Record<string, unknown>>,
    fields: readonly string[],
  ): void {
    const evidence = row.evidence === undefined ? [] : [row.evidence].flat();
    evidence.forEach((entry, index) => {
      const path = [...at, 'evidence', ...(Array.isArray(row.evidence) ? [index] : [])];
      this.#add(document, path, subject, EXISTS, { ...entry, value: entry.value ?? 'true' });
    });
    for (const field of fields) {
      if (row[field] !== undefined) {
        this.#collectField(document, [...at, field], subject, field, row[field] as CaseFacts, evidence);
      }
    }
    for (const [topic, facts] of Object.entries(row.remarks ?? {})) {
      this.#collectField(document, [...at, 'remarks', topic], subject, REMARK_PREFIX + topic, facts, evidence);
    }
  }

  #collectField(
    document: CaseDocument,
    at: DocumentPath,
    subject: SubjectRef,
    field: string,
    facts: CaseFacts,
    evidence: readonly {
      readonly value?: 'true' | 'false' | undefined;
      readonly source: string;
      readonly place: string;
    }[],
  ): void {
    if (typeof facts === 'string') {
      const witnesses = evidence.filter((entry) => entry.value !== 'false');
      if (witnesses.length === 0) {
        this.problems.push(
          document.problemAt(at, {
            code: 'fact-without-source',
            message: `${field} has no source`,
            fix: 'Write it as { value, source, place }, or give the row its evidence.',
          }),
        );
      }
      for (const { source, place } of witnesses)
        this.#add(document, at, subject, field, { value: facts, source, place });
      return;
    }
    [facts].flat().forEach((fact, index) => {
      this.#add(document, [...at, ...(Array.isArray(facts) ? [index] : []), 'value'], subject, field, fact);
    });
  }

  #add(document: CaseDocument, at: DocumentPath, subject: SubjectRef, field: string, statement: Statement): void {
    const refuse = (code: string, message: string, fix: string): void => {
      this.problems.push(document.problemAt(at, { code, message, fix }));
    };
    const { value, source, place, quote, reason } = statement;
    const rank = statement.rank ?? 'normal';
    if (!this.#sources.has(source)) {
      refuse(
        'source-unknown',
        `There is no source "${source}"`,
        'Use the id of a source listed under "sources", in quotes.',
      );
      return;
    }
    if (rank !== 'normal' && reason === undefined) {
      refuse('reason-missing', `The rank ${rank} has no reason`, 'Say in a "reason" why this claim is ranked so.');
    }
    const outcome = fieldOf(subject.kind, field)?.parse(value);
    if (outcome && !outcome.ok) {
      for (const problem of outcome.problems) refuse(problem.code, `${field}: ${problem.message}`, problem.fix);
      return;
    }
    const id = `claim-${this.claims.length + 1}`;
    this.claims.push({
      claim: { id, subject, field, value, source, place, quote: quote ?? null, rank, reason: reason ?? null },
      path: document.path,
    });
  }
}

export const subjectOf = (kind: SubjectKind, id: string): SubjectRef => ({ kind, id });
