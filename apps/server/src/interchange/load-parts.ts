import type { ClaimSeries, StatedFact } from '@entente/core/interchange';
import type { Claim, SubjectRef } from '@entente/core/kernel';
import type { RegisterRows } from '@entente/core/register';
import { type ColumnArray, columnArrays, eventSubjectArrays } from '../register/column-arrays.ts';
import { RowsToLoad, type EventSubject, type NewRow } from '../register/load-rows.ts';
import { orderedIds } from '../register/ordered-ids.ts';
import { RECORD_TABLES, type RowKind } from '../register/record-tables.ts';
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

const ROWS_AT_A_TIME = 2_500;

/** The field by which rows of a kind refer to others of it. */
const OWN_REFERENCE: Partial<Readonly<Record<RowKind, string>>> = { source: 'within', alliance: 'endedInto' };

const keyOf = ({ kind, id }: { readonly kind: RowKind; readonly id: string }): string => `${kind} ${id}`;

/** The records that a row refers to. */
function referred(kind: RowKind, row: Readonly<Record<string, unknown>>): { kind: RowKind; id: string }[] {
  const named = RECORD_TABLES[kind].columns.flatMap(({ field, as, to }) => {
    const value = row[field];
    if (as === 'subject') return [value as SubjectRef];
    return to === null || typeof value !== 'string' ? [] : [{ kind: to, id: value }];
  });
  return kind === 'event' ? [...named, ...((row['about'] ?? []) as readonly SubjectRef[])] : named;
}

/** Kinds of which a row is new when its name is: names that are known were resolved before. */
const NEW_BY_NAME: readonly RowKind[] = ['organisation', 'house', 'alliance'];

/**
 * The rows that a table comes to, parted into those that are new whatever the register holds, and those that may be in it
 * already.
 */
export class LoadParts {
  readonly candidates: readonly Candidate[];
  readonly openClaims: readonly OpenClaim[];
  /** How many rows are new by kind. */
  readonly fresh: Readonly<Partial<Record<RowKind, number>>>;
  /** The source that the table is. */
  readonly source: NewRow;
  readonly #lists: ReadonlyMap<RowKind, Series>;
  readonly #loading: RowsToLoad;
  readonly #subjects: readonly EventSubject[];

  constructor(rows: RegisterRows, claims: ClaimSeries, linked: readonly SubjectRef[], today: string) {
    const known = new Set(linked.map(keyOf));
    const isKnown = (kind: RowKind, id: string): boolean => known.has(`${kind} ${id}`);
    this.#loading = new RowsToLoad(rows, isKnown, { claims });
    const open = new Set<string>();
    const [tableSource] = rows.sources;
    for (const [kind, list] of LISTS) {
      if (kind === 'claim' || NEW_BY_NAME.includes(kind)) continue;
      for (const row of rows[list]) {
        if (row === tableSource) continue;
        if (referred(kind, row).every((each) => isKnown(each.kind, each.id))) open.add(`${kind} ${row.id}`);
      }
    }
    const isOpen = ({ subject }: Claim): boolean => open.has(keyOf(subject)) || isKnown(subject.kind, subject.id);
    const lists = new Map<RowKind, Series>();
    const candidates: Candidate[] = [];
    const isNew = open.size === 0 && known.size === 0;
    for (const [kind, list] of LISTS) {
      if (kind === 'claim') {
        lists.set(kind, isNew ? claims : [...claims].filter((claim) => !isOpen(claim)));
        continue;
      }
      const all: readonly { readonly id: string }[] = rows[list];
      const isFresh = (row: { readonly id: string }): boolean => row !== tableSource && !open.has(`${kind} ${row.id}`);
      lists.set(kind, isNew && kind !== 'source' ? all : all.filter(isFresh));
      if (open.size === 0) continue;
      for (const row of all) {
        if (!open.has(`${kind} ${row.id}`)) continue;
        const about = kind === 'event' ? (row as unknown as { about: readonly SubjectRef[] }).about : null;
        candidates.push({ kind, about, ...this.#loading.storedRow(kind, row) });
      }
    }
    this.#lists = lists;
    this.candidates = candidates;
    const nextId = orderedIds();
    this.openClaims = (isNew ? [] : [...claims].filter(isOpen)).map(({ subject, field, value, place }) => ({
      id: nextId(),
      subject: { kind: subject.kind, id: this.#loading.idOf(subject.kind, subject.id) },
      field,
      value,
      place,
    }));
    this.fresh = Object.fromEntries([...lists].map(([kind, list]) => [kind, list.length]));
    const source = tableSource === undefined ? { id: '', fields: {} } : this.#loading.storedRow('source', tableSource);
    this.source = { id: source.id, fields: { ...source.fields, date: today } };
    const openEvents = new Set(candidates.filter(({ kind }) => kind === 'event').map(({ id }) => id));
    this.#subjects = this.#loading.eventSubjects().filter(({ event }) => !openEvents.has(event));
  }

  /** Facts with the ids under which the records they name are, or will be, stored. */
  factsOf(facts: readonly StatedFact[]): readonly OpenFact[] {
    return storedFacts(facts, (kind, id) => this.#loading.idOf(kind, id));
  }

  /** The new rows in the order in which they can be written, some at a time; before the claims what events are about. */
  *freshRows(): Generator<FreshRows> {
    for (const [kind, list] of this.#lists) {
      if (kind === 'claim' && this.#subjects.length > 0)
        yield { kind: 'event-subject', count: this.#subjects.length, columns: eventSubjectArrays(this.#subjects) };
      // Rows that refer to rows of their own table are written by one statement.
      const own = OWN_REFERENCE[kind];
      const isOne =
        own !== undefined && [...list].some((row) => (row as Readonly<Record<string, unknown>>)[own] !== null);
      const step = isOne ? list.length : ROWS_AT_A_TIME;
      for (let from = 0; from < list.length; from += step) {
        const rows = list.slice(from, from + step).map((row) => this.#loading.storedRow(kind, row));
        yield { kind, count: rows.length, columns: columnArrays(kind, rows) };
      }
    }
  }
}
