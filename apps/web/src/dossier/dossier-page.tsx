import type { PaperKind } from '@entente/contract/dossier';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useAllianceName } from '../lib/alliance-link.ts';
import { today, useAsOf } from '../lib/as-of.ts';
import { papersOfQuery } from '../lib/papers.ts';
import { partiesQuery } from '../lib/parties.ts';
import { useWorkspace } from '../lib/workspace.ts';
import { usePageTitle } from '../ui/page-title.ts';
import { FailureState, LoadingState } from '../ui/states.tsx';
import { DossierContext } from './dossier-context.ts';
import { RoomHead } from './room-head.tsx';

type Props = {
  readonly slug: string;
  /** The kinds of papers that are worked on here. */
  readonly kinds: readonly PaperKind[];
  readonly title: ReactNode;
  /** The same with the name of the alliance, for the browser's tab. */
  readonly titleOf: (name: string) => string;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
};

/** A page of an alliance on which papers of some kinds are worked on, in its parts. */
export function DossierPage({ slug, kinds, title, titleOf, lead, children }: Props) {
  const workspace = useWorkspace();
  const { day } = useAsOf();
  const { name, error, refetch } = useAllianceName(slug);
  const papers = useQuery(papersOfQuery(workspace, slug, kinds));
  const parties = useQuery(partiesQuery(workspace, slug));
  usePageTitle(name && titleOf(name));
  const failed = error ?? papers.error;
  if (failed && (name === null || !papers.data))
    return (
      <FailureState
        error={failed}
        onRetry={() => {
          refetch();
          void papers.refetch();
        }}
      />
    );
  if (name === null || !papers.data) return <LoadingState lines={12} />;
  const { items, abilities } = papers.data;
  return (
    <DossierContext
      value={{ slug, parties: parties.data ?? [], papers: items, canAdd: abilities.add, day, today: today() }}
    >
      <RoomHead slug={slug} name={name} title={title} lead={lead} />
      {children}
    </DossierContext>
  );
}
