import {
  type CollectionName,
  KIND_OF,
  type ViewAnswer,
  type ViewChange,
  type ViewCreation,
  type ViewDefinition,
} from '@entente/contract/register';
import { can } from '@entente/core/accounts';
import { Outcome, type Problem } from '@entente/core/kernel';
import {
  ENTERED,
  groupFields,
  listColumns,
  type ListField,
  listFieldUnknown,
  readListFilter,
  sortFields,
} from '@entente/core/register';
import type { DatabaseTransaction } from '../platform/database.ts';
import { arranging, type Caller, reading, required } from './changing.commands.ts';
import { customFieldsOf } from './list-scopes.commands.ts';
import { entityTag } from './record.presenter.ts';
import { recordMissing, staleVersion, type Target } from './record-writes.commands.ts';
import type { StoredAnswer } from './stored-answer.ts';
import {
  countOwnViews,
  findOwnView,
  findView,
  findViews,
  insertView,
  removeView,
  updateView,
  type ViewRow,
} from './views.store.ts';
import type { Workspace } from './workspaces.store.ts';

type Reads = Pick<Caller, 'database' | 'actor'>;

/** A view that was saved before groups were part of views has them as a plain table has. */
const viewAnswer = ({ definition, ...row }: ViewRow): ViewAnswer => ({
  ...row,
  definition: { ...definition, opened: definition.opened ?? null },
  abilities: { change: row.mine, remove: row.mine },
});

/** The most views that one person keeps in a workspace. */
const MOST_VIEWS = 200;

const viewsFull: Problem = {
  code: 'views-full',
  message: `You keep ${MOST_VIEWS} views in this workspace, which is the most`,
  fix: 'Remove views that you no longer use.',
};

/** Names among which each must be, with what is said of one that is not. */
function unknownNames(names: readonly string[], known: readonly string[], pointer: (at: number) => string): Problem[] {
  return names.flatMap((name, at) =>
    known.includes(name) ? [] : [{ ...listFieldUnknown(name, known), pointer: `/definition/${pointer(at)}` }],
  );
}

const namesOf = (fields: readonly ListField[]): readonly string[] => fields.map(({ name }) => name);

/** Whether a table of the collection can be shown so; a view that cannot be read again is not kept. */
function definitionProblems(
  collection: CollectionName,
  { columns, filters, sort, group }: ViewDefinition,
  custom: readonly ListField[],
): readonly Problem[] {
  const kind = KIND_OF[collection];
  const keys = sort === '' ? [] : sort.split(',').map((key) => key.replace(/^-/, ''));
  return [
    ...unknownNames(columns, namesOf([...listColumns(kind), ...custom]), (at) => `columns/${at}`),
    ...unknownNames(keys, [ENTERED, ...namesOf([...sortFields(kind), ...custom])], () => 'sort'),
    ...unknownNames(group === null ? [] : [group], namesOf([...groupFields(kind), ...custom]), () => 'group'),
    ...filters.flatMap((text, at) => {
      const filter = readListFilter(kind, text, custom);
      const pointer = `/definition/filters/${at}`;
      return filter.ok ? [] : filter.problems.map((problem) => ({ ...problem, pointer }));
    }),
  ];
}

async function judged(
  transaction: DatabaseTransaction,
  collection: CollectionName,
  definition: ViewDefinition,
): Promise<Outcome<ViewDefinition>> {
  const custom = await customFieldsOf(transaction, KIND_OF[collection]);
  const problems = definitionProblems(collection, definition, custom);
  return problems.length === 0 ? Outcome.of(definition) : Outcome.refuse(...problems);
}

/** Views are shared by those who may write the register; those of others stay their own. */
const sharedAs = ({ id, viewer }: Workspace, shared: boolean): boolean =>
  shared && can(viewer, 'register.write', { workspaceId: id });

/** The actor's views and those shared with them. */
export function listViews(
  reads: Reads,
  workspace: string,
  collection: CollectionName | null,
): Promise<Outcome<{ readonly items: readonly ViewAnswer[] }>> {
  return reading(reads, workspace, async (transaction) => {
    const rows = await findViews(transaction, collection);
    return Outcome.of({ items: rows.map(viewAnswer) });
  });
}

/** Saves a view. */
export function createView(caller: Caller, workspace: string, body: ViewCreation): Promise<Outcome<StoredAnswer>> {
  return arranging(caller, workspace, async (transaction, found) => {
    const definition = required(await judged(transaction, body.collection, body.definition));
    if ((await countOwnViews(transaction)) >= MOST_VIEWS) return Outcome.refuse(viewsFull);
    const row = await insertView(transaction, { ...body, definition, shared: sharedAs(found, body.shared) });
    const location = `/api/v1/workspaces/${found.slug}/views/${row.id}`;
    return Outcome.of({ status: 201, headers: { etag: entityTag(row.version), location }, body: viewAnswer(row) });
  });
}

const othersView: Problem = {
  code: 'view-of-another',
  message: 'Somebody else made this view',
  fix: 'Save it under a name of your own, and change that.',
};

/** A view of the actor's own at the version that they have read. */
async function ownView(transaction: DatabaseTransaction, { record, version }: Target): Promise<Outcome<ViewRow>> {
  const own = await findOwnView(transaction, record);
  if (own === null) {
    return Outcome.refuse((await findView(transaction, record)) === null ? recordMissing : othersView);
  }
  return own.version === version ? Outcome.of(own) : Outcome.refuse(staleVersion(version, own.version));
}

/** Changes a view of the actor's own; what is not given stays. */
export function changeView(
  caller: Caller,
  workspace: string,
  target: Target,
  { name, shared, definition }: ViewChange,
): Promise<Outcome<StoredAnswer>> {
  return arranging(caller, workspace, async (transaction, found) => {
    const before = required(await ownView(transaction, target));
    const row = await updateView(transaction, before.id, {
      name: name ?? before.name,
      shared: shared === undefined ? before.shared : sharedAs(found, shared),
      definition:
        definition === undefined
          ? before.definition
          : required(await judged(transaction, before.collection, definition)),
    });
    return Outcome.of({ status: 200, headers: { etag: entityTag(row.version) }, body: viewAnswer(row) });
  });
}

/** Removes a view of the actor's own. */
export function deleteView(caller: Caller, workspace: string, target: Target): Promise<Outcome<StoredAnswer>> {
  return arranging(caller, workspace, async (transaction) => {
    const { id } = required(await ownView(transaction, target));
    await removeView(transaction, id);
    return Outcome.of({ status: 204, headers: {}, body: null });
  });
}
