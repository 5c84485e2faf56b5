import { type BatchAnswer, type BatchBody, batchRoutes } from '@entente/contract/register';
import { z } from 'zod';
import { write } from '../../../lib/client.ts';

/** One write of a batch: something is added, changed or removed. */
export type RecordWrite = {
  readonly collection: BatchBody['changes'][number]['collection'];
  /** With `create`: what later writes of the batch call it, after an `@`. */
  readonly as?: string;
  readonly create?: Readonly<Record<string, unknown>>;
  readonly record?: string;
  readonly version?: number;
  readonly change?: Readonly<Record<string, unknown>>;
  readonly remove?: true;
};

/** What goes with one press of a save button. */
export type SavedChanges = {
  readonly workspace: string;
  readonly changes: readonly RecordWrite[];
  readonly reason: string | null;
  readonly idempotencyKey: string;
};

const addressOf = (workspace: string, rest: string): string => `/workspaces/${encodeURIComponent(workspace)}${rest}`;

/** Makes all writes as one change, or none. @throws RequestFailure */
export async function saveChanges({ workspace, changes, reason, idempotencyKey }: SavedChanges): Promise<BatchAnswer> {
  const body = { changes, ...(reason === null ? {} : { reason }) };
  const { answer } = batchRoutes.apply;
  return write(addressOf(workspace, '/changes'), { method: 'POST', answer, body, idempotencyKey });
}

/** Takes a change back. @throws RequestFailure */
export async function undoChange(workspace: string, change: string, idempotencyKey: string): Promise<void> {
  const path = addressOf(workspace, `/changes/${change}/undo`);
  await write(path, { method: 'POST', answer: z.unknown(), body: {}, idempotencyKey });
}
