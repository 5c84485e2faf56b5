import type { LifecycleBoardAnswer } from '@entente/contract/lifecycle';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useAsOf } from '../../../lib/as-of.ts';
import { usePageTitle } from '../../../ui/page-title.ts';
import { EmptyState, FailureState, LoadingState } from '../../../ui/states.tsx';
import { Term } from '../../../ui/term.tsx';
import { boardQuery, templateQuery } from '../api/lifecycle-requests.ts';
import { BoardColumns } from '../components/board/board-columns.tsx';
import { InspectedCard } from '../components/board/board-rules.tsx';
import { BoardTable } from '../components/board/board-table.tsx';
import classes from '../components/board/board.module.css';
import { EndedList } from '../components/board/ended-list.tsx';
import { EndingsTable } from '../components/board/endings-table.tsx';
import { WithoutLifecycle } from '../components/board/without-lifecycle.tsx';
import { TemplateContext } from '../components/template-context.ts';

const ROUTE = '/w/$workspace/lifecycles';

/** Every alliance by the stage it is in: which gates are overdue, what each waits for, who skipped what. */
export function LifecyclesPage() {
  const { t } = useLingui();
  const { workspace } = useParams({ from: ROUTE });
  const { day } = useAsOf();
  const board = useQuery(boardQuery(workspace, day));
  const { data: told, error, refetch } = useQuery(templateQuery(workspace));
  usePageTitle(t`Lifecycle`);
  const failure = board.data ? null : (board.error ?? error);
  return (
    <>
      <h1>
        <Trans>Lifecycle</Trans>
      </h1>
      <p className={classes.lead}>
        <Trans>
          Each alliance in the <Term id="lifecycle">stage</Term> it has reached. It moves on through a{' '}
          <Term id="stage-gate">gate</Term>, when the objectives of its stage are achieved; it may go back.
        </Trans>
      </p>
      {failure && (
        <FailureState
          inline
          error={failure}
          onRetry={() => {
            void board.refetch();
            void refetch();
          }}
        />
      )}
      {!failure && !(board.data && told) && <LoadingState lines={10} />}
      {board.data && told && (
        <TemplateContext value={told}>
          <Board board={board.data} stale={board.isPlaceholderData} />
        </TemplateContext>
      )}
    </>
  );
}

function Board({ board, stale }: { readonly board: LifecycleBoardAnswer; readonly stale: boolean }) {
  const { view } = useSearch({ from: ROUTE });
  const open = board.alliances.filter(({ state }) => state === 'open');
  const over = board.alliances.filter(({ state }) => state !== 'open');
  return (
    <div aria-busy={stale}>
      {board.alliances.length === 0 ? (
        <EmptyState title={<Trans>No lifecycle has begun by this day</Trans>}>
          <Trans>
            Choose an alliance below and say which stage it is in; what came before may stay unknown. Or choose a later
            date above.
          </Trans>
        </EmptyState>
      ) : (
        <>
          <Facts open={open} />
          {view === 'table' ? <BoardTable cards={open} /> : <BoardColumns cards={open} />}
        </>
      )}
      <EndedList cards={over} />
      <EndingsTable endings={board.endings} />
      <WithoutLifecycle without={board.without} />
      {board.alliances.map((card) => (
        <InspectedCard key={card.slug} card={card} />
      ))}
    </div>
  );
}

function Facts({ open }: { readonly open: LifecycleBoardAnswer['alliances'] }) {
  const overdue = open.filter(({ daysOverdue }) => daysOverdue !== null).length;
  const skipping = open.filter(({ skipped }) => skipped.length > 0).length;
  return (
    <>
      <div className={classes.facts}>
        <p>
          <Plural value={open.length} one="# alliance under way" other="# alliances under way" />
          {' · '}
          <Plural value={overdue} one="# gate overdue" other="# gates overdue" />
          {' · '}
          <Plural value={skipping} one="# skipped a stage" other="# skipped stages" />
        </p>
        <TableSwitch />
      </div>
      {skipping > 0 && (
        <p className={classes.caution}>
          <span aria-hidden="true">▲ </span>
          <Trans>Alliances often fail when firms skip one or more stages (source 002).</Trans>
        </p>
      )}
    </>
  );
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input,textarea,select,[contenteditable="true"],[role="dialog"]') !== null;

/** Puts the table in the place of the columns, by hand or by `T`; the address keeps it. */
function TableSwitch() {
  const { view } = useSearch({ from: ROUTE });
  const navigate = useNavigate({ from: ROUTE });
  const turn = (): void =>
    void navigate({
      search: ({ view: before, ...search }) => (before === 'table' ? search : { ...search, view: 'table' as const }),
      replace: true,
      resetScroll: false,
    });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
      if (plain && event.key.toLowerCase() === 't') turn();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      color="gray"
      aria-pressed={view === 'table'}
      onClick={turn}
      data-screen-only
    >
      {view === 'table' ? <Trans>Columns (T)</Trans> : <Trans>Table (T)</Trans>}
    </Button>
  );
}
