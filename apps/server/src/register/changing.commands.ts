import type { PersonActor } from '@entente/core/accounts';
import { Outcome, type Problem } from '@entente/core/kernel';
import { type Database, type DatabaseTransaction, inWorkspace, type WorkspaceContext } from '../platform/database.ts';
import { findAnswer, insertAnswer, lockKey } from './answers.store.ts';
import type { IdempotencyKey, StoredAnswer } from './stored-answer.ts';
import { readingWatch } from './clean-readings.commands.ts';
import { type Intent, judgeStakes, openChangeSet } from './change-sets.store.ts';
import { isContention, problemOfRefusal } from './refusals.store.ts';
import { atOneInstant } from './instant.store.ts';
import { enterWorkspaceNamed, type Workspace } from './workspaces.store.ts';

/** What a command is given by whoever calls it. */
export type Caller = {
  readonly database: Database;
  readonly actor: PersonActor;
  /** Today, as a day: the date of what is typed in. */
  readonly today: string;
  readonly idempotency: IdempotencyKey | null;
};

/** A change under way: the transaction, in its workspace, with its change set open. */
export type Change = {
  readonly transaction: DatabaseTransaction;
  readonly workspace: Workspace;
  readonly changeSet: string;
  readonly today: string;
  /** Where judgements wait that only the end of several writes can bear; null: each is made at once. */
  readonly later: Judgements | null;
};

/** Judgements that wait for the end of a change, in order. */
export type Judgements = (() => Promise<void>)[];

/** Ends a transaction without a trace. */
class Refusal extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems[0]?.message ?? 'refused');
    this.problems = problems;
  }
}

const MOST_ATTEMPTS = 4;

/** Runs a transaction again when it met another in a deadlock; what the database refuses becomes a problem. */
export async function attempted<T>(run: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      if (error instanceof Refusal) return Outcome.refuse(...error.problems);
      if (isContention(error) && attempt < MOST_ATTEMPTS) continue;
      const problem = problemOfRefusal(error);
      if (problem === null) throw error;
      return Outcome.refuse(problem);
    }
  }
}

/** The value of an outcome; else the transaction is undone and the problems are what it answers. */
export function required<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Refusal(outcome.problems);
  return outcome.value;
}

/** Runs a step of a longer change; what it refuses is told with the step's place in the request. */
export async function atPlace<T>(pointer: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (isContention(error)) throw error;
    const problem = error instanceof Refusal ? null : problemOfRefusal(error);
    if (!(error instanceof Refusal) && problem === null) throw error;
    const problems = error instanceof Refusal ? error.problems : problem === null ? [] : [problem];
    throw new Refusal(problems.map((each) => ({ ...each, pointer: `${pointer}${each.pointer ?? ''}` })));
  }
}

/** An actor who is in no workspace yet. */
export const nowhereAs = ({ personId, scopes, only }: PersonActor): WorkspaceContext => ({
  workspaceId: null,
  actorId: personId,
  scopes,
  only,
});

export const workspaceMissing: Problem = {
  code: 'workspace-not-found',
  message: 'There is no such workspace',
  fix: 'Choose one of your workspaces, or make it first.',
};

/** Reads in a workspace that the actor may see, all of it at one instant; what of it is CLEAN is told to the audit. */
export async function reading<T>(
  { database, actor }: Pick<Caller, 'database' | 'actor'>,
  workspaceReference: string,
  run: (transaction: DatabaseTransaction, workspace: Workspace) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const watch = readingWatch({ database, actor });
  const answer = await atOneInstant(database, actor, async (transaction) => {
    const workspace = await enterWorkspaceNamed(transaction, workspaceReference, actor.scopes);
    if (workspace === null) return Outcome.refuse(workspaceMissing);
    return watch.over(transaction, workspace, (watched) => run(watched, workspace));
  });
  await watch.tell();
  return answer;
}

async function givenBefore(transaction: DatabaseTransaction, key: IdempotencyKey): Promise<StoredAnswer | null> {
  await lockKey(transaction, key);
  const before = await findAnswer(transaction, key);
  if (before === null) return null;
  if (before.same) return before.answer;
  throw new Refusal([
    {
      code: 'idempotency-key-reused',
      message: 'This idempotency key was used for another request',
      fix: 'Send a new key with a new request.',
    },
  ]);
}

/**
 * One use case: one transaction, one change set, one new version of the workspace, or nothing at all.
 * A repetition under the same idempotency key gets the first answer and changes nothing.
 */
export async function changing(
  caller: Caller,
  workspaceReference: string,
  intent: Intent,
  run: (change: Change) => Promise<Outcome<StoredAnswer>>,
): Promise<Outcome<StoredAnswer>> {
  const { database, actor, today, idempotency } = caller;
  return attempted(() =>
    inWorkspace(database, nowhereAs(actor), async (transaction) => {
      const workspace = await enterWorkspaceNamed(transaction, workspaceReference, actor.scopes);
      if (workspace === null) return Outcome.refuse(workspaceMissing);
      const before = idempotency === null ? null : await givenBefore(transaction, idempotency);
      if (before !== null) return Outcome.of(before);
      const changeSet = await openChangeSet(transaction, intent);
      const given = required(await run({ transaction, workspace, changeSet, today, later: null }));
      // The name of the change goes with every answer, so that whoever made it can undo it.
      const answer = { ...given, headers: { ...given.headers, 'entente-change': changeSet } };
      if (idempotency !== null) await insertAnswer(transaction, workspace.id, idempotency, answer);
      if (intent.hasStakes !== false) await judgeStakes(transaction);
      return Outcome.of(answer);
    }),
  );
}

/**
 * Changes how a workspace is arranged (its own fields, say), which is no part of the register and of its history: one
 * transaction; a repetition under the same idempotency key gets the first answer.
 */
export async function arranging(
  { database, actor, idempotency }: Caller,
  workspaceReference: string,
  run: (transaction: DatabaseTransaction, workspace: Workspace) => Promise<Outcome<StoredAnswer>>,
): Promise<Outcome<StoredAnswer>> {
  return attempted(() =>
    inWorkspace(database, nowhereAs(actor), async (transaction) => {
      const workspace = await enterWorkspaceNamed(transaction, workspaceReference, actor.scopes);
      if (workspace === null) return Outcome.refuse(workspaceMissing);
      const before = idempotency === null ? null : await givenBefore(transaction, idempotency);
      if (before !== null) return Outcome.of(before);
      const answer = required(await run(transaction, workspace));
      if (idempotency !== null) await insertAnswer(transaction, workspace.id, idempotency, answer);
      return Outcome.of(answer);
    }),
  );
}

/** Makes something that is in no workspace yet; the repetition of it gets the first answer. */
export async function making(
  { database, actor, idempotency }: Caller,
  run: (
    transaction: DatabaseTransaction,
  ) => Promise<Outcome<{ readonly workspace: string; readonly answer: StoredAnswer }>>,
): Promise<Outcome<StoredAnswer>> {
  return attempted(() =>
    inWorkspace(database, nowhereAs(actor), async (transaction) => {
      const before = idempotency === null ? null : await givenBefore(transaction, idempotency);
      if (before !== null) return Outcome.of(before);
      const { workspace, answer } = required(await run(transaction));
      if (idempotency !== null) await insertAnswer(transaction, workspace, idempotency, answer);
      return Outcome.of(answer);
    }),
  );
}
