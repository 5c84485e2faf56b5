import type { DiscrepancyPageAnswer } from '@entente/contract/evidence';
import { Outcome, type Problem, type SubjectKind } from '@entente/core/kernel';
import type { DatabaseTransaction } from '../platform/database.ts';
import { type Caller, reading } from './changing.commands.ts';
import { unnoted } from './clean-readings.commands.ts';
import {
  comparedKeys,
  discrepancyAnswers,
  discrepancyCounts,
  type ListKey,
  listKeyIn,
} from './discrepancies.presenter.ts';
import { findPreferences } from './discrepancies.store.ts';
import type { DisputedFields } from './disputed-fields.commands.ts';
import { findLinks } from './links.store.ts';
import { cursorMalformed, cursorOf, placeOf } from './reading.commands.ts';
import { findRecordId, findRecordsBy } from './records.store.ts';

type Reads = Pick<Caller, 'database' | 'actor'>;
export type DiscrepancyRequest = {
  readonly kind?: SubjectKind | undefined;
  readonly source?: string | undefined;
  readonly record?: string | undefined;
  readonly open?: 'true' | 'false' | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
};

const SORT = 'record';

function keyIn(cursor: string | undefined): Outcome<ListKey | null> {
  if (cursor === undefined) return Outcome.of(null);
  const place = placeOf(SORT, cursor);
  if (!place.ok) return place;
  const key = listKeyIn(place.value.value);
  return key === null ? Outcome.refuse(cursorMalformed) : Outcome.of(key);
}

const unknownRecord = (kind: string, reference: string): Problem => ({
  code: 'record-unknown',
  message: `There is no ${kind} "${reference}" in this workspace`,
  fix: 'Filter by the slug or id of a record that is there.',
});

async function idOf(
  transaction: DatabaseTransaction,
  kind: SubjectKind,
  reference: string,
): Promise<Outcome<string | null>> {
  const id = await findRecordId(transaction, kind, reference);
  return id === null ? Outcome.refuse(unknownRecord(kind, reference)) : Outcome.of(id);
}

/** The fields of a workspace on which sources disagree, record by record. */
export function listDiscrepancies(
  kept: DisputedFields,
  reads: Reads,
  workspace: string,
  { kind, source, record, open, cursor, limit }: DiscrepancyRequest,
): Promise<Outcome<DiscrepancyPageAnswer>> {
  return reading(reads, workspace, async (transaction, found) => {
    const { id: workspaceId } = found;
    const after = keyIn(cursor);
    if (!after.ok) return after;
    const sourceId = source === undefined ? Outcome.of(null) : await idOf(transaction, 'source', source);
    if (!sourceId.ok) return sourceId;
    const [recordKind, reference = ''] = (record?.split(':') ?? []) as [SubjectKind?, string?];
    const recordId = recordKind === undefined ? Outcome.of(null) : await idOf(transaction, recordKind, reference);
    if (!recordId.ok) return recordId;

    const all = await unnoted(() => kept.disputedIn(transaction, found));
    const admitted = all.filter(
      ({ subject, claims, open: isOpen }) =>
        (kind === undefined || subject.kind === kind) &&
        (open === undefined || isOpen === (open === 'true')) &&
        (sourceId.value === null || claims.some((claim) => claim.sourceId === sourceId.value)) &&
        (recordId.value === null || [subject.id, subject.home?.id].includes(recordId.value)),
    );
    const { value: start } = after;
    const rest = start === null ? admitted : admitted.filter(({ key }) => comparedKeys(key, start) > 0);
    const page = rest.slice(0, limit);
    const last = page.at(-1);
    const next =
      rest.length > limit && last ? cursorOf(SORT, { value: JSON.stringify(last.key), id: last.subject.id }) : null;
    const claims = page.flatMap((each) => each.claims);
    const rows = await findRecordsBy(
      transaction,
      'claim',
      'id',
      claims.map(({ id }) => id),
    );
    const links = await findLinks(
      transaction,
      [{ kind: 'claim', rows }],
      all.flatMap((each) => each.claims.map((claim) => ({ kind: 'source' as const, id: claim.sourceId }))),
    );
    const preferred = claims.filter(({ rank }) => rank === 'preferred').map(({ id }) => id);
    const preferences = await findPreferences(transaction, preferred);
    return Outcome.of({
      items: discrepancyAnswers(page, rows, preferences, { actor: found.viewer, workspaceId, links }),
      nextCursor: next,
      total: admitted.length,
      counts: discrepancyCounts(all, links),
    });
  });
}
