import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useAsOf } from '../../../lib/as-of.ts';
import { useWords } from '../../../lib/use-words.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { useAbilities, workspacesQuery } from '../../../lib/workspaces.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { usePageTitle } from '../../../ui/page-title.ts';
import { EmptyState, FailureState, LoadingState } from '../../../ui/states.tsx';
import { type Firm, firmsOf } from '../api/firms.ts';
import { membershipsQuery } from '../api/register-queries.ts';

/** The firms of a workspace, those with most alliances first, each leading to its portfolio. */
export function StartPage() {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const { day } = useAsOf();
  const { data: workspaces } = useQuery(workspacesQuery);
  const { data, error, refetch } = useQuery(membershipsQuery(workspace));
  const firms = useMemo(() => (data ? firmsOf(data.items, data.ends, day) : []), [data, day]);
  const name = workspaces?.items.find(({ slug }) => slug === workspace)?.name ?? workspace;
  usePageTitle(name);
  if (error && !data) return <FailureState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState />;
  return (
    <>
      <h1>{name}</h1>
      {firms.length === 0 ? (
        <NothingYet />
      ) : (
        <>
          <p>
            <Trans>Choose a firm to see where its portfolio of alliances stands, and how it came there.</Trans>
          </p>
          {data.items.length < data.total && (
            <p>
              <Trans>
                Counted over the first {data.items.length} of {data.total} memberships; every firm can be found by its
                name in the bar above.
              </Trans>
            </p>
          )}
          <FirmTable firms={firms} caption={t`Firms`} />
        </>
      )}
    </>
  );
}

/** The workspace that a new installation holds the case library in. */
const DEMO = 'demo';

function NothingYet() {
  const workspace = useWorkspace();
  const { data } = useQuery(workspacesQuery);
  const { write } = useAbilities();
  const hasDemo = workspace !== DEMO && data?.items.some(({ slug }) => slug === DEMO);
  if (!write) return <EmptyState title={<Trans>This workspace holds no alliances yet.</Trans>} />;
  return (
    <EmptyState
      title={<Trans>This workspace holds no alliances yet.</Trans>}
      action={
        <Button renderRoot={(props) => <Link {...props} to="/w/$workspace/import" params={{ workspace }} />}>
          <Trans>Import your spreadsheet</Trans>
        </Button>
      }
    >
      <p>
        <Trans>
          A table of alliances and partners is enough, as it is. Or{' '}
          <Link to="/w/$workspace/alliances/new" params={{ workspace }}>
            record one alliance by hand
          </Link>
          .
        </Trans>
      </p>
      <p>
        {hasDemo ? (
          <Trans>
            To see first what comes of it, look at{' '}
            <Link to="/w/$workspace" params={{ workspace: DEMO }} search={{}}>
              the case library
            </Link>
            .
          </Trans>
        ) : (
          <Trans>
            To see first what comes of it, load the case library: <code>npx entente cases load --workspace demo</code>.
          </Trans>
        )}
      </p>
    </EmptyState>
  );
}

function FirmTable({ firms, caption }: { readonly firms: readonly Firm[]; readonly caption: string }) {
  const { t } = useLingui();
  const words = useWords();
  const workspace = useWorkspace();
  const columns: Column<Firm>[] = [
    {
      id: 'name',
      header: t`Firm`,
      value: ({ name }) => name,
      cell: ({ slug, name }) => (
        <Link to="/w/$workspace/organisations/$slug/portfolio" params={{ workspace, slug }} search={{ focal: slug }}>
          {name}
        </Link>
      ),
    },
    {
      id: 'alliances',
      header: t`Alliances`,
      numeric: true,
      value: ({ alliances }) => alliances,
      cell: ({ alliances }) => words.count(alliances),
    },
    {
      id: 'active',
      header: t`Active on the date`,
      numeric: true,
      value: ({ active }) => active,
      cell: ({ active }) => words.count(active),
    },
    {
      id: 'partners',
      header: t`Partners`,
      numeric: true,
      value: ({ partners }) => partners,
      cell: ({ partners }) => words.count(partners),
    },
  ];
  return <DataTable caption={caption} columns={columns} rows={firms} rowKey={({ slug }) => slug} filtered />;
}
