import { CLAUSE_STATES, type Clauses } from '@entente/core/lifecycle';
import { z } from 'zod';
import { line, note, partKey } from './parts.ts';

const clause = z
  .strictObject({
    key: partKey.describe('Key of a clause of the default list, or one of the alliance’s own.'),
    title: line.nullable().describe('Name of a clause of the alliance’s own; null for those of the default list.'),
    state: z.enum(CLAUSE_STATES),
    words: note.nullable().describe('Why it is not needed, or anything else to be known of it.'),
    reference: line.nullable().describe('Document and number where it stands.'),
  })
  .meta({ id: 'ContractClause' });

/** The checklist of clauses; a default clause of which nothing is said is not begun. */
export const clauses = z
  .strictObject({ kind: z.literal('clauses'), clauses: z.array(clause).max(100).readonly() })
  .meta({ id: 'ClausesPaper' }) satisfies z.ZodType<Clauses>;

const count = z.number().int();

export const clausesReading = z
  .object({
    kind: z.literal('clauses'),
    counts: z.object({ 'not-begun': count, drafted: count, agreed: count, signed: count, 'not-needed': count }),
    open: z.array(z.string()).readonly().describe('Keys of clauses that are neither signed nor not needed.'),
  })
  .meta({ id: 'ClausesReading' });
