import type { Collection } from '@entente/contract/register';
import { type Actor, can } from '@entente/core/accounts';
import { discrepanciesAmong } from '@entente/core/evidence';
import type { Claim, Rank, SubjectKind, SubjectRef } from '@entente/core/kernel';
import { valuesDiffer } from '@entente/core/register';
import { type Links, linkKey } from './links.store.ts';
import { type Column, RECORD_TABLES, type RowKind } from './record-tables.ts';
import type { FieldValue, RecordRow } from './records.store.ts';

/** What a presenter knows beside the row: who reads, where, and what mentioned records are called. */
export type Reader = { readonly actor: Actor; readonly workspaceId: string; readonly links: Links };

export type WireRecord = Readonly<Record<string, unknown>>;

const subjectLink = (links: Links, { kind, id }: SubjectRef): WireRecord => ({
  kind,
  id,
  ...(links.get(linkKey(kind, id)) ?? { slug: null, name: null }),
});

function recordLink(links: Links, kind: RowKind, id: string): WireRecord {
  return { id, ...(links.get(linkKey(kind, id)) ?? { slug: null, name: null }) };
}

function wireValue({ as, to }: Column, value: FieldValue | undefined, links: Links): unknown {
  if (value === undefined || value === null) return as === 'map' ? {} : null;
  if (as === 'subject') return subjectLink(links, value as SubjectRef);
  return as === 'reference' && to !== null ? recordLink(links, to, value as string) : value;
}

/** Whether the row's own nature admits a change by hand; an entry source stands for what was typed in. */
function isEditable(kind: RowKind, row: RecordRow): boolean {
  return !(kind === 'source' && row.fields['kind'] === 'entry');
}

/** A record as its reader may see it. */
export function recordAnswer(kind: RowKind, row: RecordRow, { actor, workspaceId, links }: Reader): WireRecord {
  const mayWrite = can(actor, 'register.write', { workspaceId, class: row.class }) && isEditable(kind, row);
  const fields = RECORD_TABLES[kind].columns.map((column): [string, unknown] => [
    column.field,
    wireValue(column, row.fields[column.field], links),
  ]);
  const { about } = row.fields;
  return {
    id: row.id,
    version: row.version,
    class: row.class,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    abilities: { change: mayWrite, remove: mayWrite },
    ...Object.fromEntries(fields),
    ...(kind === 'event'
      ? { about: ((about ?? []) as readonly SubjectRef[]).map((it) => subjectLink(links, it)) }
      : {}),
  };
}

/** The rows that the reader may see at all. */
export function visible<R extends RecordRow>(rows: readonly R[], { actor, workspaceId }: Omit<Reader, 'links'>): R[] {
  return rows.filter((row) => can(actor, 'register.read', { workspaceId, class: row.class }));
}

/** A claim's row as the core reads it. */
function claimOf(row: RecordRow, links: Links): Claim {
  const { subject, field, value, source, place, quote, rank, reason } = row.fields;
  return {
    id: row.id,
    subject: subject as SubjectRef,
    field: field as string,
    value: value as string,
    source: links.get(linkKey('source', source as string))?.slug ?? '',
    place: place as string,
    quote: quote as string | null,
    rank: rank as Rank,
    reason: reason as string | null,
  };
}

/** Claims and what disagrees among them. */
export function evidenceAnswer(
  claims: readonly RecordRow[],
  reader: Reader,
): { claims: WireRecord[]; discrepancies: WireRecord[] } {
  const seen = visible(claims, reader);
  const disagreeing = discrepanciesAmong(
    seen.map((row) => claimOf(row, reader.links)),
    valuesDiffer,
  );
  return {
    claims: seen.map((row) => recordAnswer('claim', row, reader)),
    discrepancies: disagreeing.map(({ subject, field, claims: against }) => ({
      subject: subjectLink(reader.links, subject),
      field,
      claims: against.map((claim) => claim.id),
    })),
  };
}

/** The entity tag of a version, as `ETag` and `If-Match` carry it. */
const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** A record as a link to it. */
export const linkOf = ({ id, fields }: RecordRow): { id: string; slug: string | null; name: string | null } => ({
  id,
  slug: textOf(fields['slug']),
  name: textOf(fields['name']),
});

export const entityTag = (version: number): string => `"${version}"`;

/** Where a record is found. */
export const addressOf = (workspace: string, collection: Collection['name'], id: string): string =>
  `/api/v1/workspaces/${workspace}/${collection}/${id}`;

export const isSubjectKind = (kind: RowKind): kind is SubjectKind => kind !== 'claim';
