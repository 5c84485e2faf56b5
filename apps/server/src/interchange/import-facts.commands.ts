import { invariant } from '@entente/core/kernel';
import { type Change, required } from '../register/changing.commands.ts';
import { findRecord, replaceEventSubjects, updateRecord } from '../register/records.store.ts';
import { judgedFields, judgeLater } from '../register/stakes.commands.ts';
import { factsByRecord, type OpenFact } from './stated-facts.ts';

/** Gives records that are there what a table states of them in fields that no claim gives their value. */
export async function writeFacts(change: Change, facts: readonly OpenFact[]): Promise<void> {
  const { transaction } = change;
  for (const [id, { kind, fields }] of factsByRecord(facts)) {
    const { about, ...own } = fields;
    const row = await findRecord(transaction, kind, id, 'lock');
    invariant(row, 'a fact is about a record that is there');
    required(await judgedFields(change, kind, row, own));
    await updateRecord(transaction, kind, id, own);
    if (Array.isArray(about)) await replaceEventSubjects(transaction, id, about as never);
    judgeLater(change, kind, id);
  }
}
