import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { keptSearch } from '../../../lib/kept-search.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import type { AllianceRoom } from '../../../dossier/alliance-rooms.tsx';

type OfAlliance = { readonly slug: string; readonly children: ReactNode };

/** The development of an alliance. */
export function LifecycleLink({ slug, children }: OfAlliance) {
  const workspace = useWorkspace();
  return (
    <Link to="/w/$workspace/alliances/$slug/lifecycle" params={{ workspace, slug }} search={keptSearch}>
      {children}
    </Link>
  );
}

/** An alliance's own page. */
export function RecordedAllianceLink({ slug, children }: OfAlliance) {
  const workspace = useWorkspace();
  return (
    <Link to="/w/$workspace/alliances/$slug" params={{ workspace, slug }} search={keptSearch}>
      {children}
    </Link>
  );
}

/** Every alliance by the stage it is in. */
export function BoardLink({ children }: { readonly children: ReactNode }) {
  const workspace = useWorkspace();
  return (
    <Link to="/w/$workspace/lifecycles" params={{ workspace }} search={keptSearch}>
      {children}
    </Link>
  );
}

/** Where the method stands. */
export function LifecycleMethodLink() {
  return (
    <a href="/docs/methods/lifecycle#stages-and-gates" target="_blank" rel="noreferrer">
      <Trans>Method card: stages and gates</Trans>
    </a>
  );
}

/** The way from an alliance to its lifecycle. */
export function LifecycleOfAlliance({ slug }: { readonly slug: string }) {
  return (
    <p>
      <LifecycleLink slug={slug}>
        <Trans>Lifecycle: stages and gates</Trans>
      </LifecycleLink>
    </p>
  );
}

/** Where the work of each stage is done. */
const STAGE_ROOMS: Readonly<Partial<Record<string, Exclude<AllianceRoom, 'lifecycle'>>>> = {
  'strategy-formation': 'strategy',
  'partner-selection': 'selection',
  negotiation: 'negotiation',
  design: 'design',
  management: 'management',
  evaluation: 'evaluation',
  termination: 'termination',
};

/** The page on which a stage of an alliance is worked on, for stages that have one. */
export function StageRoom({ stage, slug }: { readonly stage: string; readonly slug: string }) {
  const workspace = useWorkspace();
  const room = STAGE_ROOMS[stage];
  if (room === undefined) return null;
  return (
    <p>
      <Link to={`/w/$workspace/alliances/$slug/${room}`} params={{ workspace, slug }} search={keptSearch}>
        <Trans>Work on this stage</Trans>
      </Link>
    </p>
  );
}
