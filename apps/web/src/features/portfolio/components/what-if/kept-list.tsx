import type { KeptMoveAnswer } from '@entente/contract/portfolio';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { keptSearch } from '../../../../lib/kept-search.ts';
import { useWords } from '../../../../lib/use-words.ts';
import { DateText } from '../../../../ui/date-text.tsx';
import { Moment } from '../../../../ui/moment.tsx';
import { Section } from '../../../../ui/section.tsx';
import { isSameMove, moveOfKept, type PlannedMove } from './move-address.ts';
import { TurnDialog } from './turn-dialog.tsx';
import type { KeptMoves } from './use-kept-moves.tsx';
import classes from './what-if.module.css';

type Props = {
  readonly workspace: string;
  readonly firmName: string;
  readonly kept: KeptMoves;
  /** Those that are compared now. */
  readonly moves: readonly PlannedMove[];
  readonly full: boolean;
  readonly onCompare: (moves: readonly PlannedMove[]) => void;
};

/** Moves that somebody kept: who and when, and what can be done with each. */
export function KeptList({ workspace, firmName, kept, moves, full, onCompare }: Props) {
  const { t } = useLingui();
  const [turned, setTurned] = useState<KeptMoveAnswer | null>(null);
  const shown = kept.items.filter(({ state }) => state !== 'discarded');
  if (shown.length === 0) return null;
  return (
    <Section id="kept-moves" title={<Trans>Kept moves</Trans>} count={shown.length}>
      <ul className={classes.keptList}>
        {shown.map((move) => {
          const planned = moveOfKept(move);
          const isCompared = moves.some((each) => isSameMove(each, planned));
          const { name } = move.partner;
          const [compare, discard, turn] = [t`Compare`, t`Discard`, t`Turn into an alliance`];
          return (
            <li key={move.id} className={classes.kept}>
              <KeptWords move={move} workspace={workspace} />
              <span className={classes.acts}>
                <Button
                  size="compact-sm"
                  variant="default"
                  disabled={isCompared || full}
                  aria-label={`${compare}: ${name}`}
                  onClick={() => onCompare([planned])}
                >
                  {compare}
                </Button>
                {move.abilities.turn && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={`${turn}: ${name}`}
                    onClick={() => setTurned(move)}
                  >
                    {turn}
                  </Button>
                )}
                {move.abilities.change && (
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    color="gray"
                    disabled={kept.isPending}
                    aria-label={`${discard}: ${name}`}
                    onClick={() => kept.discard(move)}
                  >
                    {discard}
                  </Button>
                )}
              </span>
            </li>
          );
        })}
      </ul>
      {turned && (
        <TurnDialog
          key={turned.id}
          move={turned}
          firmName={firmName}
          kept={kept}
          onClose={() => {
            kept.turning.reset();
            setTurned(null);
          }}
        />
      )}
    </Section>
  );
}

function KeptWords({ move, workspace }: { readonly move: KeptMoveAnswer; readonly workspace: string }) {
  const words = useWords();
  const { alliance, by } = move;
  const allianceName = alliance?.name ?? alliance?.slug ?? '';
  return (
    <>
      <b>{move.partner.name}</b>
      <span>
        {words.term('forms', move.form)}, <DateText value={move.start} />
      </span>
      <span className={classes.quiet}>
        {by.name} · <Moment at={move.at} parts="day" /> · {words.term('classes', move.class)}
      </span>
      {alliance && (
        <span>
          <Trans>
            Became{' '}
            <Link
              to="/w/$workspace/alliances/$slug"
              params={{ workspace, slug: alliance.slug ?? alliance.id }}
              search={keptSearch}
            >
              {allianceName}
            </Link>
          </Trans>
        </span>
      )}
    </>
  );
}
