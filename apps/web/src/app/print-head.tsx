import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { today, useAsOf } from '../lib/as-of.ts';
import { workspacesQuery } from '../lib/workspaces.ts';
import { dateWords } from '../ui/date-text.tsx';

const followPrinting = (changed: () => void): (() => void) => {
  window.addEventListener('beforeprint', changed);
  return () => window.removeEventListener('beforeprint', changed);
};

/** Over a printed page: of which workspace, as of when, and when it was printed. */
export function PrintHead({ workspace }: { readonly workspace: string }) {
  const { i18n } = useLingui();
  const { data } = useQuery(workspacesQuery);
  const { day } = useAsOf();
  // A page may stay open for days.
  const date = dateWords(
    useSyncExternalStore(followPrinting, () => today()),
    i18n,
  );
  const asOf = dateWords(day, i18n);
  const name = data?.items.find(({ slug }) => slug === workspace)?.name ?? workspace;
  return (
    <p className="print-head" aria-hidden="true">
      <span>Entente · {name}</span>
      <span>
        <Trans>As of {asOf}</Trans>
      </span>
      <span>
        <Trans>Printed on {date}</Trans>
      </span>
    </p>
  );
}
