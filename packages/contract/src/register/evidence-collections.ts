import { RANKS, SUBJECT_KINDS } from '@entente/core/kernel';
import { SOURCE_KINDS } from '@entente/core/register';
import { z } from 'zod';
import { claim, claimChange, claimCreation, source, sourceChange, sourceCreation } from '../evidence/index.ts';
import { reference } from '../field/index.ts';
import { collectionOf } from './collection.ts';

export const sources = collectionOf({
  name: 'sources',
  title: 'Source',
  record: source,
  creation: sourceCreation,
  change: sourceChange,
  filters: { kind: z.enum(SOURCE_KINDS), within: reference },
  searched: true,
  dated: false,
});

/** `kind:record`, e.g. `stake:1f0c…` or `alliance:ft-china`. */
const subject = z
  .string()
  .max(120)
  .regex(new RegExp(`^(?:${SUBJECT_KINDS.join('|')}):[a-z0-9]+(?:-[a-z0-9]+)*$`))
  .describe('`kind:record`, e.g. `alliance:ft-china`.');

const collection = collectionOf({
  name: 'claims',
  title: 'Claim',
  record: claim,
  creation: claimCreation,
  change: claimChange,
  filters: { subject, field: z.string().max(100), source: reference, rank: z.enum(RANKS) },
  searched: false,
  dated: false,
});

const claimProblems = [
  'field-unknown',
  'reason-missing',
  'quote-too-long',
  'stake-overlap',
  'stakes-over-100',
] as const;
export const claims: typeof collection = {
  ...collection,
  routes: {
    ...collection.routes,
    create: { ...collection.routes.create, problems: [...collection.routes.create.problems, ...claimProblems] },
    change: { ...collection.routes.change, problems: [...collection.routes.change.problems, ...claimProblems] },
  },
};
