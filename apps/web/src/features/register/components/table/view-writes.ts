import { type ViewAnswer, type ViewChange, type ViewCreation, viewRoutes } from '@entente/contract/register';
import { z } from 'zod';
import { write } from '../../../../lib/client.ts';
import { pathOf } from '../../api/table-queries.ts';

/** Keeps a table as a view. @throws RequestFailure */
export const saveNewView = (workspace: string, creation: ViewCreation): Promise<ViewAnswer> =>
  write(pathOf(workspace, '/views'), {
    method: 'POST',
    answer: viewRoutes.create.answer,
    body: creation,
    idempotencyKey: crypto.randomUUID(),
  });

/** Renames or shares a view, or keeps in it what is shown now. @throws RequestFailure */
export const changeView = (workspace: string, view: ViewAnswer, change: ViewChange): Promise<ViewAnswer> =>
  write(pathOf(workspace, `/views/${view.id}`), {
    method: 'PATCH',
    answer: viewRoutes.change.answer,
    body: change,
    version: view.version,
    idempotencyKey: crypto.randomUUID(),
  });

/** @throws RequestFailure */
export const removeView = async (workspace: string, view: ViewAnswer): Promise<void> => {
  await write(pathOf(workspace, `/views/${view.id}`), {
    method: 'DELETE',
    answer: z.unknown(),
    version: view.version,
    idempotencyKey: crypto.randomUUID(),
  });
};
