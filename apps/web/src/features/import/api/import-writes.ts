import {
  changeRoutes,
  type ImportAnswer,
  type ImportChange,
  importMappingRoutes,
  type ImportMappingCreation,
  importRoutes,
} from '@entente/contract/register';
import { z } from 'zod';
import { write } from '../../../lib/client.ts';

const addressOf = (workspace: string, rest: string): string => `/workspaces/${encodeURIComponent(workspace)}${rest}`;
const newKey = (): string => crypto.randomUUID();

type Known = Pick<ImportAnswer, 'id' | 'version'>;

/** Sends a pasted block to be read. @throws RequestFailure */
export const createFromBlock = (workspace: string, name: string, text: string): Promise<ImportAnswer> =>
  write(addressOf(workspace, '/imports'), {
    method: 'POST',
    body: { name, text },
    idempotencyKey: newKey(),
    answer: importRoutes.create.answer,
  });

/** Corrects how a table is read. @throws RequestFailure */
export const changeImport = (workspace: string, { id, version }: Known, body: ImportChange): Promise<ImportAnswer> =>
  write(addressOf(workspace, `/imports/${id}`), {
    method: 'PATCH',
    body,
    version,
    idempotencyKey: newKey(),
    answer: importRoutes.change.answer,
  });

/** Writes the table to the register as one change. @throws RequestFailure */
export const commitImport = (
  workspace: string,
  { id, version }: Known,
  reason: string | null,
  idempotencyKey: string,
) =>
  write(addressOf(workspace, `/imports/${id}/commit`), {
    method: 'POST',
    body: reason === null ? {} : { reason },
    version,
    idempotencyKey,
    answer: importRoutes.commit.answer,
  });

/** Stops an import that is being written; nothing of it stays. @throws RequestFailure */
export const stopImport = (workspace: string, id: string): Promise<unknown> =>
  write(addressOf(workspace, `/imports/${id}/writing`), {
    method: 'DELETE',
    idempotencyKey: newKey(),
    answer: z.null(),
  });

/** Throws a draft away. @throws RequestFailure */
export const removeImport = (workspace: string, { id, version }: Known): Promise<unknown> =>
  write(addressOf(workspace, `/imports/${id}`), {
    method: 'DELETE',
    version,
    idempotencyKey: newKey(),
    answer: z.null(),
  });

/** Takes back everything an import wrote. @throws RequestFailure */
export const undoImport = (workspace: string, change: string) =>
  write(addressOf(workspace, `/changes/${change}/undo`), {
    method: 'POST',
    body: {},
    idempotencyKey: newKey(),
    answer: changeRoutes.undo.answer,
  });

/** Remembers how the columns of a table are read. @throws RequestFailure */
export const createMapping = (workspace: string, body: ImportMappingCreation) =>
  write(addressOf(workspace, '/import-mappings'), {
    method: 'POST',
    body,
    idempotencyKey: newKey(),
    answer: importMappingRoutes.create.answer,
  });

/** Forgets a mapping. @throws RequestFailure */
export const removeMapping = (workspace: string, id: string): Promise<unknown> =>
  write(addressOf(workspace, `/import-mappings/${id}`), {
    method: 'DELETE',
    idempotencyKey: newKey(),
    answer: z.null(),
  });
