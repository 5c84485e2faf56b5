import { RESOURCE_KINDS, RESOURCE_PROPERTIES } from '@entente/core/register';
import { GOVERNANCE_FORMS } from '@entente/core/lifecycle';
import { z } from 'zod';
import { recordLink } from '../field/index.ts';
import { day } from './step.ts';

const sourceRef = z.object({ source: z.string(), place: z.string() });
const governanceForm = z.enum(GOVERNANCE_FORMS);

const brought = z
  .object({
    id: z.string(),
    kind: z.enum(RESOURCE_KINDS),
    subject: z.string(),
    type: z.enum(RESOURCE_PROPERTIES).nullable().describe('Null: nobody says which.'),
    evidence: z.array(sourceRef).readonly(),
  })
  .meta({ id: 'TypedResource' });

/** Answer of GET …/alliances/{alliance}/governance-form. */
export const governanceFormAnswer = z
  .object({
    alliance: recordLink,
    asOf: day,
    members: z
      .array(
        z.object({
          organisation: recordLink,
          profile: z
            .enum([...RESOURCE_PROPERTIES, 'both'])
            .nullable()
            .describe('Null: no resource of a known type.'),
          resources: z.array(brought).readonly(),
        }),
      )
      .readonly(),
    preferences: z
      .array(z.object({ organisation: z.string(), towards: z.string(), forms: z.array(governanceForm).readonly() }))
      .readonly()
      .describe(
        'What each member would prefer towards each other, by id; of members that bring something of a known type.',
      ),
    common: z.array(governanceForm).readonly().describe('Forms that every preference admits.'),
    present: governanceForm.nullable().describe('The form of the alliance among the four; null: not known.'),
  })
  .meta({ id: 'GovernanceForm' });
export type GovernanceFormAnswer = z.infer<typeof governanceFormAnswer>;
