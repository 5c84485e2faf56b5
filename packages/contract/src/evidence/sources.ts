import { SOURCE_KINDS } from '@entente/core/register';
import { z } from 'zod';
import {
  custom,
  edtf,
  language,
  line,
  beside,
  recordClass,
  recordHead,
  recordLink,
  reference,
  slug,
} from '../field/index.ts';
import { evidence } from './claims.ts';

const details = z
  .record(
    z
      .string()
      .max(60)
      .regex(/^[a-z][A-Za-z]*$/),
    line,
  )
  .describe('For interviews: `method`, `interviewees`, `object`, `time`, `duration`.');

const fields = {
  key: slug.describe('How case files and the command line name the source.'),
  kind: z.enum(SOURCE_KINDS).exclude(['entry']),
  title: line,
  authors: z.array(line).max(100),
  date: edtf.nullable(),
  venue: line.nullable(),
  doi: line.nullable(),
  language: language.nullable(),
  within: reference.nullable().describe('The source that reports this one.'),
  place: line.nullable(),
  details,
  class: recordClass,
};

export const sourceCreation = z
  .strictObject({ ...z.object(fields).partial().shape, kind: fields.kind, title: fields.title, ...beside })
  .meta({ id: 'SourceCreation' });
export const sourceChange = z
  .strictObject({ ...z.object(fields).partial().shape, ...beside })
  .meta({ id: 'SourceChange' });

export const source = z
  .object({
    ...recordHead,
    key: z.string(),
    kind: z.enum(SOURCE_KINDS),
    title: z.string(),
    authors: z.array(z.string()),
    date: z.string().nullable(),
    venue: z.string().nullable(),
    doi: z.string().nullable(),
    language: z.string().nullable(),
    within: recordLink.nullable(),
    place: z.string().nullable(),
    details: z.record(z.string(), z.string()),
    custom,
    ...evidence,
  })
  .meta({ id: 'Source' });
export type SourceAnswer = z.infer<typeof source>;
