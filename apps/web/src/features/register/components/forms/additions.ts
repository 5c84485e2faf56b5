import type { SubjectKind } from '@entente/core/kernel';
import type { AllianceRecord, OrganisationRecord } from '../../api/answers.ts';
import { type FormValues, pickedOf } from './form-values.ts';

/** What can be added to a record's page, in reading order, and what each begins with. */
export type Additions = readonly (readonly [SubjectKind, FormValues])[];

/** What belongs to an alliance, and to its venture where it set one up. */
export function allianceAdditions({ alliance }: AllianceRecord): Additions {
  const itself = pickedOf('alliance', alliance);
  const venture = alliance.venture ? pickedOf('organisation', alliance.venture) : null;
  return [
    ['membership', { alliance: itself }],
    ['stake', { alliance: itself, issuer: venture }],
    ['resource', { alliance: itself }],
    ['domain', { alliance: itself }],
    ['event', { about: [itself] }],
    ['measure', { of: itself }],
    ['person', { organisation: venture }],
    ['workforce', { organisation: venture }],
    ['condition', { on: itself }],
  ];
}

/** What belongs to an organisation. */
export function organisationAdditions({ organisation }: OrganisationRecord): Additions {
  const itself = pickedOf('organisation', organisation);
  return [
    ['membership', { organisation: itself }],
    ['organisation-name', { organisation: itself }],
    ['house-membership', { organisation: itself }],
    ['stake', { holder: itself }],
    ['resource', { organisation: itself }],
    ['event', { about: [itself] }],
    ['measure', { of: itself }],
    ['person', { organisation: itself }],
    ['workforce', { organisation: itself }],
    ['condition', { on: itself }],
  ];
}

/** What a new record of a kind begins with on this page. */
export const givenFor = (additions: Additions, kind: SubjectKind): FormValues =>
  additions.find(([addable]) => addable === kind)?.[1] ?? {};
