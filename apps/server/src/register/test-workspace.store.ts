import { invariant } from '@entente/core/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';
import { inWorkspace } from '../platform/database.ts';
import type { FreshDatabase } from '../platform/test-database.ts';
import { openChangeSet } from './change-sets.store.ts';
import { getLocalPerson } from './actors.store.ts';
import { insertWorkspace } from './workspaces.store.ts';

/** A workspace to try the database's rules on, with plain SQL as the application's login. */
export type TestWorkspace = {
  readonly id: string;
  readonly actorId: string;
  /** Runs SQL in the workspace; nothing is written to the register outside a change set. */
  readonly inside: <T>(run: (transaction: DatabaseTransaction) => Promise<T>) => Promise<T>;
  /** The same within a change set that ends as a command's does. */
  readonly change: <T>(run: (transaction: DatabaseTransaction) => Promise<T>) => Promise<T>;
  /** One statement in a change of its own; the id it returns, if any. */
  readonly write: (statement: RawBuilder<unknown>) => Promise<string>;
  readonly version: () => Promise<number>;
};

/** Closes a change before its commit does. */
export async function closeChange(transaction: DatabaseTransaction): Promise<void> {
  await sql`set constraints app.change_set_raises_version immediate`.execute(transaction);
}

export async function testWorkspace(database: FreshDatabase, slug: string): Promise<TestWorkspace> {
  const actorId = await getLocalPerson(database.app);
  const made = await inWorkspace(database.app, { workspaceId: null, actorId }, (transaction) =>
    insertWorkspace(transaction, { slug, name: slug, defaultPopulation: 'all' }),
  );
  invariant(made, 'a test names its workspaces apart');
  const { id } = made;
  const inside: TestWorkspace['inside'] = (run) => inWorkspace(database.app, { workspaceId: id, actorId }, run);
  const change: TestWorkspace['change'] = (run) =>
    inside(async (transaction) => {
      await openChangeSet(transaction, { command: 'test', reason: null });
      return run(transaction);
    });
  return {
    id,
    actorId,
    inside,
    change,
    write: (statement) =>
      change(async (transaction) => {
        const { rows } = await statement.execute(transaction);
        return (rows[0] as { id?: string } | undefined)?.id ?? '';
      }),
    version: async () => {
      const { rows } = await sql<{ version: string }>`select version from app.workspace where id = ${id}`.execute(
        database.superuser,
      );
      return Number(rows[0]?.version);
    },
  };
}

/** An organisation by its slug; the id. */
export const organisation = (workspace: TestWorkspace, slug: string): Promise<string> =>
  workspace.write(
    sql`insert into app.organisation (workspace_id, slug, name) values (${workspace.id}, ${slug}, ${slug}) returning id`,
  );

type StakeParts = {
  readonly issuer: string;
  readonly holder?: string;
  readonly holders?: string;
  readonly share?: string | null;
  readonly voting?: string | null;
  readonly from?: string | null;
  readonly to?: string;
};

export const stakeInsert = (
  workspace: TestWorkspace,
  { issuer, holder, holders, share = null, voting = null, from = null, to = '..' }: StakeParts,
): RawBuilder<unknown> => sql`
  insert into app.stake (workspace_id, issuer_id, holder_id, holders, share, voting_share, period_from, period_to)
  values (${workspace.id}, ${issuer}, ${holder ?? null}, ${holders ?? null}, ${share}, ${voting}, ${from}, ${to}) returning id`;
