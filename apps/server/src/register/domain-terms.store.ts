import { invariant } from '@entente/core/kernel';
import type { DomainDimension, DomainTerm } from '@entente/core/register';
import { sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';

export type DomainTermRow = DomainTerm & { readonly id: string; readonly version: number };

const columns = sql`t.id, t.version, t.dimension, t.term, b.term as broader, t.reason`;
const joined = sql`app.domain_term t left join app.domain_term b on b.workspace_id = t.workspace_id and b.id = t.broader_id`;

/** The workspace's classification, by dimension and name. */
export async function findDomainTerms(transaction: DatabaseTransaction): Promise<DomainTermRow[]> {
  const { rows } = await sql<DomainTermRow>`
    select ${columns} from ${joined} order by t.dimension, t.term`.execute(transaction);
  return rows;
}

/** The terms of a dimension stay as they are until the transaction ends: whoever moves one sees all of them. */
export async function lockDimension(transaction: DatabaseTransaction, dimension: DomainDimension): Promise<void> {
  await sql`select 1 from app.domain_term where dimension = ${dimension} order by id for update`.execute(transaction);
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export async function findDomainTerm(transaction: DatabaseTransaction, id: string): Promise<DomainTermRow | null> {
  if (!UUID.test(id)) return null;
  const { rows } = await sql<DomainTermRow>`select ${columns} from ${joined} where t.id = ${id}`.execute(transaction);
  return rows[0] ?? null;
}

async function getDomainTerm(transaction: DatabaseTransaction, id: string | undefined): Promise<DomainTermRow> {
  const row = id === undefined ? null : await findDomainTerm(transaction, id);
  invariant(row, 'a written term is there');
  return row;
}

const idOf = ({ dimension, broader }: Pick<DomainTerm, 'dimension' | 'broader'>) =>
  sql`(select b.id from app.domain_term b where b.dimension = ${dimension} and b.term = ${broader}::text)`;

export async function insertDomainTerm(transaction: DatabaseTransaction, term: DomainTerm): Promise<DomainTermRow> {
  const { rows } = await sql<{ id: string }>`
    insert into app.domain_term (workspace_id, dimension, term, broader_id, reason)
    values (current_setting('entente.workspace')::uuid, ${term.dimension}, ${term.term}, ${idOf(term)}, ${term.reason})
    returning id`.execute(transaction);
  return getDomainTerm(transaction, rows[0]?.id);
}

export async function updateDomainTerm(
  transaction: DatabaseTransaction,
  id: string,
  term: DomainTerm,
): Promise<DomainTermRow> {
  await sql`
    update app.domain_term set term = ${term.term}, broader_id = ${idOf(term)}, reason = ${term.reason}
    where id = ${id}`.execute(transaction);
  return getDomainTerm(transaction, id);
}

export async function removeDomainTerm(transaction: DatabaseTransaction, id: string): Promise<void> {
  await sql`delete from app.domain_term where id = ${id}`.execute(transaction);
}

/** Adds the terms that are not there yet, each below its broader one; what stands stays as it is. */
export async function insertMissingTerms(
  transaction: DatabaseTransaction,
  terms: readonly DomainTerm[],
): Promise<void> {
  const given = sql`jsonb_to_recordset(${JSON.stringify(terms)}::jsonb)
    as g (dimension text, term text, broader text, reason text)`;
  const { rows } = await sql<{ id: string }>`
    insert into app.domain_term (workspace_id, dimension, term, reason)
    select current_setting('entente.workspace')::uuid, g.dimension, g.term, g.reason from ${given}
    on conflict do nothing returning id`.execute(transaction);
  await sql`
    update app.domain_term t set broader_id = b.id
    from ${given} join app.domain_term b on b.dimension = g.dimension and b.term = g.broader
    where t.dimension = g.dimension and t.term = g.term
      and t.id = any (${rows.map(({ id }) => id)}::uuid[])`.execute(transaction);
}
