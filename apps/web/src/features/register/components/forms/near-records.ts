import type { SubjectKind } from '@entente/core/kernel';
import { createContext, useContext } from 'react';
import type { AllianceRecord, OrganisationRecord } from '../../api/answers.ts';
import { type Picked, pickedOf } from './form-values.ts';

/** Records that the page tells of, offered first wherever a record is chosen. */
export const NearRecordsContext = createContext<readonly Picked[]>([]);

export function useNearRecords(kinds: readonly SubjectKind[]): readonly Picked[] {
  return useContext(NearRecordsContext).filter(({ kind }) => kinds.includes(kind));
}

type Mentioned = { readonly id: string; readonly slug: string | null; readonly name: string | null } | null;

function once(kind: SubjectKind, records: readonly Mentioned[]): readonly Picked[] {
  const named = records.flatMap((record) => (record === null ? [] : [[record.id, pickedOf(kind, record)] as const]));
  return [...new Map(named).values()];
}

/** Who and what takes part in an alliance, with its sources. */
export function nearAlliance({ alliance, members, stakes, people, sources }: AllianceRecord): readonly Picked[] {
  return [
    ...once('alliance', [alliance]),
    ...once('organisation', [
      ...members.map(({ organisation }) => organisation),
      alliance.venture,
      ...stakes.map(({ holder }) => holder),
    ]),
    ...once('person', people),
    ...nearSources(sources),
  ];
}

/** An organisation with its alliances, houses, people and sources. */
export function nearOrganisation(record: OrganisationRecord): readonly Picked[] {
  const { organisation, alliances, houseMemberships, people, stakesHeld, sources } = record;
  return [
    ...once('organisation', [organisation, ...stakesHeld.map(({ issuer }) => issuer)]),
    ...once('alliance', alliances),
    ...once(
      'house',
      houseMemberships.map(({ house }) => house),
    ),
    ...once('person', people),
    ...nearSources(sources),
  ];
}

function nearSources(sources: AllianceRecord['sources']): readonly Picked[] {
  return sources
    .filter(({ kind }) => kind !== 'entry')
    .map(({ key, title }): Picked => ({ kind: 'source', reference: key, name: title }));
}
