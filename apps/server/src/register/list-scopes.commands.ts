import { COLLECTIONS, type CollectionName } from '@entente/contract/register';
import { EdtfDate, invariant, Outcome, type Problem, type SubjectKind } from '@entente/core/kernel';
import {
  customListField,
  ENTERED,
  filterField,
  isCustomField,
  type ListField,
  type ListFilter,
  listFieldUnknown,
  readListFilter,
  sortFields,
} from '@entente/core/register';
import type { DatabaseTransaction } from '../platform/database.ts';
import { findCustomFields } from './custom-fields.store.ts';
import type { ListCondition, ListScope } from './list-conditions.store.ts';
import type { SortKey } from './list-orders.store.ts';
import { findRecordIds } from './list-references.store.ts';
import { kindOf, type RowKind } from './record-tables.ts';
import { audienceIn, type Workspace } from './workspaces.store.ts';

/** What decides which records are meant, judged by the contract: the filters of the kind beside what every list takes. */
export type ScopeRequest = Readonly<Record<string, unknown>> & {
  readonly filter?: string | readonly string[] | undefined;
  readonly q?: string | undefined;
  readonly asOf?: string | undefined;
  readonly exists?: 'true' | 'false' | 'any' | undefined;
};

/** The workspace's own fields of a kind; claims have none. */
export async function customFieldsOf(transaction: DatabaseTransaction, kind: RowKind): Promise<readonly ListField[]> {
  return kind === 'claim' ? [] : (await findCustomFields(transaction, kind)).map(customListField);
}

const filtersIn = ({ filter }: ScopeRequest): readonly string[] =>
  filter === undefined ? [] : typeof filter === 'string' ? [filter] : filter;

/** Filters that have a parameter of their own, in the form of all others. */
function ownFilters(collection: CollectionName, request: ScopeRequest): readonly ListFilter[] {
  return Object.keys(COLLECTIONS[collection].filters).flatMap((field) => {
    const value = request[field];
    return typeof value === 'string' ? [{ field, operator: 'is' as const, values: [value] }] : [];
  });
}

/** Values joined, or every problem there is. */
function together<T>(outcomes: readonly Outcome<T>[]): Outcome<readonly T[]> {
  const problems = outcomes.flatMap((outcome) => (outcome.ok ? [] : outcome.problems));
  if (problems.length > 0) return Outcome.refuse(...problems);
  return Outcome.of(outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : [])));
}

const unknownRecord = (kind: string, reference: string): Problem => ({
  code: 'record-unknown',
  message: `There is no ${kind} "${reference}" in this workspace`,
  fix: 'Filter by the slug or id of a record that is there.',
});

type Reference = { readonly kind: SubjectKind; readonly reference: string };

/** What a value of a filter leads to; null when its field holds no references. */
function referenceIn(field: ListField, value: string): Reference | null {
  if (field.as === 'reference') return { kind: field.to, reference: value };
  if (field.as !== 'subject' && field.as !== 'subjects') return null;
  const colon = value.indexOf(':');
  return { kind: value.slice(0, colon) as SubjectKind, reference: value.slice(colon + 1) };
}

/** Conditions with ids in place of slugs: one query a kind, however many values. */
async function resolved(
  transaction: DatabaseTransaction,
  conditions: readonly ListCondition[],
): Promise<Outcome<readonly ListCondition[]>> {
  const named = conditions.flatMap(({ field, values }) => values.flatMap((value) => referenceIn(field, value) ?? []));
  const ids = new Map<SubjectKind, ReadonlyMap<string, string>>();
  for (const kind of new Set(named.map((each) => each.kind))) {
    const references = named.filter((each) => each.kind === kind).map(({ reference }) => reference);
    ids.set(kind, await findRecordIds(transaction, kind, references));
  }
  return together(
    conditions.map((condition) => {
      const values = condition.values.map((value): Outcome<string> => {
        const leads = referenceIn(condition.field, value);
        if (leads === null) return Outcome.of(value);
        const id = ids.get(leads.kind)?.get(leads.reference);
        return id === undefined ? Outcome.refuse(unknownRecord(leads.kind, leads.reference)) : Outcome.of(id);
      });
      const known = together(values);
      return known.ok ? Outcome.of({ ...condition, values: known.value }) : known;
    }),
  );
}

const unreadable: Problem = {
  code: 'text-unreadable',
  message: 'The request holds a null character, which no text has',
  fix: 'Send it without.',
};

const isUnreadable = (request: ScopeRequest): boolean =>
  Object.values(request).some((value) => typeof value === 'string' && value.includes('\0'));

/** The records that a request means, as the actor may see them. */
export async function scopeOf(
  transaction: DatabaseTransaction,
  workspace: Workspace,
  collection: CollectionName,
  request: ScopeRequest,
): Promise<Outcome<ListScope>> {
  const kind = kindOf(collection);
  const { exists, q = null } = request;
  const texts = filtersIn(request);
  if (isUnreadable({ ...request, filter: undefined })) return Outcome.refuse(unreadable);
  const day = request.asOf === undefined ? Outcome.of(null) : EdtfDate.asOf(request.asOf);
  if (!day.ok) return day;
  const custom = texts.some((text) => text.startsWith('custom.')) ? await customFieldsOf(transaction, kind) : [];
  const filters = together(texts.map((text) => readListFilter(kind, text, custom)));
  if (!filters.ok) return filters;
  const conditions = [...ownFilters(collection, request), ...filters.value].map((filter): ListCondition => {
    const field = filterField(kind, filter.field, custom);
    invariant(field, `${collection} are filtered by ${filter.field}`);
    return { ...filter, field };
  });
  const known = await resolved(transaction, conditions);
  if (!known.ok) return known;
  return Outcome.of({
    kind,
    audience: audienceIn(workspace),
    stated: exists === undefined || exists === 'any' ? null : exists === 'true',
    conditions: known.value,
    q,
    asOf: day.value,
    ids: null,
  });
}

/** Records chosen one by one, denied ones among them, as far as the actor may see them. */
export const chosenScope = (workspace: Workspace, collection: CollectionName, ids: readonly string[]): ListScope => ({
  kind: kindOf(collection),
  audience: audienceIn(workspace),
  stated: null,
  conditions: [],
  q: null,
  asOf: null,
  ids,
});

/** A field of a list by which its records stand in an order, by name; refused when there is none. */
async function orderedField(
  transaction: DatabaseTransaction,
  kind: RowKind,
  name: string,
): Promise<Outcome<ListField>> {
  const fields = isCustomField(name) ? await customFieldsOf(transaction, kind) : sortFields(kind);
  const field = fields.find((candidate) => candidate.name === name);
  return field === undefined
    ? Outcome.refuse(
        listFieldUnknown(
          name,
          sortFields(kind).map((known) => known.name),
        ),
      )
    : Outcome.of(field);
}

/** The keys of an order as a request writes them: `-start,name`. */
export async function sortOf(
  transaction: DatabaseTransaction,
  kind: RowKind,
  sort: string,
): Promise<Outcome<readonly SortKey[]>> {
  const keys: Outcome<SortKey>[] = [];
  for (const text of sort.split(',')) {
    const descending = text.startsWith('-');
    const name = descending ? text.slice(1) : text;
    const field = name === ENTERED ? Outcome.of(null) : await orderedField(transaction, kind, name);
    keys.push(field.ok ? Outcome.of({ field: field.value, descending }) : field);
  }
  return together(keys);
}
