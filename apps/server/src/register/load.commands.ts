import { randomUUID } from 'node:crypto';
import { bestClaim, groupedBy, invariant, Outcome, type SourceDates, type SubjectRef } from '@entente/core/kernel';
import { CUSTOM_PREFIX, denialsIn, type RegisterRows } from '@entente/core/register';
import type { DatabaseTransaction } from '../platform/database.ts';
import type { StoredAnswer } from './stored-answer.ts';
import { type Caller, changing } from './changing.commands.ts';
import { type EventSubject, insertEventSubjects, insertRows, removeAllRows } from './load.store.ts';
import type { RowKind } from './record-tables.ts';
import { LISTS, type ModelRow, storedFields } from './stored-rows.ts';

const keyOf = (kind: RowKind, id: string): string => `${kind} ${id}`;

/** A fresh id for every row; ids of case files are readable names, and names of one kind only. */
function freshIds(rows: RegisterRows): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const [kind, list] of LISTS) for (const row of rows[list]) ids.set(keyOf(kind, row.id), randomUUID());
  return ids;
}

/** What the best claims on fields of the workspace's own say, by the record they are about. */
function customValues({ claims, sources }: RegisterRows): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const dates: SourceDates = new Map(sources.map(({ key, date }) => [key as string, date?.latest ?? null]));
  const onCustom = claims.filter(({ field }) => field.startsWith(CUSTOM_PREFIX));
  const values = new Map<string, Record<string, string>>();
  for (const [, onField] of groupedBy(
    onCustom,
    ({ subject, field }) => `${keyOf(subject.kind, subject.id)} ${field}`,
  )) {
    const best = bestClaim(onField, dates);
    if (best === null) continue;
    const record = keyOf(best.subject.kind, best.subject.id);
    values.set(record, { ...values.get(record), [best.field.slice(CUSTOM_PREFIX.length)]: best.value });
  }
  return values;
}

/** Writes a whole register into the transaction's workspace, in the order of its lists. */
export async function loadRegisterRows(transaction: DatabaseTransaction, rows: RegisterRows): Promise<void> {
  const ids = freshIds(rows);
  const isDenied = denialsIn(rows);
  const customOf = customValues(rows);
  const idOf = (kind: RowKind, id: string): string => {
    const fresh = ids.get(keyOf(kind, id));
    invariant(fresh, `${kind} ${id} is among the rows`);
    return fresh;
  };
  const sources = new Map(rows.sources.map((source) => [source.key as string, source.id]));
  const idOfKey = (key: string): string => idOf('source', sources.get(key) ?? key);
  for (const [kind, list] of LISTS) {
    if (kind === 'claim') await insertEventSubjects(transaction, eventSubjects(rows, idOf));
    const given: readonly ModelRow[] = rows[list];
    await insertRows(
      transaction,
      kind,
      given.map((row) => ({
        id: idOf(kind, row.id),
        fields: storedFields(
          kind,
          { ...row, custom: customOf.get(keyOf(kind, row.id)) ?? null },
          kind !== 'claim' && isDenied(kind, row.id),
          idOf,
          idOfKey,
        ),
      })),
    );
  }
}

function eventSubjects(rows: RegisterRows, idOf: (kind: RowKind, id: string) => string): EventSubject[] {
  return rows.events.flatMap((event) =>
    event.about.map((about: SubjectRef) => ({
      id: randomUUID(),
      event: idOf('event', event.id),
      subject: { kind: about.kind, id: idOf(about.kind, about.id) },
    })),
  );
}

/** Puts rows into a workspace as one change that can be undone; `replace` removes what is there before. */
export function loadIntoWorkspace(
  caller: Caller,
  workspace: string,
  rows: RegisterRows,
  { reason, replace }: { readonly reason: string; readonly replace: boolean },
): Promise<Outcome<StoredAnswer>> {
  return changing(caller, workspace, { command: replace ? 'reset' : 'import', reason }, async ({ transaction }) => {
    if (replace) await removeAllRows(transaction);
    await loadRegisterRows(transaction, rows);
    return Outcome.of({ status: 200, headers: {}, body: null });
  });
}
