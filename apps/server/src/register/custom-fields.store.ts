import type { CustomField, CustomShape, CustomTerm, Wording } from '@entente/core/register';
import type { SubjectKind } from '@entente/core/kernel';
import { invariant } from '@entente/core/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';
import { tableOf } from './records.store.ts';

export type CustomFieldRow = CustomField & {
  readonly id: string;
  readonly version: number;
  readonly as: CustomShape;
  readonly labels: Partial<Wording>;
  readonly terms: readonly CustomTerm[];
  readonly place: number;
};

const columns = sql`id, version, kind, key, shape as "as", labels, terms, place, retired`;

/** The workspace's own fields, of one kind or of all, in their order. */
export async function findCustomFields(
  transaction: DatabaseTransaction,
  kind: SubjectKind | null = null,
): Promise<CustomFieldRow[]> {
  const { rows } = await sql<CustomFieldRow>`
    select ${columns} from app.custom_field where (${kind}::text is null or kind = ${kind})
    order by kind, place, key`.execute(transaction);
  return rows;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** One field by its id, locked against others until the transaction ends. */
export async function findCustomField(transaction: DatabaseTransaction, id: string): Promise<CustomFieldRow | null> {
  if (!UUID.test(id)) return null;
  const { rows } = await sql<CustomFieldRow>`
    select ${columns} from app.custom_field where id = ${id} for update`.execute(transaction);
  return rows[0] ?? null;
}

type Values = Omit<CustomFieldRow, 'id' | 'version'>;

function values({ labels, terms, place, retired }: Pick<Values, 'labels' | 'terms' | 'place' | 'retired'>) {
  return [sql`${JSON.stringify(labels)}::jsonb`, sql`${JSON.stringify(terms)}::jsonb`, sql`${place}`, sql`${retired}`];
}

export async function insertCustomField(transaction: DatabaseTransaction, field: Values): Promise<CustomFieldRow> {
  const { rows } = await sql<CustomFieldRow>`
    insert into app.custom_field (workspace_id, kind, key, shape, labels, terms, place, retired)
    values (current_setting('entente.workspace')::uuid, ${field.kind}, ${field.key}, ${field.as},
      ${sql.join(values(field))})
    returning ${columns}`.execute(transaction);
  invariant(rows[0], 'an inserted row comes back');
  return rows[0];
}

export async function updateCustomField(
  transaction: DatabaseTransaction,
  id: string,
  field: Pick<Values, 'labels' | 'terms' | 'place' | 'retired'>,
): Promise<CustomFieldRow> {
  const { rows } = await sql<CustomFieldRow>`
    update app.custom_field set (labels, terms, place, retired) = row(${sql.join(values(field))})
    where id = ${id} returning ${columns}`.execute(transaction);
  invariant(rows[0], 'an updated row comes back');
  return rows[0];
}

export async function removeCustomField(transaction: DatabaseTransaction, id: string): Promise<void> {
  await sql`delete from app.custom_field where id = ${id}`.execute(transaction);
}

/** Values that stand on a field, in claims or in rows. */
function usedValues({ kind, key }: Pick<CustomField, 'kind' | 'key'>): RawBuilder<unknown> {
  return sql`
    select value from app.claim where subject_kind = ${kind} and field = ${`custom.${key}`}
    union select t.custom ->> ${key} from ${tableOf(kind)} t where t.custom ->> ${key} is not null`;
}

/** Which of the values are in use; with null, whether any is: up to one is answered. */
export async function findUsedValues(
  transaction: DatabaseTransaction,
  field: Pick<CustomField, 'kind' | 'key'>,
  among: readonly string[] | null,
): Promise<string[]> {
  const wanted = among === null ? sql`true` : sql`value = any (${[...among]}::text[])`;
  const { rows } = await sql<{ value: string }>`
    select value::text from (${usedValues(field)}) used where ${wanted} limit ${among?.length ?? 1}`.execute(
    transaction,
  );
  return rows.map(({ value }) => value);
}
