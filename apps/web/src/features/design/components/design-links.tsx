import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { keptSearch } from '../../../lib/kept-search.ts';
import { useWorkspace } from '../../../lib/workspace.ts';

type OfAlliance = { readonly slug: string; readonly children: ReactNode };

/** What the sides of an alliance have undertaken. */
export function ObligationsLink({ slug, children }: OfAlliance) {
  const workspace = useWorkspace();
  return (
    <Link to="/w/$workspace/alliances/$slug/obligations" params={{ workspace, slug }} search={keptSearch}>
      {children}
    </Link>
  );
}

/** The obligations of every alliance. */
export function EveryObligationLink({ children }: { readonly children: ReactNode }) {
  const workspace = useWorkspace();
  return (
    <Link to="/w/$workspace/obligations" params={{ workspace }} search={keptSearch}>
      {children}
    </Link>
  );
}

type Card = 'clauses' | 'control-plan' | 'bodies' | 'authority' | 'deadlock' | 'exclusivities' | 'obligations';

/** Where the method of a figure stands. */
export function DesignMethodLink({ part }: { readonly part: Card }) {
  const { t } = useLingui();
  const names: Readonly<Record<Card, string>> = {
    clauses: t`Method card: clauses`,
    'control-plan': t`Method card: control plan`,
    bodies: t`Method card: bodies and votes`,
    authority: t`Method card: delegation of authority`,
    deadlock: t`Method card: deadlock ladder`,
    exclusivities: t`Method card: exclusivities`,
    obligations: t`Method card: obligations`,
  };
  return (
    <a href={`/docs/methods/lifecycle#${part}`} target="_blank" rel="noreferrer">
      {names[part]}
    </a>
  );
}
