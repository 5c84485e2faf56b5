import { changeRoutes, type ChangeSetAnswer, COLLECTIONS, type StakeAnswer, stakes } from '@entente/contract/register';
import { z } from 'zod';
import { read, write } from '../../../lib/client.ts';
import type { StakeFields } from '../components/stakes/stake-form-values.ts';
import type { Page } from './answers.ts';

/** What goes with one press of the save button. */
export type StakeWrite = {
  readonly workspace: string;
  readonly alliance: string;
  /** The stake to change; null adds one. */
  readonly stake: StakeAnswer | null;
  /** The version that the writer has seen. */
  readonly version: number;
  readonly fields: Partial<StakeFields>;
  readonly reason: string | null;
  readonly idempotencyKey: string;
};

const addressOf = (workspace: string, rest: string): string => `/workspaces/${encodeURIComponent(workspace)}${rest}`;

/** Records or changes a stake. @throws RequestFailure */
export async function saveStake({
  workspace,
  alliance,
  stake,
  version,
  fields,
  reason,
  idempotencyKey,
}: StakeWrite): Promise<StakeAnswer> {
  const { answer } = COLLECTIONS.stakes.routes.get;
  const why = reason === null ? {} : { reason };
  if (stake === null) {
    const body = { alliance, ...fields, ...why };
    return write(addressOf(workspace, '/stakes'), {
      method: 'POST',
      answer,
      body,
      idempotencyKey,
    });
  }
  const body = { ...fields, ...why };
  const path = addressOf(workspace, `/stakes/${stake.id}`);
  return write(path, { method: 'PATCH', answer, body, version, idempotencyKey });
}

/** The stake as it stands now. @throws RequestFailure */
export async function currentStake(workspace: string, id: string): Promise<StakeAnswer> {
  const { answer } = stakes.routes.get;
  return read(addressOf(workspace, `/stakes/${id}`), { answer });
}

/** The last change made to a stake, when it may be undone. @throws RequestFailure */
export async function lastChangeOf(workspace: string, stake: string): Promise<ChangeSetAnswer | null> {
  const query = { record: `stake:${stake}`, limit: 1 };
  const page = (await read(addressOf(workspace, '/changes'), {
    answer: changeRoutes.list.answer,
    query,
  })) as Page<ChangeSetAnswer>;
  const [change] = page.items;
  return change?.abilities.undo ? change : null;
}

/** Takes a change back. @throws RequestFailure */
export async function undoChange(workspace: string, change: string, idempotencyKey: string): Promise<void> {
  const path = addressOf(workspace, `/changes/${change}/undo`);
  await write(path, { method: 'POST', answer: z.unknown(), body: {}, idempotencyKey });
}
