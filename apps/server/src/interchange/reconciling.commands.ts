import type { ImportPlanEntry } from '@entente/contract/register';
import { groupedBy, type SubjectKind, type SubjectRef } from '@entente/core/kernel';
import type { DatabaseTransaction } from '../platform/database.ts';
import { findClaims } from '../register/claims.store.ts';
import { RECORD_TABLES, type RowKind } from '../register/record-tables.ts';
import { findRecordsBy, type RecordRow } from '../register/records.store.ts';
import { LISTS } from '../register/stored-rows.ts';
import type { Candidate, Load } from './load-parts.ts';
import { aboutChanged, differing, matchedRows, type NewClaim, newClaims, onFound } from './reconciling.ts';
import { changedFacts, type OpenFact } from './stated-facts.ts';
import { findRowsOf } from './reconciling.store.ts';

/** What a table without problems would write into the register as it is now, beside the rows that are certainly new. */
export type Reconciliation = {
  /** Candidates that are not there. */
  readonly added: readonly Candidate[];
  readonly claims: readonly NewClaim[];
  /** Events that are about other records than before. */
  readonly abouts: readonly { readonly event: string; readonly about: readonly SubjectRef[] }[];
  /** Fields without claims that records have otherwise. */
  readonly facts: readonly OpenFact[];
  readonly plan: readonly ImportPlanEntry[];
  readonly isNothing: boolean;
};

/** By which of its references the rows of a kind are looked up; of the other kinds all rows are. */
const LOOKED_UP_BY: Partial<Readonly<Record<RowKind, string>>> = {
  'organisation-name': 'organisation',
  'house-membership': 'house',
  membership: 'alliance',
  stake: 'issuer',
  resource: 'organisation',
  domain: 'alliance',
  workforce: 'organisation',
};

const AT_A_TIME = 5_000;

async function rowsBy(transaction: DatabaseTransaction, kind: RowKind, field: string, ids: readonly string[]) {
  const rows: RecordRow[] = [];
  for (let from = 0; from < ids.length; from += AT_A_TIME) {
    for (const row of await findRecordsBy(transaction, kind, field, ids.slice(from, from + AT_A_TIME))) rows.push(row);
  }
  return rows;
}

async function existingFor(transaction: DatabaseTransaction, candidates: readonly Candidate[]) {
  const existing = new Map<RowKind, readonly RecordRow[]>();
  for (const [kind, wanted] of groupedBy(candidates, (candidate) => candidate.kind)) {
    const field = LOOKED_UP_BY[kind];
    const ids = [...new Set(wanted.map(({ fields }) => fields[field ?? '']).filter((id) => typeof id === 'string'))];
    existing.set(
      kind,
      field === undefined ? await findRowsOf(transaction, kind) : await rowsBy(transaction, kind, field, ids),
    );
  }
  return existing;
}

/** The rows of records that the table names and that are there. */
async function namedRows(transaction: DatabaseTransaction, subjects: readonly SubjectRef[]): Promise<RecordRow[]> {
  const rows: RecordRow[] = [];
  for (const [kind, group] of groupedBy(subjects, (subject) => subject.kind)) {
    for (const row of await rowsBy(transaction, kind, 'id', [...new Set(group.map(({ id }) => id))])) rows.push(row);
  }
  return rows;
}

type Counts = { creates: number; changes: number; outranked: number; unchanged: number };

function planOf(
  { fresh }: Load,
  added: readonly Candidate[],
  found: readonly { readonly kind: SubjectKind; readonly id: string }[],
  claims: readonly NewClaim[],
  altered: ReadonlySet<string>,
): ImportPlanEntry[] {
  const bySubject = groupedBy(claims, ({ subject }) => subject.id);
  const counts = new Map<RowKind, Counts>();
  const of = (kind: RowKind): Counts => {
    const known = counts.get(kind) ?? { creates: 0, changes: 0, outranked: 0, unchanged: 0 };
    counts.set(kind, known);
    return known;
  };
  for (const [kind, count] of Object.entries(fresh) as [RowKind, number][]) if (count > 0) of(kind).creates += count;
  for (const { kind } of added) of(kind).creates += 1;
  const addedIds = new Set(added.map(({ id }) => id));
  for (const { kind, id } of found) {
    if (addedIds.has(id)) continue;
    const stated = bySubject.get(id) ?? [];
    const losing = stated.filter(({ wins }) => !wins).length;
    of(kind).outranked += losing;
    if (losing < stated.length || altered.has(id)) of(kind).changes += 1;
    else of(kind).unchanged += 1;
  }
  const order = LISTS.map(([kind]) => kind);
  return [...counts]
    .filter(([kind]) => kind !== 'claim')
    .sort(([one], [other]) => order.indexOf(one) - order.indexOf(other))
    .map(([kind, count]) => ({ collection: RECORD_TABLES[kind].collection, ...count }));
}

/** Holds what a table states against the register as it is now. */
export async function reconciled(transaction: DatabaseTransaction, load: Load): Promise<Reconciliation> {
  const { candidates, openClaims, source, facts: stated, identified } = load;
  const matched = matchedRows(candidates, await existingFor(transaction, candidates));
  const added = candidates.filter(({ id }) => !matched.has(id));
  const addedIds = new Set(added.map(({ id }) => id));
  const onThere = onFound(openClaims, matched);
  const named = [...onThere.filter(({ subject }) => !addedIds.has(subject.id)), ...stated].map(
    ({ subject }) => subject,
  );
  const foundIds = new Set([...matched.values()].map(({ id }) => id));
  const rest = named.filter(({ id }) => !foundIds.has(id));
  const rows = new Map([...matched.values(), ...(await namedRows(transaction, rest))].map((row) => [row.id, row]));
  const open = differing(onThere, rows);
  const looked = [...new Set(open.map(({ subject }) => subject.id))].filter((id) => rows.has(id));
  const date = source.fields['date'] as string;
  const held = await findClaims(transaction, looked);
  const claims = newClaims(open, rows, held, { key: source.fields['key'] as string, date }, new Set(identified));
  const abouts = candidates.flatMap((candidate) => {
    const row = matched.get(candidate.id);
    const about = row === undefined ? null : aboutChanged(candidate, row);
    return row === undefined || about === null ? [] : [{ event: row.id, about }];
  });
  // What a record refers to may be a candidate that was found.
  const facts = changedFacts(
    stated.map((fact) => {
      const row = typeof fact.value === 'string' ? matched.get(fact.value) : undefined;
      return row === undefined ? fact : { ...fact, value: row.id };
    }),
    rows,
  );
  const found = new Map<string, { readonly kind: SubjectKind; readonly id: string }>();
  for (const { kind, id } of candidates) {
    const row = matched.get(id);
    if (row !== undefined && kind !== 'claim') found.set(row.id, { kind, id: row.id });
  }
  for (const subject of named) found.set(subject.id, subject);
  const altered = new Set([...abouts.map(({ event }) => event), ...facts.map(({ subject }) => subject.id)]);
  const plan = planOf(load, added, [...found.values()], claims, altered);
  const isNothing = plan.every(({ creates }) => creates === 0) && claims.length === 0 && altered.size === 0;
  return { added, claims, abouts, facts, plan, isNothing };
}
