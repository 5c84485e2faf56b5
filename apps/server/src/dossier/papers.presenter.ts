import type { PaperAnswer } from '@entente/contract/dossier';
import { can } from '@entente/core/accounts';
import type { ColleagueRow } from '../lifecycle/lifecycles.store.ts';
import type { Workspace } from '../register/workspaces.store.ts';
import { factsOf } from './paper-kinds.ts';
import type { PaperRow } from './papers.store.ts';

type RecordLink = PaperAnswer['alliance'];

/** What papers name, as far as the reader sees it. */
export type Named = {
  readonly alliances: ReadonlyMap<string, RecordLink>;
  readonly organisations: ReadonlyMap<string, RecordLink>;
  /** Whoever is or was a member, by id. */
  readonly people: ReadonlyMap<string, Pick<ColleagueRow, 'id' | 'name'> & { readonly hasLeft: boolean }>;
};

/** Who wrote a version, and when. */
export const toldOf = ({ actorId, actorName, recordedAt }: PaperRow) => ({
  by: { id: actorId, name: actorName },
  at: recordedAt.toISOString(),
});

/** A paper as it goes out; null where the reader does not see its alliance. */
export function paperAnswer(row: PaperRow, named: Named, { id: workspaceId, viewer }: Workspace): PaperAnswer | null {
  const alliance = named.alliances.get(row.allianceId);
  if (alliance === undefined) return null;
  const { people, organisations } = factsOf(row.content);
  const { id, kind, class: paperClass, version, content, due, isOpen } = row;
  return {
    id,
    kind,
    alliance,
    class: paperClass,
    version,
    content,
    due,
    isOpen,
    people: [...new Set(people)].map((each) => named.people.get(each) ?? { id: each, name: each, hasLeft: true }),
    organisations: [...new Set(organisations)].flatMap((each) => named.organisations.get(each) ?? []),
    ...toldOf(row),
    abilities: { change: can(viewer, 'register.write', { workspaceId, class: paperClass }) },
  };
}
