import type { Exclusivity } from '@entente/core/lifecycle';
import { z } from 'zod';
import { slug } from '../../field/index.ts';
import { day, line, note, organisationId, partKey } from './parts.ts';

const reach = z
  .discriminatedUnion('reach', [
    z.strictObject({ reach: z.literal('anywhere') }),
    z.strictObject({ reach: z.literal('within'), term: slug }),
    z.strictObject({ reach: z.literal('unknown') }),
  ])
  .meta({ id: 'ExclusivityReach' });
const organisations = z.array(organisationId).max(40);

/** What organisations may do with nobody but their partners. */
export const exclusivity = z
  .strictObject({
    kind: z.literal('exclusivity'),
    title: line,
    bound: organisations.min(1).readonly().describe('Who is bound.'),
    towards: organisations.readonly().describe('With whom they may still do it.'),
    product: reach,
    market: reach,
    region: reach,
    from: day.nullable().describe('First day; null: as long as the alliance.'),
    until: day.nullable().describe('Last day; null: as long as the alliance.'),
    clause: partKey.nullable().describe('Key of the clause it comes from.'),
    words: note.nullable(),
  })
  .meta({ id: 'ExclusivityPaper' }) satisfies z.ZodType<Exclusivity>;
