import type { CollectionName } from '@entente/contract/register';
import { EdtfDate, Outcome, type Problem } from '@entente/core/kernel';
import type { DatabaseTransaction } from '../platform/database.ts';
import { type Caller, reading } from './changing.commands.ts';
import { findLinks } from './links.store.ts';
import { findRecords, type ListFilter, type ListPlace, type ListQuery } from './lists.store.ts';
import { kindOf, RECORD_TABLES, type RowKind } from './record-tables.ts';
import {
  entityTag,
  evidenceAnswer,
  isSubjectKind,
  recordAnswer,
  visible,
  type WireRecord,
} from './record.presenter.ts';
import { findRecord, findRecordId, findRecordsBy } from './records.store.ts';
import { recordMissing } from './record-writes.commands.ts';
import { isUnreadable } from './refusals.store.ts';

/** A list request, judged by the contract: the filters of its kind beside what every list takes. */
export type ListRequest = Readonly<Record<string, unknown>> & {
  readonly sort: string;
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly q?: string | undefined;
  readonly asOf?: string | undefined;
};

export type Page = {
  readonly items: readonly WireRecord[];
  readonly nextCursor: string | null;
  readonly total: number;
};
export type Tagged = { readonly etag: string; readonly body: WireRecord };
type Reads = Pick<Caller, 'database' | 'actor'>;

export const cursorMalformed: Problem = {
  code: 'cursor-malformed',
  message: 'The cursor does not lead to a place in this list',
  fix: 'Send the nextCursor of the page before, with the same filters and sort, or none.',
};

/** A cursor is opaque to clients: sort key, its value and the id of the last record. */
export const cursorOf = (sort: string, { value, id }: ListPlace): string =>
  Buffer.from(JSON.stringify([sort, value, id])).toString('base64url');

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function placeOf(sort: string, cursor: string): Outcome<ListPlace> {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (!Array.isArray(parts) || parts.length !== 3) return Outcome.refuse(cursorMalformed);
    const [key, value, id] = parts as unknown[];
    const fits =
      key === sort && typeof value === 'string' && typeof id === 'string' && ID.test(id) && !value.includes('\0');
    return fits ? Outcome.of({ value, id }) : Outcome.refuse(cursorMalformed);
  } catch {
    return Outcome.refuse(cursorMalformed);
  }
}

const SUBJECT_FILTERS: Readonly<Record<string, RowKind>> = {
  organisation: 'organisation',
  alliance: 'alliance',
  person: 'person',
};

/** Filters with ids in place of slugs. */
async function resolvedFilters(
  transaction: DatabaseTransaction,
  kind: RowKind,
  given: Readonly<Record<string, unknown>>,
): Promise<Outcome<readonly ListFilter[]>> {
  const filters: ListFilter[] = [];
  for (const [field, value] of Object.entries(given)) {
    if (typeof value !== 'string') continue;
    const column = RECORD_TABLES[kind].columns.find((candidate) => candidate.field === field);
    const [subjectKind = '', subject = ''] = field === 'subject' && kind === 'claim' ? value.split(':') : [];
    const leadsTo =
      subject !== '' ? (subjectKind as RowKind) : column === undefined ? SUBJECT_FILTERS[field] : column.to;
    if (!leadsTo) {
      filters.push({ field, value });
      continue;
    }
    const id = await findRecordId(transaction, leadsTo, subject === '' ? value : subject);
    if (id === null) {
      return Outcome.refuse({
        code: 'record-unknown',
        message: `There is no ${leadsTo} "${subject === '' ? value : subject}" in this workspace`,
        fix: `Filter by the slug or id of a record that is there.`,
      });
    }
    filters.push({ field, value: id });
  }
  return Outcome.of(filters);
}

async function found(transaction: DatabaseTransaction, kind: RowKind, query: ListQuery) {
  try {
    return Outcome.of(await findRecords(transaction, kind, query));
  } catch (error) {
    if (query.after !== null && isUnreadable(error)) return Outcome.refuse(cursorMalformed);
    throw error;
  }
}

/** One page of a collection. */
export function listRecords(
  reads: Reads,
  workspace: string,
  collection: CollectionName,
  request: ListRequest,
): Promise<Outcome<Page>> {
  const kind = kindOf(collection);
  const { sort, limit, cursor, q = null, asOf, ...given } = request;
  return reading(reads, workspace, async (transaction, { id: workspaceId }) => {
    const place = cursor === undefined ? Outcome.of(null) : placeOf(sort, cursor);
    if (!place.ok) return place;
    const day = asOf === undefined ? Outcome.of(null) : EdtfDate.asOf(asOf);
    if (!day.ok) return day;
    const filters = await resolvedFilters(transaction, kind, given);
    if (!filters.ok) return filters;
    const list = await found(transaction, kind, {
      filters: filters.value,
      q,
      asOf: day.value,
      sort,
      limit,
      after: place.value,
    });
    if (!list.ok) return list;
    const rows = visible(list.value.rows, { actor: reads.actor, workspaceId });
    const links = await findLinks(transaction, [{ kind, rows }]);
    const items = rows.map((row) => recordAnswer(kind, row, { actor: reads.actor, workspaceId, links }));
    const { next, total } = list.value;
    return Outcome.of({ items, nextCursor: next === null ? null : cursorOf(sort, next), total });
  });
}

/** One record, with its claims when they are asked for. */
export function readRecord(
  reads: Reads,
  workspace: string,
  collection: CollectionName,
  record: string,
  withClaims: boolean,
): Promise<Outcome<Tagged>> {
  const kind = kindOf(collection);
  return reading(reads, workspace, async (transaction, { id: workspaceId }) => {
    const row = await findRecord(transaction, kind, record);
    if (row === null || visible([row], { actor: reads.actor, workspaceId }).length === 0)
      return Outcome.refuse(recordMissing);
    const claims =
      withClaims && isSubjectKind(kind) ? await findRecordsBy(transaction, 'claim', 'subject', [row.id]) : [];
    const links = await findLinks(transaction, [
      { kind, rows: [row] },
      { kind: 'claim', rows: claims },
    ]);
    const reader = { actor: reads.actor, workspaceId, links };
    const evidence = withClaims && isSubjectKind(kind) ? evidenceAnswer(claims, reader) : {};
    return Outcome.of({ etag: entityTag(row.version), body: { ...recordAnswer(kind, row, reader), ...evidence } });
  });
}
