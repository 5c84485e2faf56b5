import type { DomainTermAnswer, DomainTermChange, DomainTermCreation } from '@entente/contract/register';
import { can } from '@entente/core/accounts';
import { Outcome, type Problem } from '@entente/core/kernel';
import { type DomainTerm, type TermFault, termFaults } from '@entente/core/register';
import type { DatabaseTransaction } from '../platform/database.ts';
import { arranging, type Caller, reading, required } from './changing.commands.ts';
import {
  type DomainTermRow,
  findDomainTerm,
  findDomainTerms,
  insertDomainTerm,
  insertMissingTerms,
  lockDimension,
  removeDomainTerm,
  updateDomainTerm,
} from './domain-terms.store.ts';
import { entityTag } from './record.presenter.ts';
import { recordMissing, staleVersion, type Target } from './record-writes.commands.ts';
import type { StoredAnswer } from './stored-answer.ts';
import type { Workspace } from './workspaces.store.ts';

function answerOf(row: DomainTermRow, { id, viewer }: Workspace): DomainTermAnswer {
  const may = can(viewer, 'workspace.configure', { workspaceId: id });
  return { ...row, abilities: { change: may, remove: may } };
}

const FAULTS: Readonly<Record<TermFault['code'], Pick<Problem, 'message' | 'fix' | 'pointer'>>> = {
  'domain-term-taken': {
    message: 'The dimension has this term already',
    fix: 'Choose another name, or move the term that is there.',
    pointer: '/term',
  },
  'domain-term-unknown': {
    message: 'The dimension has no such broader term',
    fix: 'Add the broader term first, or choose one that is there.',
    pointer: '/broader',
  },
  'domain-term-circular': {
    message: 'The term would lie, over others, below itself',
    fix: 'Choose a term that does not lie below this one.',
    pointer: '/broader',
  },
};

const inUse: Problem = {
  code: 'domain-term-in-use',
  message: 'Other terms lie below this one',
  fix: 'Move or remove those first.',
};

/** What speaks against a term among the others of its dimension. */
function faultsOf(others: readonly DomainTerm[], term: DomainTerm): readonly Problem[] {
  const list = [...others, term];
  return termFaults(list)
    .filter(({ index }) => index === list.length - 1)
    .map(({ code }) => ({ code, ...FAULTS[code] }));
}

/** The workspace's classification of domains. */
export function listDomainTerms(
  reads: Pick<Caller, 'database' | 'actor'>,
  workspace: string,
): Promise<Outcome<{ readonly items: readonly DomainTermAnswer[] }>> {
  return reading(reads, workspace, async (transaction, found) => {
    const rows = await findDomainTerms(transaction);
    return Outcome.of({ items: rows.map((row) => answerOf(row, found)) });
  });
}

/** Adds a term, below another one or at the top. */
export function createDomainTerm(
  caller: Caller,
  workspace: string,
  body: DomainTermCreation,
): Promise<Outcome<StoredAnswer>> {
  return arranging(caller, workspace, async (transaction, found) => {
    await lockDimension(transaction, body.dimension);
    const problems = faultsOf(await findDomainTerms(transaction), body);
    if (problems.length > 0) return Outcome.refuse(...problems);
    const row = await insertDomainTerm(transaction, body);
    const location = `/api/v1/workspaces/${found.slug}/domain-terms/${row.id}`;
    const headers = { etag: entityTag(row.version), location };
    return Outcome.of({ status: 201, headers, body: answerOf(row, found) });
  });
}

/** The term as it was read, with all of its dimension held still. */
async function atVersion(
  transaction: DatabaseTransaction,
  { record, version }: Target,
): Promise<Outcome<DomainTermRow>> {
  const seen = await findDomainTerm(transaction, record);
  if (seen === null) return Outcome.refuse(recordMissing);
  await lockDimension(transaction, seen.dimension);
  const row = await findDomainTerm(transaction, record);
  if (row === null) return Outcome.refuse(recordMissing);
  return row.version === version ? Outcome.of(row) : Outcome.refuse(staleVersion(version, row.version));
}

/** Renames a term, or puts it with all that lies below it under another one. */
export function changeDomainTerm(
  caller: Caller,
  workspace: string,
  target: Target,
  { term, broader, reason }: DomainTermChange,
): Promise<Outcome<StoredAnswer>> {
  return arranging(caller, workspace, async (transaction, found) => {
    const before = required(await atVersion(transaction, target));
    const after: DomainTerm = {
      dimension: before.dimension,
      term: term ?? before.term,
      broader: broader === undefined ? before.broader : broader,
      reason: reason === undefined ? before.reason : reason,
    };
    const others = (await findDomainTerms(transaction))
      .filter(({ id }) => id !== before.id)
      // Those below it keep it as their broader term under its new name.
      .map((each) =>
        each.dimension === before.dimension && each.broader === before.term ? { ...each, broader: after.term } : each,
      );
    const problems = faultsOf(others, after);
    if (problems.length > 0) return Outcome.refuse(...problems);
    const row = await updateDomainTerm(transaction, before.id, after);
    return Outcome.of({ status: 200, headers: { etag: entityTag(row.version) }, body: answerOf(row, found) });
  });
}

/** Removes a term under which no other lies. Domains that name it keep it; it then stands alone. */
export function deleteDomainTerm(caller: Caller, workspace: string, target: Target): Promise<Outcome<StoredAnswer>> {
  return arranging(caller, workspace, async (transaction) => {
    const row = required(await atVersion(transaction, target));
    const all = await findDomainTerms(transaction);
    if (all.some(({ dimension, broader }) => dimension === row.dimension && broader === row.term)) {
      return Outcome.refuse(inUse);
    }
    await removeDomainTerm(transaction, row.id);
    return Outcome.of({ status: 204, headers: {}, body: null });
  });
}

/**
 * Adds the terms that the workspace does not have; those that stand stay where they are. Whoever may not arrange the
 * workspace leaves it as it is.
 */
export function loadDomainTerms(
  caller: Caller,
  workspace: string,
  terms: readonly DomainTerm[],
): Promise<Outcome<StoredAnswer>> {
  return arranging(caller, workspace, async (transaction, { id, viewer }) => {
    if (can(viewer, 'workspace.configure', { workspaceId: id })) await insertMissingTerms(transaction, terms);
    return Outcome.of({ status: 200, headers: {}, body: null });
  });
}
