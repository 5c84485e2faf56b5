import {
  candidateMoveRoutes,
  type KeptMoveChange,
  type MoveKeeping,
  type MoveTurning,
} from '@entente/contract/portfolio';
import { type Asked, type Mount, sendBody, sendStored } from '../register/mounting.routes.ts';
import { turnMove } from './candidate-alliance.commands.ts';
import { changeMove, keepMove, listMoves } from './candidate-moves.commands.ts';
import type { FirmReadings } from './firm-readings.commands.ts';

const workspaceOf = ({ params }: Asked): string => params['workspace'] ?? '';
const placeOf = (asked: Asked) => ({
  workspace: workspaceOf(asked),
  candidate: asked.params['candidate'] ?? '',
  version: asked.version,
});

/** Puts kept moves on the server, as the contract says them. */
export function mountCandidateMoves(mount: Mount, readings: FirmReadings): void {
  mount(
    candidateMoveRoutes.list,
    (asked) => listMoves(readings, asked.caller, workspaceOf(asked), asked.query),
    sendBody,
  );
  mount(
    candidateMoveRoutes.keep,
    (asked) => keepMove(readings, asked.caller, workspaceOf(asked), asked.body as MoveKeeping),
    sendStored,
  );
  mount(
    candidateMoveRoutes.change,
    (asked) => changeMove(readings, asked.caller, placeOf(asked), (asked.body as KeptMoveChange).state),
    sendStored,
  );
  mount(
    candidateMoveRoutes.turn,
    (asked) => turnMove(readings, asked.caller, placeOf(asked), asked.body as MoveTurning),
    sendStored,
  );
}
