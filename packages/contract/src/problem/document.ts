import { z } from 'zod';

const fieldProblem = z
  .object({
    pointer: z.string().optional().describe('JSON pointer into the body.'),
    parameter: z.string().optional().describe('Name of a query, path or header parameter.'),
    code: z.string(),
    message: z.string(),
    fix: z.string(),
  })
  .meta({ id: 'FieldProblem' });

/** RFC 9457. `type` leads to the page that explains the code; `errors` names every field at fault and what to do. */
export const problemDocument = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.string(),
    instance: z.string(),
    errors: z.array(fieldProblem),
  })
  .meta({ id: 'Problem' });
export type ProblemDocument = z.infer<typeof problemDocument>;
