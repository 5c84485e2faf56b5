import { z } from 'zod';

const idempotencyKey = z
  .string()
  .min(1)
  .max(200)
  .optional()
  .describe('Any text of your own for this write; its repetition within 48 hours gets the first answer again.');

export const creationHeaders = z.object({ 'idempotency-key': idempotencyKey });

export const changeHeaders = z.object({
  'if-match': z
    .string()
    .max(100)
    .optional()
    .describe('The version that you changed, from `ETag`, e.g. `"3"`. Required.'),
  'idempotency-key': idempotencyKey,
});
