import type { SignedHead } from '@entente/contract/audit';
import { invariant } from '@entente/core/kernel';
import { sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';

type RawHead = Omit<SignedHead, 'sequence' | 'signedAt'> & { readonly sequence: string; readonly at: Date };

const columns = sql`workspace_id as workspace, sequence, encode(digest, 'hex') as digest, key, signature, signed_at as at`;
const headOf = ({ at, sequence, ...row }: RawHead): SignedHead => ({
  ...row,
  sequence: Number(sequence),
  signedAt: at.toISOString(),
});

/** The heads that were signed, first to last. */
export async function findHeads(transaction: DatabaseTransaction): Promise<SignedHead[]> {
  const { rows } = await sql<RawHead>`
    select ${columns} from app.audit_head order by sequence, signed_at`.execute(transaction);
  return rows.map(headOf);
}

/** The heads that were signed last, latest first. */
export async function findLastHeads(transaction: DatabaseTransaction, limit: number): Promise<SignedHead[]> {
  const { rows } = await sql<RawHead>`
    select ${columns} from app.audit_head order by sequence desc, signed_at desc limit ${limit}`.execute(transaction);
  return rows.map(headOf);
}

export async function countHeads(transaction: DatabaseTransaction): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from app.audit_head`.execute(transaction);
  return rows[0]?.n ?? 0;
}

/** Keeps a signed head; the first of a key for an entry stays. */
export async function insertHead(transaction: DatabaseTransaction, head: SignedHead): Promise<SignedHead> {
  await sql`
    insert into app.audit_head (workspace_id, sequence, digest, key, signature, signed_at)
    values (current_setting('entente.workspace')::uuid, ${head.sequence}, decode(${head.digest}, 'hex'), ${head.key},
      ${head.signature}, ${head.signedAt})
    on conflict do nothing`.execute(transaction);
  const { rows } = await sql<RawHead>`
    select ${columns} from app.audit_head
    where workspace_id = current_setting('entente.workspace')::uuid and sequence = ${head.sequence} and key = ${head.key}`.execute(
    transaction,
  );
  invariant(rows[0], 'a head that was kept is there');
  return headOf(rows[0]);
}

/** From here on the transaction is the server's own, for signing heads. */
export async function enterClockwork(transaction: DatabaseTransaction): Promise<void> {
  await sql`select set_config('entente.clockwork', 'heads', true)`.execute(transaction);
}

/** Workspaces whose chain grew since this key last signed its head. */
export async function findUnsigned(transaction: DatabaseTransaction, key: string): Promise<readonly string[]> {
  const { rows } = await sql<{ workspace: string }>`
    select c.workspace_id as workspace from app.audit_chain c
    where c.sequence > 0 and not exists (
      select from app.audit_head h where h.workspace_id = c.workspace_id and h.sequence = c.sequence and h.key = ${key})
    order by 1`.execute(transaction);
  return rows.map(({ workspace }) => workspace);
}
