import type { AccessClass } from '@entente/core/accounts';
import { bestClaim, type Claim, type SourceDates, type SubjectKind, type SubjectRef } from '@entente/core/kernel';
import { EXISTS } from '@entente/core/register';
import { continueChangeSet, openChangeSet } from './change-sets.store.ts';
import type { Change } from './changing.commands.ts';
import {
  type EntrySource,
  findClaims,
  findEntrySource,
  type HeldClaim,
  insertEntrySource,
  lockEntrySource,
  updateEntryDay,
} from './claims.store.ts';
import { type FieldValues, insertRecord, insertRecords, removeRecords, updateRecord } from './records.store.ts';
import { settledValues } from './settled-values.ts';

const ENTRY_PLACE = 'entry';
const BY_HAND = 'Entered by hand';
const TAKEN_BACK = 'Taken back by hand';

/**
 * The source that stands for what the actor types in, dated today. Its row belongs to no entry: it is written in a change
 * set of its own, so that one entry can be undone without the next.
 */
async function entrySourceOf({ transaction, changeSet, today }: Change): Promise<EntrySource> {
  const known = await findEntrySource(transaction);
  if (known !== null && known.date !== null && known.date >= today) return known;
  await openChangeSet(transaction, { command: 'open-entry-source', reason: null });
  const source = known ?? (await firstEntrySource(transaction, today));
  if (known !== null) await updateEntryDay(transaction, known.id, today);
  await continueChangeSet(transaction, changeSet);
  return { ...source, date: today };
}

/** Two first entries at once make one source: the second waits, and finds the first one's. */
async function firstEntrySource(transaction: Change['transaction'], today: string): Promise<EntrySource> {
  await lockEntrySource(transaction);
  return (await findEntrySource(transaction)) ?? (await insertEntrySource(transaction, today));
}

type Entry = {
  readonly change: Change;
  readonly source: EntrySource;
  readonly subject: SubjectRef;
  readonly class: AccessClass;
  readonly reason: string | null;
};

function entryFields({ source, subject, ...entry }: Entry, field: string, value: string, rank: string): FieldValues {
  const reason = entry.reason ?? (rank === 'normal' ? null : BY_HAND);
  return { subject, field, value, source: source.id, place: ENTRY_PLACE, quote: null, rank, reason };
}

async function insertEntry(entry: Entry, field: string, value: string, rank: string): Promise<void> {
  await insertRecord(entry.change.transaction, 'claim', entryFields(entry, field, value, rank), entry.class);
}

/** Whether a claim of the entry with this rank would give the field its value, beside the claims of others. */
function wouldWin(
  rank: 'normal' | 'preferred',
  value: string,
  entry: Entry,
  others: readonly Claim[],
  dates: SourceDates,
) {
  const { source, subject } = entry;
  const field = others[0]?.field ?? '';
  const own: Claim = { id: '', subject, field, value, source: source.key, place: '', quote: null, rank, reason: null };
  return bestClaim([...others, own], new Map([...dates, [source.key, source.date]])) === own;
}

/** Writes what was typed in as the field's best claim: preferred, over others, only where it must be. */
async function enterValue(
  entry: Entry,
  field: string,
  value: string,
  claims: readonly HeldClaim[],
  dates: SourceDates,
) {
  const { transaction } = entry.change;
  const own = claims.find((claim) => claim.field === field && claim.sourceId === entry.source.id);
  const others = claims.filter((claim) => claim.field === field && claim !== own);
  const rank = wouldWin('normal', value, entry, others, dates) ? 'normal' : 'preferred';
  if (rank === 'preferred' && !wouldWin('preferred', value, entry, others, dates)) {
    for (const other of others.filter((claim) => claim.rank === 'preferred')) {
      await updateRecord(transaction, 'claim', other.id, { rank: 'normal' });
    }
  }
  if (own === undefined) return insertEntry(entry, field, value, rank);
  const reason = entry.reason ?? own.reason ?? (rank === 'normal' ? null : BY_HAND);
  await updateRecord(transaction, 'claim', own.id, { value, rank, reason });
}

/** Leaves the field without a value: the entry's own claim goes, those of documents stand as deprecated. */
async function takeBack({ change, source, reason }: Entry, field: string, claims: readonly HeldClaim[]): Promise<void> {
  const onField = claims.filter((claim) => claim.field === field);
  const own = onField.filter((claim) => claim.sourceId === source.id);
  await removeRecords(
    change.transaction,
    'claim',
    own.map((claim) => claim.id),
  );
  for (const claim of onField) {
    if (claim.sourceId === source.id || claim.rank === 'deprecated') continue;
    const why = { rank: 'deprecated', reason: reason ?? TAKEN_BACK };
    await updateRecord(change.transaction, 'claim', claim.id, why);
  }
}

/** Writes the first values of a record that was just added, of which nobody claims anything yet. */
export async function enterFirstValues(
  change: Change,
  subject: SubjectRef,
  recordClass: AccessClass,
  values: Readonly<Record<string, string>>,
  reason: string | null,
): Promise<void> {
  const source = await entrySourceOf(change);
  const entry = { change, source, subject, class: recordClass, reason };
  const claims = Object.entries({ [EXISTS]: 'true', ...values });
  await insertRecords(
    change.transaction,
    'claim',
    claims.map(([field, value]) => entryFields(entry, field, value, 'normal')),
    recordClass,
  );
}

/**
 * Writes typed-in values as claims of the actor's entry source.
 * @param values text forms by field; null leaves the field without a value
 * @returns the values that the record's row takes
 */
export async function enterValues(
  change: Change,
  subject: SubjectRef,
  recordClass: AccessClass,
  values: Readonly<Record<string, string | null>>,
  reason: string | null,
): Promise<FieldValues> {
  const { transaction } = change;
  const source = await entrySourceOf(change);
  const entry = { change, source, subject, class: recordClass, reason };
  const before = await findClaims(transaction, [subject.id]);
  if (before.claims.length === 0) await insertEntry(entry, EXISTS, 'true', 'normal');
  for (const [field, value] of Object.entries(values)) {
    if (value === null) await takeBack(entry, field, before.claims);
    else await enterValue(entry, field, value, before.claims, before.dates);
  }
  const after = await findClaims(transaction, [subject.id]);
  // A record stands on at least one claim that is not deprecated.
  if (after.claims.every((claim) => claim.rank === 'deprecated')) await insertEntry(entry, EXISTS, 'true', 'normal');
  return settledValues(subject.kind, Object.keys(values), after.claims, after.dates);
}

/** The values that the claims on a record now give to fields, read again. */
export async function settledNow(change: Change, kind: SubjectKind, id: string, fields: readonly string[]) {
  const { claims, dates } = await findClaims(change.transaction, [id]);
  return settledValues(kind, fields, claims, dates);
}
