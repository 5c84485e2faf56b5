import type { KeptMoveAnswer, KeptMovesAnswer, MoveKeeping } from '@entente/contract/portfolio';
import { can } from '@entente/core/accounts';
import { Outcome, type Problem } from '@entente/core/kernel';
import { type CandidatePartner, type Focal, ownSideOf } from '@entente/core/portfolio';
import type { Register } from '@entente/core/register';
import type { DatabaseTransaction } from '../platform/database.ts';
import { arranging, type Caller, reading, required } from '../register/changing.commands.ts';
import { recordMissing, staleVersion } from '../register/record-writes.commands.ts';
import { entityTag } from '../register/record.presenter.ts';
import type { StoredAnswer } from '../register/stored-answer.ts';
import type { Workspace } from '../register/workspaces.store.ts';
import { keptMoveAnswer, membersOfHouse } from './candidate-moves.presenter.ts';
import {
  findMove,
  findMoves,
  insertMove,
  type MoveContentRow,
  type MoveRow,
  updateDiscarded,
} from './candidate-moves.store.ts';
import { partnerIn } from './candidate-partners.ts';
import type { FirmReadings } from './firm-readings.commands.ts';

type Reads = Pick<Caller, 'database' | 'actor'>;
/** Where a kept move is, and the version that was read. */
export type MovePlace = { readonly workspace: string; readonly candidate: string; readonly version: number };
type AskedFirm = { readonly organisation?: string | undefined; readonly house?: string | undefined };

const CLASSES = ['NEVER', 'INTERNAL'] as const;

const settledMove: Problem = {
  code: 'candidate-settled',
  message: 'The move has become an alliance, or was discarded',
  fix: 'Read it again; undo the change that made the alliance to open the move again.',
};

const classRefused: Problem = {
  code: 'value-refused',
  message: 'Your role does not read candidate moves of this class',
  fix: 'Choose INTERNAL.',
  pointer: '/class',
};

const firmUnknown: Problem = {
  code: 'record-unknown',
  message: 'There is no such firm in this workspace',
  fix: 'Choose an organisation or a house that is there.',
  pointer: '/firm',
};

function focalOf({ organisations, houses }: Register, { organisation, house }: AskedFirm): Focal | null {
  const [kind, text] = house === undefined ? (['organisation', organisation] as const) : (['house', house] as const);
  const row = (kind === 'house' ? houses : organisations).find(({ slug, id }) => slug === text || id === text);
  return row ? { kind, id: row.id } : null;
}

const writes = ({ id, viewer }: Workspace, each: MoveRow['class']): boolean =>
  can(viewer, 'register.write', { workspaceId: id, class: each });

/** The moves that are kept of a firm, or of all firms. */
export async function listMoves(
  readings: FirmReadings,
  reads: Reads,
  workspace: string,
  firm: AskedFirm,
): Promise<Outcome<KeptMovesAnswer>> {
  const register = await readings.wholeRegister(reads, workspace);
  if (!register.ok) return register;
  const isAsked = firm.organisation !== undefined || firm.house !== undefined;
  const focal = isAsked ? focalOf(register.value, firm) : null;
  if (isAsked && focal === null) return Outcome.refuse({ ...firmUnknown, pointer: '/organisation' });
  return reading(reads, workspace, async (transaction, found) => {
    const rows = await findMoves(transaction, focal);
    const classes = CLASSES.filter((each) => writes(found, each));
    return Outcome.of({
      items: rows.flatMap((row) => keptMoveAnswer(register.value, row, found) ?? []),
      members: focal?.kind === 'house' ? membersOfHouse(register.value, focal.id) : [],
      abilities: { keep: classes.length > 0, classes },
    });
  });
}

/** How a move stands now, as the answer to a step with it. */
export async function moveNow(
  transaction: DatabaseTransaction,
  workspace: Workspace,
  register: Register,
  id: string,
  status: number,
): Promise<StoredAnswer & { readonly body: KeptMoveAnswer }> {
  const row = await findMove(transaction, id);
  const body = row && keptMoveAnswer(register, row, workspace);
  if (body === null) return required(Outcome.refuse(recordMissing));
  return { status, headers: { etag: entityTag(body.version) }, body };
}

/** A move at the version that was read; locked. */
export async function moveAt(
  transaction: DatabaseTransaction,
  { candidate, version }: MovePlace,
  states: readonly KeptMoveAnswer['state'][],
): Promise<MoveRow> {
  const row = await findMove(transaction, candidate, 'lock');
  if (row === null) return required(Outcome.refuse(recordMissing));
  if (row.version !== version) return required(Outcome.refuse(staleVersion(version, row.version)));
  const state = row.allianceId !== null ? 'turned' : row.discarded ? 'discarded' : 'kept';
  return states.includes(state) ? row : required(Outcome.refuse(settledMove));
}

const keptPartner = (partner: CandidatePartner): MoveContentRow['partner'] =>
  partner.kind === 'stranger' ? { kind: 'name', name: partner.name } : partner;

/** Keeps a move of a firm. */
export async function keepMove(
  readings: FirmReadings,
  caller: Caller,
  workspace: string,
  { firm, move, class: asked }: MoveKeeping,
): Promise<Outcome<StoredAnswer>> {
  const found = await readings.wholeRegister(caller, workspace);
  if (!found.ok) return found;
  const register = found.value;
  const focal = focalOf(register, firm);
  if (focal === null) return Outcome.refuse(firmUnknown);
  const partner = partnerIn({ register, whole: register }, ownSideOf(register, focal), move.partner, '/move/partner');
  if (!partner.ok) return partner;
  return arranging(caller, workspace, async (transaction, here) => {
    const moveClass = asked ?? (writes(here, 'NEVER') ? 'NEVER' : 'INTERNAL');
    if (!writes(here, moveClass)) return Outcome.refuse(classRefused);
    const content: MoveContentRow = { ...move, partner: keptPartner(partner.value) };
    const id = await insertMove(transaction, { class: moveClass, firm: focal, content });
    return Outcome.of(await moveNow(transaction, here, register, id, 201));
  });
}

/** Discards a move, or takes that back. */
export async function changeMove(
  readings: FirmReadings,
  caller: Caller,
  place: MovePlace,
  state: 'kept' | 'discarded',
): Promise<Outcome<StoredAnswer>> {
  const register = await readings.wholeRegister(caller, place.workspace);
  if (!register.ok) return register;
  return arranging(caller, place.workspace, async (transaction, here) => {
    const row = await moveAt(transaction, place, ['kept', 'discarded']);
    await updateDiscarded(transaction, row.id, state === 'discarded');
    return Outcome.of(await moveNow(transaction, here, register.value, row.id, 200));
  });
}
