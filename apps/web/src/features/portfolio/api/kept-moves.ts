import { candidateMoveRoutes, type KeptMoveAnswer, type MoveTurning } from '@entente/contract/portfolio';
import { changeRoutes } from '@entente/contract/register';
import { queryOptions } from '@tanstack/react-query';
import { read, write, writeUndoably } from '../../../lib/client.ts';
import { candidateOf, type PlannedMove } from '../components/what-if/move-address.ts';

const pathOf = (workspace: string, rest: string): string => `/workspaces/${encodeURIComponent(workspace)}${rest}`;
const { answer } = candidateMoveRoutes.keep;
const once = () => ({ idempotencyKey: crypto.randomUUID(), answer });

/** The moves that are kept of a firm. */
export const keptMovesQuery = (workspace: string, organisation: string) =>
  queryOptions({
    queryKey: ['workspace', workspace, 'kept-moves', organisation],
    queryFn: ({ signal }) =>
      read(pathOf(workspace, '/candidate-moves'), {
        answer: candidateMoveRoutes.list.answer,
        query: { organisation },
        signal,
      }),
  });

/** @throws RequestFailure */
export const keepMove = (workspace: string, organisation: string, move: PlannedMove) =>
  write(pathOf(workspace, '/candidate-moves'), {
    ...once(),
    method: 'POST',
    body: { firm: { organisation }, move: candidateOf(move) },
  });

type MoveAt = Pick<KeptMoveAnswer, 'id' | 'version'>;

/** Discards a move, or takes the discarding back. @throws RequestFailure */
export const changeMove = (workspace: string, { id, version }: MoveAt, state: 'kept' | 'discarded') =>
  write(pathOf(workspace, `/candidate-moves/${id}`), { ...once(), method: 'PATCH', version, body: { state } });

/** Makes an alliance of a move; tells the change that can be undone. @throws RequestFailure */
export const turnMove = (workspace: string, { id, version }: MoveAt, body: MoveTurning) =>
  writeUndoably(pathOf(workspace, `/candidate-moves/${id}/alliance`), { ...once(), method: 'POST', version, body });

/** Takes the making of an alliance back. @throws RequestFailure */
export const undoTurning = (workspace: string, change: string) =>
  write(pathOf(workspace, `/changes/${change}/undo`), {
    method: 'POST',
    idempotencyKey: crypto.randomUUID(),
    answer: changeRoutes.undo.answer,
    body: {},
  });
