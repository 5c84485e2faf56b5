import { z } from 'zod';
import { subjectLink } from '../field/index.ts';

/**
 * A record with what it is called, also where it has no name of its own (a stake: "holder → company"), and the record on
 * whose page it stands: the alliance of a stake, the organisation of a measure, itself.
 */
export const placedRecord = subjectLink
  .extend({
    removed: z.boolean().describe('It was removed since; its name is the last that it had.'),
    home: subjectLink.nullable(),
  })
  .meta({ id: 'PlacedRecord' });
export type PlacedRecord = z.infer<typeof placedRecord>;
