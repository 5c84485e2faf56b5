import type { Authority } from '@entente/core/lifecycle';
import { z } from 'zod';
import { amount, currency, line, organisationId, partKey } from './parts.ts';

const party = organisationId.nullable().describe('Null: the venture itself.');

/** Who approves what, in the venture and in each parent. */
export const authority = z
  .strictObject({
    kind: z.literal('authority'),
    matters: z
      .array(
        z
          .strictObject({
            key: partKey,
            title: line,
            currency: currency.nullable().describe('Null: it is approved whatever it amounts to.'),
            rules: z
              .array(
                z
                  .strictObject({
                    key: partKey,
                    party,
                    above: amount.nullable().describe('Amounts above this one; null: from nothing on.'),
                    upTo: amount.nullable().describe('Amounts up to and with this one; null: without limit.'),
                    approver: line.nullable().describe('Organ or person; null: this party need not approve.'),
                  })
                  .meta({ id: 'AuthorityRule' }),
              )
              .max(60)
              .readonly(),
          })
          .meta({ id: 'AuthorityMatter' }),
      )
      .max(60)
      .readonly(),
  })
  .meta({ id: 'AuthorityPaper' }) satisfies z.ZodType<Authority>;

export const authorityReading = z
  .object({
    kind: z.literal('authority'),
    gaps: z
      .array(z.object({ matter: z.string(), party, above: amount.nullable(), upTo: amount.nullable() }))
      .readonly()
      .describe('Ranges of amounts for which a party that has rules on a matter says nothing.'),
  })
  .meta({ id: 'AuthorityReading' });
