import type { ChangeSetDetailAnswer, RowChangeAnswer } from '@entente/contract/register';
import { Plural, Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWorkspace } from '../../../lib/workspace.ts';
import { usePageTitle } from '../../../ui/page-title.ts';
import { FailureState, LoadingState } from '../../../ui/states.tsx';
import { changeQuery } from '../api/history-queries.ts';
import { useCommandWords } from '../components/command-words.ts';
import classes from '../components/history.module.css';
import { Moment } from '../../../ui/moment.tsx';
import { RecordName } from '../components/record-name.tsx';
import { RowChange } from '../components/row-change.tsx';
import { UndoForm } from '../components/undo-form.tsx';

/** One change: every record with its fields before and after, what undid it, and a way to undo it. */
export function ChangePage() {
  const workspace = useWorkspace();
  const { change } = useParams({ from: '/w/$workspace/history/$change' });
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    changeQuery(workspace, change),
  );
  const nameOf = useCommandWords();
  const [first] = data?.pages ?? [];
  usePageTitle(first && nameOf(first.command, first.records.length));
  if (error && !data) return <FailureState error={error} onRetry={() => void refetch()} />;
  if (!first) return <LoadingState lines={12} />;
  return (
    <>
      <h1 className={classes.what}>{nameOf(first.command, first.records.length)}</h1>
      <ChangeFacts change={first} />
      {first.abilities.undo && <UndoForm key={first.id} change={first.id} />}
      <Records changes={data?.pages.flatMap((page) => page.changes) ?? []} />
      {hasNextPage && (
        <Button
          className={classes.more}
          variant="default"
          size="xs"
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          <Trans>Show more</Trans>
        </Button>
      )}
    </>
  );
}

function ChangeLink({ change, children }: { readonly change: string; readonly children: ReactNode }) {
  const workspace = useWorkspace();
  return (
    <Link to="/w/$workspace/history/$change" params={{ workspace, change }}>
      {children}
    </Link>
  );
}

function ChangeFacts({ change }: { readonly change: ChangeSetDetailAnswer }) {
  const { at, actor, reason, rows, undoes, undoneBy } = change;
  return (
    <dl className={classes.facts}>
      <dt>
        <Trans>When</Trans>
      </dt>
      <dd>
        <Moment at={at} />
      </dd>
      <dt>
        <Trans>Who</Trans>
      </dt>
      <dd>{actor.name}</dd>
      {reason !== null && (
        <>
          <dt>
            <Trans>Reason</Trans>
          </dt>
          <dd>{reason}</dd>
        </>
      )}
      <dt>
        <Trans>Extent</Trans>
      </dt>
      <dd>
        <Plural value={rows} one="# row" other="# rows" />
      </dd>
      {undoes !== null && (
        <>
          <dt>
            <Trans>Undoes</Trans>
          </dt>
          <dd>
            <ChangeLink change={undoes}>
              <Trans>an earlier change</Trans>
            </ChangeLink>
          </dd>
        </>
      )}
      {undoneBy !== null && (
        <>
          <dt>
            <Trans>Undone by</Trans>
          </dt>
          <dd>
            <ChangeLink change={undoneBy}>
              <Trans>a later change</Trans>
            </ChangeLink>
          </dd>
        </>
      )}
    </dl>
  );
}

/** Rows in their order, those of one record that follow each other under one heading. */
function runsOf(changes: readonly RowChangeAnswer[]): RowChangeAnswer[][] {
  const runs: RowChangeAnswer[][] = [];
  for (const change of changes) {
    const last = runs.at(-1);
    if (last?.[0]?.subject.id === change.subject.id) last.push(change);
    else runs.push([change]);
  }
  return runs;
}

function Records({ changes }: { readonly changes: readonly RowChangeAnswer[] }) {
  return runsOf(changes).map((run) => {
    const [first] = run;
    return (
      first && (
        <section key={`${first.rowId} ${first.action}`}>
          <h2 className={classes.record}>
            <RecordName record={first.subject} />
          </h2>
          <ul className={classes.rows}>
            {run.map((change, index) => (
              <RowChange key={`${change.rowId} ${index}`} change={change} />
            ))}
          </ul>
        </section>
      )
    );
  });
}
