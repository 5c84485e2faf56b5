import {
  bestClaim,
  type Claim,
  type Day,
  groupedBy,
  invariant,
  type SourceDates,
  type SubjectKind,
} from '../kernel/index.ts';
import { EXISTS, FIELDS, fieldOf } from './fields.ts';
import type { RegisterRows } from './model.ts';

/** The list of `RegisterRows` that holds the rows of a kind. */
export const LIST_OF = {
  source: 'sources',
  organisation: 'organisations',
  'organisation-name': 'organisationNames',
  house: 'houses',
  'house-membership': 'houseMemberships',
  alliance: 'alliances',
  membership: 'memberships',
  stake: 'stakes',
  resource: 'resources',
  domain: 'domains',
  person: 'people',
  event: 'events',
  measure: 'measures',
  condition: 'conditions',
  workforce: 'workforces',
} as const satisfies Record<SubjectKind, Exclude<keyof RegisterRows, 'claims'>>;

type Row = { readonly id: string };
type ClaimsByField = ReadonlyMap<string, readonly Claim[]>;

/** Claims grouped by subject and field, in their given order. */
export function claimsBySubject(claims: readonly Claim[]): ReadonlyMap<string, ClaimsByField> {
  const bySubject = groupedBy(claims, ({ subject }) => subjectKey(subject.kind, subject.id));
  return new Map([...bySubject].map(([key, group]) => [key, groupedBy(group, (claim) => claim.field)]));
}

export const subjectKey = (kind: SubjectKind, id: string): string => `${kind} ${id}`;

function valueOf(kind: SubjectKind, name: string, claims: readonly Claim[] | undefined, dates: SourceDates): unknown {
  const field = fieldOf(kind, name);
  invariant(field, `${kind} has the field ${name}`);
  const best = claims ? bestClaim(claims, dates) : null;
  if (!best) return field.absent;
  const outcome = field.parse(best.value);
  invariant(outcome.ok, `claim ${best.id} holds a value of ${kind}.${name}`);
  return outcome.value;
}

function isPresent(kind: SubjectKind, fields: ClaimsByField | undefined, dates: SourceDates): boolean {
  if (!fields) return false;
  const existence = fields.get(EXISTS);
  if (existence && bestClaim(existence, dates)) return valueOf(kind, EXISTS, existence, dates) === true;
  for (const claims of fields.values()) if (bestClaim(claims, dates)) return true;
  return false;
}

type Reading = { readonly bySubject: ReadonlyMap<string, ClaimsByField>; readonly dates: SourceDates };

function withValues<R extends Row>(kind: SubjectKind, row: R, { bySubject, dates }: Reading): R {
  const fields = bySubject.get(subjectKey(kind, row.id));
  const values: Record<string, unknown> = {};
  for (const name of Object.keys(FIELDS[kind])) values[name] = valueOf(kind, name, fields?.get(name), dates);
  return { ...row, ...values };
}

/** Kinds whose rows stay while a present row names them, claimed or not. */
const NAMED: readonly SubjectKind[] = ['source', 'organisation', 'house'];

const isStated = (kind: SubjectKind, row: Row, { bySubject, dates }: Reading): boolean =>
  NAMED.includes(kind) || isPresent(kind, bySubject.get(subjectKey(kind, row.id)), dates);

function sourceDates(rows: RegisterRows): SourceDates {
  return new Map<string, Day | null>(rows.sources.map((source) => [source.key, source.date?.latest ?? null]));
}

type Lists = { -readonly [List in Exclude<keyof RegisterRows, 'claims'>]: RegisterRows[List] };

function eachList(rows: RegisterRows, read: (kind: SubjectKind, list: readonly Row[]) => Row[]): Lists {
  const lists = {} as Lists;
  for (const [kind, list] of Object.entries(LIST_OF) as [SubjectKind, keyof Lists][]) {
    Object.assign(lists, { [list]: read(kind, rows[list]) });
  }
  return lists;
}

/** Whether the best claim denies a record of these rows; `rowsFromClaims` leaves such rows out. */
export function denialsIn(rows: RegisterRows): (kind: SubjectKind, id: string) => boolean {
  const bySubject = claimsBySubject(rows.claims);
  const dates = sourceDates(rows);
  return (kind, id) => {
    const existence = bySubject.get(subjectKey(kind, id))?.get(EXISTS);
    return existence !== undefined && valueOf(kind, EXISTS, existence, dates) === false;
  };
}

/** All rows, each field holding the value of its best claim; rows that documents deny are kept. */
export function withBestValues(rows: RegisterRows): RegisterRows {
  const reading = { bySubject: claimsBySubject(rows.claims), dates: sourceDates(rows) };
  return { ...eachList(rows, (kind, list) => list.map((row) => withValues(kind, row, reading))), claims: rows.claims };
}

/**
 * Rows whose every field holds the value of its best claim. With `sources`, only claims of those documents count:
 * a row that none of them states, or that the best of them denies, is absent, and so is a row that hangs on an absent
 * one. Organisations and houses remain where a row that is present names them.
 * @param rows rows in any state of their claimed fields; identity and classification are kept
 * @param sources source keys, or null for all
 */
export function rowsFromClaims(rows: RegisterRows, sources: readonly string[] | null): RegisterRows {
  const admitted = sources === null ? rows.claims : rows.claims.filter((claim) => sources.includes(claim.source));
  const reading = { bySubject: claimsBySubject(admitted), dates: sourceDates(rows) };
  const lists = eachList(rows, (kind, list) =>
    list.filter((row) => isStated(kind, row, reading)).map((row) => withValues(kind, row, reading)),
  );
  return withoutOrphans({ ...lists, claims: admitted }, reading.bySubject);
}

function withoutOrphans(rows: RegisterRows, bySubject: ReadonlyMap<string, ClaimsByField>): RegisterRows {
  const alliances = new Set(rows.alliances.map((alliance) => alliance.id));
  const ofAlliance = (row: { readonly alliance: string | null }): boolean =>
    row.alliance === null || alliances.has(row.alliance);
  const memberships = rows.memberships.filter(ofAlliance);
  const stakes = rows.stakes.filter(ofAlliance);
  const resources = rows.resources.filter(ofAlliance);
  const named = new Set<string | null>([
    ...rows.alliances.map((row) => row.venture),
    ...memberships.map((row) => row.organisation),
    ...stakes.flatMap((row) => [row.issuer, row.holder]),
    ...resources.map((row) => row.organisation),
    ...rows.houseMemberships.map((row) => row.organisation),
    ...rows.people.flatMap((row) => [row.organisation, row.dispatchedFrom, row.dispatchedTo]),
  ]);
  const claimed = (kind: SubjectKind, id: string): boolean => bySubject.has(subjectKey(kind, id));
  const organisations = rows.organisations.filter((row) => named.has(row.id) || claimed('organisation', row.id));
  const houses = new Set(rows.houseMemberships.map((row) => row.house));
  return {
    ...rows,
    organisations,
    houses: rows.houses.filter((row) => houses.has(row.id) || claimed('house', row.id)),
    memberships,
    stakes,
    resources,
    domains: rows.domains.filter(ofAlliance),
  };
}
