import { z } from 'zod';
import { id, note } from '../../field/index.ts';

export { line, note } from '../../field/index.ts';

/** A day of the calendar, e.g. `2026-11-23`. */
export const day = z.iso.date();
export const memberId = id.describe('Id of a member of the workspace.');
export const organisationId = id.describe('Id of an organisation of the register.');
export const paperId = id.describe('Id of a paper of the same alliance.');
/** Key of a part within its paper, given by whoever writes it; it stays when the part is changed. */
export const partKey = z
  .string()
  .min(1)
  .max(40)
  .regex(/^[A-Za-z0-9_-]+$/);

/** An exact amount without a sign, e.g. `1450` or `167.9`. */
export const amount = z
  .string()
  .regex(/^\d{1,18}(?:\.\d{1,6})?$/)
  .describe('Exact decimal number without a sign, as text.');
export const currency = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .describe('ISO 4217, e.g. `TWD`.');
/** Text of several lines, or none yet. */
export const words = z.union([z.literal(''), note]);

/** What stands against a figure, or is to be minded with it. */
export const toldProblem = z
  .object({ code: z.string(), message: z.string(), fix: z.string(), pointer: z.string().optional() })
  .meta({ id: 'ToldProblem' });
