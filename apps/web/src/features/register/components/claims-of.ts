import type { ClaimAnswer, DiscrepancyAnswer } from '@entente/contract/evidence';
import { bestClaim, type Claim, EdtfDate, type SubjectKind } from '@entente/core/kernel';
import { type NamelessRow, rowName } from '@entente/core/register';
import type { RecordEvidence } from '../api/answers.ts';

/** The claims on one field of one record, and whether they disagree. */
export type FieldClaims = {
  readonly claims: readonly ClaimAnswer[];
  /** The claim whose value the register takes; null when none gives one. */
  readonly taken: string | null;
  readonly disputed: boolean;
};

/** The evidence of a page by record and field. */
export type EvidenceIndex = {
  readonly on: (kind: SubjectKind, id: string, field: string) => FieldClaims;
  readonly discrepancies: readonly DiscrepancyAnswer[];
  /** What a record of the page is called, also when it has no name of its own. */
  readonly nameOf: (subject: DiscrepancyAnswer['subject']) => string;
};

const keyOf = (kind: string, id: string, field: string): string => `${kind} ${id} ${field}`;

const coreClaim = ({ id, subject, field, value, source, place, quote, rank, reason }: ClaimAnswer): Claim => ({
  id,
  subject: { kind: subject.kind, id: subject.id },
  field,
  value,
  source: source.slug ?? source.id,
  place,
  quote,
  rank,
  reason,
});

/** Groups what a page knows of its evidence, and finds for each field the claim that counts, by the register's own rule. */
export function evidenceIndex(record: RecordEvidence): EvidenceIndex {
  const { claims, discrepancies, sources } = record;
  const names = rowNames(record);
  const dates = new Map(
    sources.map(({ key, date }) => {
      const parsed = date === null ? null : EdtfDate.parse(date);
      return [key, parsed?.ok ? parsed.value.latest : null] as const;
    }),
  );
  const groups = new Map<string, ClaimAnswer[]>();
  for (const claim of claims) {
    const key = keyOf(claim.subject.kind, claim.subject.id, claim.field);
    groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  const disputed = new Set(discrepancies.map(({ subject, field }) => keyOf(subject.kind, subject.id, field)));
  return {
    on: (kind, id, field) => {
      const group = groups.get(keyOf(kind, id, field)) ?? [];
      return {
        claims: group,
        taken: bestClaim(group.map(coreClaim), dates)?.id ?? null,
        disputed: disputed.has(keyOf(kind, id, field)),
      };
    },
    discrepancies,
    nameOf: ({ id, name }) => name ?? names.get(id) ?? '',
  };
}

type Row = NamelessRow & { readonly id: string };

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && 'id' in value;

/** Rows of a page by id, under the name that their content gives them. */
function rowNames({
  claims: _claims,
  discrepancies: _discrepancies,
  sources: _sources,
  ...lists
}: RecordEvidence): ReadonlyMap<string, string> {
  const rows = Object.values<unknown>(lists).flatMap((list) => (Array.isArray(list) ? list.filter(isRow) : []));
  return new Map(rows.map((row) => [row.id, rowName(row)]));
}
