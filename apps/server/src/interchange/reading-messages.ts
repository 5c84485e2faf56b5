import type { ImportRowsAnswer } from '@entente/contract/register';
import type { Problem } from '@entente/core/kernel';
import type { NewRow } from '../register/load-rows.ts';
import type { RowKind } from '../register/record-tables.ts';
import type { Candidate, FreshRows, OpenClaim } from './load-parts.ts';
import type { ReadingRequest } from './reading.ts';
import type { ShownReading } from './reading.presenter.ts';
import type { OpenFact } from './stated-facts.ts';

export type PreviewQuery = { readonly offset: number; readonly limit: number; readonly only?: 'problems' | undefined };

/** What a table without problems comes to, beside the rows that are certainly new: these are asked for one by one. */
export type Load = {
  readonly candidates: readonly Candidate[];
  readonly openClaims: readonly OpenClaim[];
  readonly fresh: Readonly<Partial<Record<RowKind, number>>>;
  readonly source: NewRow;
  readonly facts: readonly OpenFact[];
  /** Ids of records that the table names by their ids. */
  readonly identified: readonly string[];
};

export type ToWorker =
  | { readonly kind: 'read'; readonly request: ReadingRequest & { readonly today: string } }
  | { readonly kind: 'preview'; readonly query: PreviewQuery }
  | { readonly kind: 'rewind' }
  | { readonly kind: 'next' };

export type ToDesk =
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'read'; readonly shown: ShownReading; readonly load: Load | null }
  | { readonly kind: 'preview'; readonly page: ImportRowsAnswer }
  | { readonly kind: 'rows'; readonly batch: FreshRows | null }
  | { readonly kind: 'failed'; readonly message: string; readonly stack: string };
