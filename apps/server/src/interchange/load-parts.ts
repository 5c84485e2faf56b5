import type { ClaimSeries, JudgedTable, RowPortion } from '@entente/core/interchange';
import type { Claim, SubjectRef } from '@entente/core/kernel';
import { emptyRows, type RegisterRows } from '@entente/core/register';
import { type ColumnArray, columnArrays, eventSubjectArrays } from '../register/column-arrays.ts';
import { RowsToLoad, type NewRow } from '../register/load-rows.ts';
import { type Column, RECORD_TABLES, type RowKind } from '../register/record-tables.ts';
import { StoredIds } from '../register/stored-ids.ts';
import { LISTS } from '../register/stored-rows.ts';
import { type OpenFact, storedFacts } from './stated-facts.ts';

/** A row that may be in the register already: all it refers to is. */
export type Candidate = NewRow & { readonly kind: RowKind; readonly about: readonly SubjectRef[] | null };

/** A value that the table states of a record that is, or may be, in the register already. */
export type OpenClaim = {
  readonly id: string;
  readonly subject: SubjectRef;
  readonly field: string;
  readonly value: string;
  readonly place: string;
};

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

/** Rows of one kind that are certainly new, or what events are about, ready to be written. */
export type FreshRows = {
  readonly kind: RowKind | 'event-subject';
  readonly count: number;
  readonly columns: readonly ColumnArray[];
};

/** Rows in their order, of which some are taken at a time. */
type Series = Iterable<{ readonly id: string }> &
  Pick<ClaimSeries, 'length'> & {
    readonly slice: (from: number, to: number) => readonly { readonly id: string }[];
  };

type IsKnown = (kind: RowKind, id: string) => boolean;

const ROWS_AT_A_TIME = 5_000;

/** The field by which rows of a kind refer to others of it. */
const OWN_REFERENCE: Partial<Readonly<Record<RowKind, string>>> = { source: 'within', alliance: 'endedInto' };

const keyOf = ({ kind, id }: { readonly kind: RowKind; readonly id: string }): string => `${kind} ${id}`;

/** The columns of each kind that refer to records. */
const REFERENCES: ReadonlyMap<RowKind, readonly Column[]> = new Map(
  Object.values(RECORD_TABLES).map(({ kind, columns }) => [
    kind,
    columns.filter(({ as, to }) => as === 'subject' || to !== null),
  ]),
);

/** Whether all records that a row refers to are there. */
function refersToKnown(kind: RowKind, row: { readonly id: string }, isKnown: IsKnown): boolean {
  const fields = row as Readonly<Record<string, unknown>>;
  for (const { field, as, to } of REFERENCES.get(kind) ?? []) {
    const value = fields[field];
    if (as === 'subject') {
      const subject = value as SubjectRef;
      if (!isKnown(subject.kind, subject.id)) return false;
    } else if (to !== null && typeof value === 'string' && !isKnown(to, value)) return false;
  }
  return (
    kind !== 'event' || ((fields['about'] ?? []) as readonly SubjectRef[]).every((each) => isKnown(each.kind, each.id))
  );
}

/** Kinds of which a row is new when its name is: names that are known were resolved before. */
const NEW_BY_NAME: readonly RowKind[] = ['organisation', 'house', 'alliance'];

/** Kinds to whose rows later portions refer. */
const REFERRED_TO: readonly RowKind[] = ['source', ...NEW_BY_NAME];

/**
 * The rows that a table comes to, parted into those that are new whatever the register holds, and those that may be in it
 * already. The new ones are many: they are counted when they are seen first, and made when they are written.
 */
export class LoadParts {
  readonly #candidates: Candidate[] = [];
  readonly #openClaims: OpenClaim[] = [];
  readonly #fresh: Partial<Record<RowKind, number>> = {};
  /** Of the rows that were named before the new ones are made: the table itself, and what facts refer to. */
  readonly #promised = new StoredIds();
  readonly #today: string;
  #source: NewRow = { id: '', fields: {} };

  constructor(today: string) {
    this.#today = today;
  }

  /** Takes note of a portion of the rows; `linked` are records that are there and that they refer to. */
  look(portion: RowPortion, linked: ReadonlyMap<string, SubjectRef>): void {
    const { rows, claims } = portion;
    const isKnown = (kind: RowKind, id: string): boolean => linked.has(`${kind} ${id}`);
    const [source] = rows.sources;
    const open = openRows(rows, source, isKnown);
    for (const [kind, list] of LISTS) if (kind !== 'claim') this.#count(kind, rows[list].length);
    if (source !== undefined) {
      this.#count('source', -1);
      this.#source = this.#tableAs(source);
    }
    const isOpen = openClaim(open, isKnown);
    if (open.size === 0 && linked.size === 0) return this.#count('claim', claims.length);
    const loading = new RowsToLoad(rows, isKnown, { ids: new StoredIds(this.#promised), claims: claimsOf(portion) });
    for (const [kind, list] of LISTS) {
      if (kind === 'claim') continue;
      const all: readonly { readonly id: string }[] = rows[list];
      for (const row of all) {
        if (!open.has(`${kind} ${row.id}`)) continue;
        const about = kind === 'event' ? (row as unknown as { about: readonly SubjectRef[] }).about : null;
        const candidate = { kind, about, ...loading.storedRow(kind, row) };
        this.#promised.keep(kind, row.id, candidate.id);
        this.#candidates.push(candidate);
        this.#count(kind, -1);
      }
    }
    for (const claim of claims) {
      if (!isOpen(claim)) {
        this.#count('claim', 1);
        continue;
      }
      const { subject, field, value, place } = claim;
      const stored = { kind: subject.kind, id: loading.idOf(subject.kind, subject.id) };
      this.#openClaims.push({ id: this.#promised.next('claim'), subject: stored, field, value, place });
    }
  }

  #tableAs(source: RegisterRows['sources'][number]): NewRow {
    const loading = new RowsToLoad({ ...emptyRows(), sources: [source] }, () => false, { ids: this.#promised });
    const { id, fields } = loading.storedRow('source', source);
    return { id, fields: { ...fields, date: this.#today } };
  }

  #count(kind: RowKind, rows: number): void {
    this.#fresh[kind] = (this.#fresh[kind] ?? 0) + rows;
  }

  /** What the table comes to beside the new rows. */
  load({ linked, facts, identified }: JudgedTable): Load {
    const known = new Set(linked.map(keyOf));
    const idOf = (kind: RowKind, id: string): string =>
      known.has(`${kind} ${id}`) ? id : this.#promised.give(kind, id);
    return {
      candidates: this.#candidates,
      openClaims: this.#openClaims,
      fresh: this.#fresh,
      source: this.#source,
      facts: storedFacts(facts, idOf),
      identified,
    };
  }

  /**
   * The new rows in an order in which they can be written, some at a time: what a row refers to stands before it, and what
   * events are about before the claims.
   */
  *freshRows({ linked, again }: JudgedTable): Generator<FreshRows> {
    const known = new Set(linked.map(keyOf));
    const isKnown = (kind: RowKind, id: string): boolean => known.has(`${kind} ${id}`);
    const ids = new StoredIds(this.#promised);
    for (const portion of again()) {
      const loading = new RowsToLoad(portion.rows, isKnown, { ids, claims: claimsOf(portion) });
      yield* freshIn(portion, isKnown, known.size > 0, loading);
      for (const [kind] of LISTS) if (!REFERRED_TO.includes(kind)) ids.forget(kind);
    }
  }
}

/** The rows that may be in the register already: those that are not new by their name, and all they refer to is there. */
function openRows(
  rows: RegisterRows,
  table: RegisterRows['sources'][number] | undefined,
  isKnown: IsKnown,
): ReadonlySet<string> {
  const open = new Set<string>();
  for (const [kind, list] of LISTS) {
    if (kind === 'claim' || NEW_BY_NAME.includes(kind)) continue;
    for (const row of rows[list]) if (row !== table && refersToKnown(kind, row, isKnown)) open.add(`${kind} ${row.id}`);
  }
  return open;
}

/** The new rows of a portion, kind by kind. */
function* freshIn(
  portion: RowPortion,
  isKnown: IsKnown,
  isAnyKnown: boolean,
  loading: RowsToLoad,
): Generator<FreshRows> {
  const { rows, claims } = portion;
  const [table] = rows.sources;
  const open = openRows(rows, table, isKnown);
  const isOpen = openClaim(open, isKnown);
  for (const [kind, list] of LISTS) {
    if (kind === 'claim') {
      const isAllNew = open.size === 0 && !isAnyKnown;
      yield* subjectsOf(loading, open);
      yield* batchesOf(kind, isAllNew ? claims : [...claims].filter((claim) => !isOpen(claim)), loading);
      continue;
    }
    const all: readonly { readonly id: string }[] = rows[list];
    const isAllNew = open.size === 0 && kind !== 'source';
    const isFresh = (row: { readonly id: string }): boolean => row !== table && !open.has(`${kind} ${row.id}`);
    yield* batchesOf(kind, isAllNew ? all : all.filter(isFresh), loading);
  }
}

function* subjectsOf(loading: RowsToLoad, open: ReadonlySet<string>): Generator<FreshRows> {
  const subjects = loading.eventSubjects((event) => !open.has(`event ${event}`));
  if (subjects.length > 0)
    yield { kind: 'event-subject', count: subjects.length, columns: eventSubjectArrays(subjects) };
}

function* batchesOf(kind: RowKind, list: Series, loading: RowsToLoad): Generator<FreshRows> {
  // Rows that refer to rows of their own table are written by one statement.
  const own = OWN_REFERENCE[kind];
  const isOne = own !== undefined && [...list].some((row) => (row as Readonly<Record<string, unknown>>)[own] !== null);
  // As many in each statement, so that none is left with a few.
  const step = isOne ? list.length : Math.ceil(list.length / Math.ceil(list.length / ROWS_AT_A_TIME));
  for (let from = 0; from < list.length; from += step) {
    const rows = list.slice(from, from + step).map((row) => loading.storedRow(kind, row));
    yield { kind, count: rows.length, columns: columnArrays(kind, rows) };
  }
}

const openClaim =
  (open: ReadonlySet<string>, isKnown: IsKnown) =>
  ({ subject }: Claim): boolean =>
    open.has(keyOf(subject)) || isKnown(subject.kind, subject.id);

/** The claims by which rows are other than they seem: all of them, or none. */
const claimsOf = ({ claims, laterClaims, deniesOrAdds }: RowPortion): Iterable<Claim> =>
  deniesOrAdds ? [...claims, ...laterClaims] : [];
