import { type KyselyPlugin, sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';
import { admitted, type ListScope } from './list-conditions.store.ts';
import { RECORD_TABLES, type RowKind } from './record-tables.ts';
import { tableOf } from './records.store.ts';

/** Writes into the audit that the actor read these records; a trigger makes the entry. */
export async function insertCleanReading(
  transaction: DatabaseTransaction,
  operation: string | null,
  records: readonly string[],
): Promise<void> {
  await sql`
    insert into app.clean_reading (workspace_id, actor_id, operation, records)
    values (current_setting('entente.workspace')::uuid, current_setting('entente.actor')::uuid, ${operation},
      ${[...records]}::uuid[])`.execute(transaction);
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/**
 * The record that a row of a query is of or speaks of, where the row says that it is of the class CLEAN: as stores of
 * records name the columns, and as those of the log do. A claim speaks of its subject.
 */
function cleanRecordIn(row: Readonly<Record<string, unknown>>): string | null {
  if (row['row_class'] !== 'CLEAN' && row['class'] !== 'CLEAN') return null;
  const subject = row['subject'];
  if (typeof subject === 'object' && subject !== null && 'id' in subject) return text(subject.id);
  return text(row['recordId']) ?? text(row['row_id']) ?? text(row['id']);
}

/** The transaction, telling each record of the class CLEAN that a query of it brings. */
export function watched(transaction: DatabaseTransaction, told: (record: string) => void): DatabaseTransaction {
  const watching: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: ({ result }) => {
      for (const row of result.rows) {
        const record = cleanRecordIn(row);
        if (record !== null) told(record);
      }
      return Promise.resolve(result);
    },
  };
  return transaction.withPlugin(watching);
}

/**
 * The records of the class CLEAN that a text names by these ids, and the other names of organisations that it holds; whoever
 * watches the transaction is told them.
 */
export async function findCleanIn(
  transaction: DatabaseTransaction,
  json: string,
  ids: readonly string[],
): Promise<void> {
  const tables = (Object.keys(RECORD_TABLES) as RowKind[]).filter((kind) => kind !== 'claim');
  const each = tables.map(
    (kind) =>
      sql`select t.id, t.class::text as class from ${tableOf(kind)} t where t.class = 'CLEAN' and t.id = any (${[...ids]}::uuid[])`,
  );
  const names = sql`
    select t.id, t.class::text as class from app.organisation_name t
    where t.class = 'CLEAN' and strpos(${json}, trim(both '"' from to_json(t.text::text)::text)) > 0`;
  await sql`${sql.join([...each, names], sql` union `)}`.execute(transaction);
}

/** The records of the class CLEAN among those that go into a total; whoever watches the transaction is told them. */
export async function findCleanRecords(transaction: DatabaseTransaction, scope: ListScope): Promise<void> {
  await sql`
    select t.id, t.class from ${tableOf(scope.kind)} t where t.class = 'CLEAN' and ${admitted(scope)}`.execute(
    transaction,
  );
}
