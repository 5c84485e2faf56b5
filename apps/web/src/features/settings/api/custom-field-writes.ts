import {
  type CustomFieldAnswer,
  type CustomFieldChange,
  type CustomFieldCreation,
  customFieldRoutes,
} from '@entente/contract/register';
import { z } from 'zod';
import { write } from '../../../lib/client.ts';

const addressOf = (workspace: string, id?: string): string =>
  `/workspaces/${encodeURIComponent(workspace)}/custom-fields${id === undefined ? '' : `/${id}`}`;

/** Adds a field. @throws RequestFailure */
export const createField = (workspace: string, body: CustomFieldCreation, idempotencyKey: string) =>
  write(addressOf(workspace), { method: 'POST', body, idempotencyKey, answer: customFieldRoutes.create.answer });

type Known = Pick<CustomFieldAnswer, 'id' | 'version'>;

/** Changes a field at the version that was read. @throws RequestFailure */
export const changeField = (
  workspace: string,
  { id, version }: Known,
  body: CustomFieldChange,
  idempotencyKey: string,
) =>
  write(addressOf(workspace, id), {
    method: 'PATCH',
    body,
    version,
    idempotencyKey,
    answer: customFieldRoutes.change.answer,
  });

/** Removes a field that no record uses. @throws RequestFailure */
export const removeField = (workspace: string, { id, version }: Known, idempotencyKey: string) =>
  write(addressOf(workspace, id), { method: 'DELETE', version, idempotencyKey, answer: z.null() });
