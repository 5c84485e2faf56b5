import type { ClaimAnswer } from '@entente/contract/evidence';
import type { Rank, SubjectKind } from '@entente/core/kernel';
import { EXISTS, fieldOf, isCustomField, recordField } from '@entente/core/register';
import type { RecordWrite } from '../../api/register-writes.ts';
import type { FormField, Picked } from '../forms/form-values.ts';

/** The field that carries what is claimed: that of the value, or, where no claim can be on it, the record's existence. */
export const claimedField = (kind: SubjectKind, field: string): string =>
  isCustomField(field) || fieldOf(kind, field) !== null ? field : EXISTS;

/** The shape in which a claim's value is typed. */
export const claimShape = (kind: SubjectKind, field: string): FormField =>
  recordField(kind, field) ?? { as: 'note', name: field, required: true };

/** Claims that no longer are preferred once another is. */
function demotions(beside: readonly ClaimAnswer[], preferred: string | null): readonly RecordWrite[] {
  return beside
    .filter(({ id, rank }) => rank === 'preferred' && id !== preferred)
    .map(({ id, version }) => ({ collection: 'claims', record: id, version, change: { rank: 'normal' } }));
}

/** What is done to give a claim another rank; a field has one preferred claim. */
export function rankWrites(
  claim: ClaimAnswer,
  beside: readonly ClaimAnswer[],
  rank: Rank,
  reason: string | null,
): readonly RecordWrite[] {
  const { id, version } = claim;
  return [
    ...(rank === 'preferred' ? demotions(beside, id) : []),
    { collection: 'claims', record: id, version, change: { rank, reason } },
  ];
}

/** What a statement says, as it was put right. */
export type Correction = Pick<ClaimAnswer, 'value' | 'place' | 'quote' | 'reason'>;

/** What is done to put a claim right: what differs, on the version that was read; null where nothing does. */
export function correctionOf(claim: ClaimAnswer, correction: Correction): RecordWrite | null {
  const names = ['value', 'place', 'quote', 'reason'] as const;
  const change = Object.fromEntries(
    names.flatMap((name) => (correction[name] === claim[name] ? [] : [[name, correction[name]]])),
  );
  if (Object.keys(change).length === 0) return null;
  return { collection: 'claims', record: claim.id, version: claim.version, change };
}

export type NewClaim = {
  readonly subject: { readonly kind: SubjectKind; readonly id: string };
  readonly field: string;
  readonly value: string;
  readonly source: Picked;
  readonly place: string;
  readonly quote: string | null;
  /** Why it gives the value; null: it stands beside the others. */
  readonly preferredFor: string | null;
};

/** What is done to add a claim, and its source where that is new. */
export function claimWrites(claim: NewClaim, beside: readonly ClaimAnswer[]): readonly RecordWrite[] {
  const { subject, field, value, source, place, quote, preferredFor } = claim;
  const isPreferred = preferredFor !== null;
  const ranked = isPreferred ? { rank: 'preferred', reason: preferredFor } : {};
  const create = { subject, field, value, source: source.reference ?? '@source', place, quote, ...ranked };
  const added: RecordWrite = {
    collection: 'sources',
    as: 'source',
    create: { title: source.name, kind: source.sourceKind ?? 'document' },
  };
  return [
    ...(source.reference === null ? [added] : []),
    ...(isPreferred ? demotions(beside, null) : []),
    { collection: 'claims', create },
  ];
}
