import type { RoomGateAnswer } from '@entente/contract/sharing';
import type { GateRow } from './gates.store.ts';

/** A gate as the guest who is asked sees it. */
export const roomGateAnswer = ({ id, stageName, words, due, askedAt, said }: GateRow): RoomGateAnswer => ({
  id,
  stage: stageName,
  words,
  due,
  askedAt: askedAt.toISOString(),
  said: said.map((each) => ({ ...each, saidAt: new Date(each.saidAt).toISOString() })),
});
