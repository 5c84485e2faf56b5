import { z } from 'zod';
import { id } from '../../field/index.ts';

export { line, note } from '../../field/index.ts';

/** A day of the calendar, e.g. `2026-11-23`. */
export const day = z.iso.date();
export const memberId = id.describe('Id of a member of the workspace.');
export const organisationId = id.describe('Id of an organisation of the register.');
/** Key of a part within its paper, given by whoever writes it; it stays when the part is changed. */
export const partKey = z
  .string()
  .min(1)
  .max(40)
  .regex(/^[A-Za-z0-9_-]+$/);
