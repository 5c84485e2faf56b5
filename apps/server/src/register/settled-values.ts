import {
  bestClaim,
  type Claim,
  invariant,
  Period,
  type PeriodEnd,
  type SourceDates,
  type SubjectKind,
} from '@entente/core/kernel';
import { CUSTOM_PREFIX, EXISTS, fieldOf, FIELDS } from '@entente/core/register';
import { RECORD_TABLES } from './record-tables.ts';
import type { FieldValue, FieldValues } from './records.store.ts';

/** Whether claims give the field its value; else it identifies or classifies the record. */
export const isClaimed = (kind: SubjectKind, field: string): boolean =>
  Object.hasOwn(FIELDS[kind], field) || (kind !== 'source' && (field === EXISTS || field.startsWith(CUSTOM_PREFIX)));

/** How a column holds what a claim says: ends and shares in their one form, all else as the source has it. */
export function columnValue(kind: SubjectKind, field: string, text: string): FieldValue {
  const outcome = fieldOf(kind, field)?.parse(text);
  invariant(outcome?.ok, `${kind}.${field} was judged before it is stored`);
  const as = RECORD_TABLES[kind].columns.find((column) => column.field === field)?.as;
  if (as === 'end') return Period.endText(outcome.value as PeriodEnd);
  if (as === 'flag') return outcome.value as boolean;
  return as === 'share' ? (outcome.value as string) : text;
}

function absentValue(kind: SubjectKind, field: string): FieldValue {
  if (field === EXISTS) return true;
  return fieldOf(kind, field)?.absent === 'open' ? '..' : null;
}

/** The values that the best claims give to the named fields of one record. */
export function settledValues(
  kind: SubjectKind,
  fields: readonly string[],
  claims: readonly Claim[],
  dates: SourceDates,
): FieldValues {
  return Object.fromEntries(
    fields.map((field) => {
      const best = bestClaim(
        claims.filter((claim) => claim.field === field),
        dates,
      );
      return [field, best === null ? absentValue(kind, field) : columnValue(kind, field, best.value)];
    }),
  );
}
