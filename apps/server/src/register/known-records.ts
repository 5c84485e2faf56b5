import type { PlacedRecord } from '@entente/contract/evidence';
import type { SubjectRef } from '@entente/core/kernel';
import type { Link } from './links.store.ts';

/** What is known of records that an answer mentions, also of those that were removed meanwhile. */
export type KnownRecords = {
  /** Its name and slug; both null when the record was never there. */
  readonly link: (subject: SubjectRef) => Link & { readonly removed: boolean };
  readonly placed: (subject: SubjectRef) => PlacedRecord;
};
