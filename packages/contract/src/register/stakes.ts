import { z } from 'zod';
import { evidence } from '../evidence/index.ts';
import { line, period, beside, recordClass, deniableHead, recordLink, reference, share } from '../field/index.ts';
import { collectionOf } from './collection.ts';

const fields = {
  alliance: reference.nullable().describe('The alliance whose record tells of the stake.'),
  issuer: reference.describe('Whose shares they are; the alliance’s venture when left out.'),
  holder: reference.nullable(),
  holders: line.nullable().describe('Words for unnamed holders, e.g. “two other Japanese companies”.'),
  holderCount: z.number().int().min(1).max(1_000_000).nullable(),
  share: share.nullable(),
  votingShare: share.nullable().describe('Share of votes where it differs from the economic share.'),
  ...period,
  class: recordClass,
};
const some = z.object(fields).partial().shape;

/** Body of POST …/stakes; also checks the form in the browser. */
export const stakeCreation = z.strictObject({ ...some, ...beside }).meta({ id: 'StakeCreation' });
export type StakeCreation = z.input<typeof stakeCreation>;
/** Body of PATCH …/stakes/{stake}. */
export const stakeChange = z.strictObject({ ...some, ...beside }).meta({ id: 'StakeChange' });
export type StakeChange = z.input<typeof stakeChange>;

const stake = z
  .object({
    ...deniableHead,
    alliance: recordLink.nullable(),
    issuer: recordLink,
    holder: recordLink.nullable(),
    holders: z.string().nullable(),
    holderCount: z.number().int().nullable(),
    share: z.string().nullable(),
    votingShare: z.string().nullable(),
    from: z.string().nullable(),
    to: z.string(),
    ...evidence,
  })
  .meta({ id: 'Stake' });
export type StakeAnswer = z.infer<typeof stake>;

const collection = collectionOf({
  name: 'stakes',
  title: 'Stake',
  record: stake,
  creation: stakeCreation,
  change: stakeChange,
  filters: { alliance: reference, issuer: reference, holder: reference },
  searched: false,
  dated: true,
});

const stakeProblems = ['stake-overlap', 'stakes-over-100', 'holder-unclear'] as const;
export const stakes: typeof collection = {
  ...collection,
  routes: {
    ...collection.routes,
    create: { ...collection.routes.create, problems: [...collection.routes.create.problems, ...stakeProblems] },
    change: { ...collection.routes.change, problems: [...collection.routes.change.problems, ...stakeProblems] },
  },
};
