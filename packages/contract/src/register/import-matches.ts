import { z } from 'zod';

/** A name of a table, and the organisations that it may be. */
export const match = z
  .object({
    name: z.string().describe('As the table writes it.'),
    lines: z.array(z.number().int()).describe('Where it stands, the first hundred.'),
    count: z.number().int(),
    candidates: z.array(
      z.object({
        organisation: z
          .string()
          .describe('Id of an organisation, or `same:` and another new name of the table; what a choice says.'),
        name: z.string().nullable(),
        slug: z.string(),
        confidence: z.number().min(0).max(1),
        reason: z
          .string()
          .describe(
            'Why: `id`, `slug`, `same LEI`, `same name`, `other name`, `former name`, `reading`, `legal form aside`, `romanisation`, `order of words`, `spelling`, `beginning`.',
          ),
        matched: z.string().nullable().describe('The name of the organisation that was found.'),
      }),
    ),
    choice: z
      .string()
      .nullable()
      .describe(
        'Id of an organisation, `new`, `same:` and another name of the table, or null while somebody has to choose.',
      ),
    chosen: z
      .boolean()
      .describe('Whether somebody chose; else the choice follows from an exact match or from there being none.'),
  })
  .meta({ id: 'ImportMatch' });
export type ImportMatch = z.infer<typeof match>;
