import type { CollectionName } from '@entente/contract/register';
import { Outcome } from '@entente/core/kernel';
import type { DatabaseTransaction } from '../platform/database.ts';
import { type Caller, reading } from './changing.commands.ts';
import { findLinks } from './links.store.ts';
import type { ListScope } from './list-conditions.store.ts';
import type { ListCounts } from './list-counts.ts';
import { type ListPlace, placeLength } from './list-orders.store.ts';
import { scopeOf, type ScopeRequest, sortOf } from './list-scopes.commands.ts';
import { countRecords, findRecords, type ListWindow } from './lists.store.ts';
import { cursorMalformed } from './reading.commands.ts';
import { recordAnswer, type WireRecord } from './record.presenter.ts';
import { kindOf } from './record-tables.ts';
import { isUnreadable } from './refusals.store.ts';

/** A list request, judged by the contract. */
export type ListRequest = ScopeRequest & {
  readonly sort: string;
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly offset?: number | undefined;
};

/** What was read, and the version of the workspace at which it holds. */
export type Versioned<T> = { readonly version: string; readonly body: T };

export type Page = {
  readonly items: readonly WireRecord[];
  readonly nextCursor: string | null;
  readonly total: number;
};
type Reads = Pick<Caller, 'database' | 'actor'>;

/** A list's cursor is opaque to clients: the order, and the values of the last record by which it goes on. */
const listCursor = (sort: string, place: ListPlace): string =>
  Buffer.from(JSON.stringify([sort, ...place])).toString('base64url');

function listPlace(sort: string, length: number, cursor: string): Outcome<ListPlace> {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (!Array.isArray(parts) || parts.length !== length + 1) return Outcome.refuse(cursorMalformed);
    const [key, ...place] = parts as unknown[];
    const isPlace = place.every((value) => value === null || (typeof value === 'string' && !value.includes('\0')));
    return key === sort && isPlace ? Outcome.of(place as ListPlace) : Outcome.refuse(cursorMalformed);
  } catch {
    return Outcome.refuse(cursorMalformed);
  }
}

async function found(transaction: DatabaseTransaction, scope: ListScope, window: ListWindow) {
  try {
    return Outcome.of(await findRecords(transaction, scope, window));
  } catch (error) {
    if (window.after !== null && isUnreadable(error)) return Outcome.refuse(cursorMalformed);
    throw error;
  }
}

/** One page or window of a collection, at the workspace's version. */
export function listRecords(
  reads: Reads,
  counts: ListCounts,
  workspaceReference: string,
  collection: CollectionName,
  request: ListRequest,
): Promise<Outcome<Versioned<Page>>> {
  const kind = kindOf(collection);
  return reading(reads, workspaceReference, async (transaction, workspace) => {
    const { limit, cursor, offset = 0 } = request;
    const sort = await sortOf(transaction, kind, request.sort);
    if (!sort.ok) return sort;
    const place = cursor === undefined ? Outcome.of(null) : listPlace(request.sort, placeLength(sort.value), cursor);
    if (!place.ok) return place;
    const scope = await scopeOf(transaction, workspace, collection, request);
    if (!scope.ok) return scope;
    const window = { sort: sort.value, limit, offset, after: place.value };
    const list = await found(transaction, scope.value, window);
    if (!list.ok) return list;
    const { rows, next } = list.value;
    const isWhole = next === null && place.value === null && (offset === 0 || rows.length > 0);
    const total = isWhole
      ? offset + rows.length
      : await counts.countOf(workspace, scope.value, () => countRecords(transaction, scope.value));
    const links = await findLinks(transaction, [{ kind, rows }]);
    const reader = { actor: workspace.viewer, workspaceId: workspace.id, links };
    const items = rows.map((row) => recordAnswer(kind, row, reader));
    const nextCursor = next === null ? null : listCursor(request.sort, next);
    return Outcome.of({ version: workspace.seenVersion, body: { items, nextCursor, total } });
  });
}
