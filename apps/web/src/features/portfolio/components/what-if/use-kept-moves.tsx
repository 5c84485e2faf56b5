import type { KeptMoveAnswer, MoveTurning } from '@entente/contract/portfolio';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { failureWords } from '../../../../lib/failure-words.ts';
import { changeMove, keepMove, keptMovesQuery, turnMove, undoTurning } from '../../api/kept-moves.ts';
import type { PlannedMove } from './move-address.ts';

const TOAST_MS = 10_000;

/** The kept moves of a firm and what is done with them; each act offers to be taken back. */
export function useKeptMoves(workspace: string, firm: string) {
  const { t, i18n } = useLingui();
  const client = useQueryClient();
  const { data } = useQuery(keptMovesQuery(workspace, firm));
  const refresh = (): Promise<void> => client.invalidateQueries({ queryKey: ['workspace', workspace] });
  const failed = (error: Error): void => {
    const { happened, todo } = failureWords(error, i18n);
    notifications.show({ color: 'red', title: happened, message: todo, autoClose: false });
  };
  const run = useMutation({ mutationFn: (act: () => Promise<unknown>) => act(), onError: failed, onSettled: refresh });
  const offer = (said: ReactNode, back: () => Promise<unknown>): void => {
    const id = `kept-move-${crypto.randomUUID()}`;
    const undo = (): void => {
      notifications.hide(id);
      run.mutate(back);
    };
    notifications.show({
      id,
      autoClose: TOAST_MS,
      closeButtonProps: { 'aria-label': t`Close` },
      message: (
        <>
          {said}{' '}
          <Button size="compact-sm" variant="default" onClick={undo}>
            <Trans>Undo</Trans>
          </Button>
        </>
      ),
    });
  };
  const turning = useMutation({
    mutationFn: ({ move, body }: { readonly move: KeptMoveAnswer; readonly body: MoveTurning }) =>
      turnMove(workspace, move, body),
    onSuccess: ({ change }) => {
      if (change !== null) offer(t`The alliance is in the register.`, () => undoTurning(workspace, change));
    },
    onSettled: refresh,
  });
  return {
    items: data?.items ?? [],
    abilities: data?.abilities ?? { keep: false, classes: [] },
    isPending: run.isPending,
    keep: (move: PlannedMove): void =>
      run.mutate(async () => {
        const kept = await keepMove(workspace, firm, move);
        offer(t`The move is kept.`, () => changeMove(workspace, kept, 'discarded'));
      }),
    discard: (move: KeptMoveAnswer): void =>
      run.mutate(async () => {
        const gone = await changeMove(workspace, move, 'discarded');
        offer(t`The move is discarded.`, () => changeMove(workspace, gone, 'kept'));
      }),
    turning,
  };
}

export type KeptMoves = ReturnType<typeof useKeptMoves>;
