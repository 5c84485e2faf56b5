import type { SubjectKind, SubjectRef } from '@entente/core/kernel';
import type { FieldValue, FieldValues } from './records.store.ts';

/** The fields that say on whose page a row is shown, the first that is given; without one it stands for itself. */
const HOME: Readonly<Partial<Record<SubjectKind, readonly (readonly [field: string, kind: SubjectKind])[]>>> = {
  'organisation-name': [['organisation', 'organisation']],
  'house-membership': [['organisation', 'organisation']],
  membership: [['alliance', 'alliance']],
  stake: [
    ['alliance', 'alliance'],
    ['issuer', 'organisation'],
  ],
  resource: [
    ['alliance', 'alliance'],
    ['organisation', 'organisation'],
  ],
  domain: [['alliance', 'alliance']],
  person: [
    ['organisation', 'organisation'],
    ['dispatchedTo', 'organisation'],
    ['dispatchedFrom', 'organisation'],
  ],
  workforce: [['organisation', 'organisation']],
};

const subjectIn = (value: FieldValue | undefined): SubjectRef | null =>
  typeof value === 'object' && value !== null && 'kind' in value && 'id' in value ? (value as SubjectRef) : null;

/** The record on whose page a row is shown. */
export function homeOf(kind: SubjectKind, id: string, fields: FieldValues): SubjectRef {
  const own: SubjectRef = { kind, id };
  if (kind === 'event') {
    const about = (Array.isArray(fields['about']) ? fields['about'] : []) as readonly SubjectRef[];
    return about.find((subject) => subject.kind === 'alliance') ?? about[0] ?? own;
  }
  const measured = subjectIn(fields['of']) ?? subjectIn(fields['on']);
  if (measured !== null) return measured;
  for (const [field, home] of HOME[kind] ?? []) {
    const at = fields[field];
    if (typeof at === 'string') return { kind: home, id: at };
  }
  return own;
}
