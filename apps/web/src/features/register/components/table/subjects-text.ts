import { SUBJECT_KINDS, type SubjectKind } from '@entente/core/kernel';

/** What an event may be about, by kinds that people look for. */
export const SUBJECTS: readonly SubjectKind[] = ['alliance', 'organisation', 'person', 'house'];

/** Several records in one text, as files for reading in again have them: `alliance:ft-china; person:chatani`. */
export const subjectParts = (text: string): readonly string[] =>
  text.split(/[;；\n]/u).flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));

/** A record by its kind and its slug or id; null when a text names none so. */
export function subjectIn(text: string): { readonly kind: SubjectKind; readonly id: string } | null {
  const colon = text.indexOf(':');
  const [kind, id] = [text.slice(0, Math.max(0, colon)), text.slice(colon + 1).trim()];
  const known = SUBJECT_KINDS.find((one) => one === kind);
  return known === undefined || id === '' || /\s/.test(id) ? null : { kind: known, id };
}
