import type { RoomGateAnswer, RoomGateWord } from '@entente/contract/sharing';
import { invariant, Outcome } from '@entente/core/kernel';
import { recordMissing } from '../register/record-writes.commands.ts';
import { roomGateAnswer } from './gates.presenter.ts';
import { findGates, insertGateWord } from './gates.store.ts';
import { type Visitor, visiting } from './rooms.commands.ts';

/** Gives the guest's word on a gate that they are asked about; what they said before stays, and the last word counts. */
export const judgeGate = (
  visitor: Visitor,
  { room, gate }: { readonly room: string; readonly gate: string },
  word: RoomGateWord,
): Promise<Outcome<RoomGateAnswer>> =>
  visiting(visitor, room, async (transaction) => {
    const asked = async () => (await findGates(transaction, room)).find(({ id }) => id === gate);
    if ((await asked()) === undefined) return Outcome.refuse(recordMissing);
    await insertGateWord(transaction, gate, word);
    const now = await asked();
    invariant(now, 'a gate that was judged stays');
    return Outcome.of(roomGateAnswer(now));
  });
