import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { Aims } from '@entente/core/portfolio';
import { useAsOf } from '../../../lib/as-of.ts';
import { DateText } from '../../../ui/date-text.tsx';
import { usePageTitle } from '../../../ui/page-title.ts';
import { EmptyState, FailureState, LoadingState } from '../../../ui/states.tsx';
import { findingsQuery } from '../api/findings-queries.ts';
import { whatIfQuery } from '../api/what-if-queries.ts';
import findings from '../components/findings/findings.module.css';
import { parametersFrom, searchOf } from '../components/parameters/parameters.ts';
import { PortfolioSections } from '../components/portfolio-sections.tsx';
import { PortfolioTitle } from '../components/portfolio-title.tsx';
import { AimsForm } from '../components/what-if/aims-form.tsx';
import { ComparisonTable } from '../components/what-if/comparison-table.tsx';
import { KeptList } from '../components/what-if/kept-list.tsx';
import {
  aimsFrom,
  aimsText,
  isSameMove,
  MOST_MOVES,
  moveOfKept,
  movesFrom,
  movesText,
  type PlannedMove,
} from '../components/what-if/move-address.ts';
import { MoveForm } from '../components/what-if/move-form.tsx';
import { useKeptMoves } from '../components/what-if/use-kept-moves.tsx';

const ROUTE = '/w/$workspace/organisations/$slug/portfolio/what-if';

/** Moves that the firm could make, side by side against today. The address holds them; what is kept stays for others. */
export function WhatIfPage() {
  const { t } = useLingui();
  const { workspace, slug } = useParams({ from: ROUTE });
  const given = useSearch({ from: ROUTE });
  const navigate = useNavigate({ from: ROUTE });
  const search = searchOf(parametersFrom(given));
  const asOf = useAsOf();
  const day = asOf.text ?? asOf.day;
  const moves = movesFrom(given.moves);
  const aims = aimsFrom(given.aims);
  const firm = useQuery(findingsQuery({ workspace, firm: slug, search, asOf: day })).data?.focal.name;
  const { data, error, refetch } = useQuery(whatIfQuery({ workspace, firm: slug, search, asOf: day, moves, aims }));
  const kept = useKeptMoves(workspace, slug);
  const full = moves.length >= MOST_MOVES;
  usePageTitle(firm && t`What if: ${firm}`);
  /** Takes the part that is given into the address; what the inspector showed may be gone. */
  const keep = (part: { moves?: string; aims?: string }, without: 'moves' | null = null): void =>
    void navigate({
      search: ({ inspect: _inspected, moves: former, ...before }) => ({
        ...before,
        ...(former !== undefined && without !== 'moves' && { moves: former }),
        ...part,
      }),
      replace: true,
      resetScroll: false,
    });
  const plan = (next: readonly PlannedMove[]): void =>
    next.length === 0 ? keep({}, 'moves') : keep({ moves: movesText(next) });
  const weigh = (next: Aims): void => keep({ aims: aimsText(next) });
  const current = moves.length > 0 && data?.outlooks.length === moves.length ? data : null;
  return (
    <>
      <header className={findings.head}>
        <PortfolioTitle firm={firm} />
        <PortfolioSections workspace={workspace} slug={slug} />
        <p className={findings.asOf}>
          <Trans>
            What a move would change, against <DateText value={current?.day ?? day} /> without it. The register is not
            changed until a move is turned into an alliance.
          </Trans>
        </p>
      </header>
      <MoveForm workspace={workspace} year={day.slice(0, 4)} full={full} onAdd={(move) => plan([...moves, move])} />
      <KeptList
        workspace={workspace}
        firmName={firm ?? slug}
        kept={kept}
        moves={moves}
        full={full}
        onCompare={(more) => plan([...moves, ...more])}
      />
      {moves.length === 0 && (
        <EmptyState title={<Trans>No move to compare yet</Trans>}>
          <Trans>Add a partner that the firm could ally with; each further move stands beside it.</Trans>
        </EmptyState>
      )}
      {error && moves.length > 0 && <FailureState error={error} inline onRetry={() => void refetch()} />}
      {moves.length > 0 && !error && current === null && <LoadingState />}
      {current && (
        <>
          <AimsForm aims={aims} onChange={weigh} />
          <ComparisonTable
            workspace={workspace}
            answer={current}
            moves={moves}
            isKept={(move) => kept.items.some((each) => each.state === 'kept' && isSameMove(moveOfKept(each), move))}
            onKeep={kept.abilities.keep ? kept.keep : null}
            onRemove={(place) => plan(moves.filter((_, at) => at !== place))}
          />
        </>
      )}
    </>
  );
}
