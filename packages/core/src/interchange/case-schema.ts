import { z } from 'zod';
import { DOMAIN_DIMENSIONS, NAME_KINDS, RESOURCE_KINDS, SOURCE_KINDS } from '../register/index.ts';
import { RANKS, Share, Slug } from '../kernel/index.ts';

/*
 * The form of a case file. Every scalar is read as text, so "000" stays a key and "1995" a date. What a field may hold
 * is the register's to say; here stands only the shape.
 */

const text = z.string().min(1);
const slug = z.string().refine(Slug.is, 'is no slug: lower-case ASCII letters, digits and single hyphens');
const words =
  (most: number) =>
  (value: string): boolean =>
    value.trim().split(/\s+/).length <= most;

const reference = {
  source: text,
  place: text,
  quote: text.refine(words(25), 'is longer than 25 words').optional(),
  rank: z.enum(RANKS).optional(),
  reason: text.optional(),
};

const fact = z.strictObject({ value: text, ...reference });
const facts = z.union([text, fact, z.array(fact).min(1)]);
const testimony = z.strictObject({ value: z.enum(['true', 'false']).optional(), ...reference });
const evidence = z.union([testimony, z.array(testimony).min(1)]);
const remarks = z.record(slug, facts);

const row = { evidence: evidence.optional() };
const record = { ...row, id: slug, remarks: remarks.optional() };
const period = { from: facts.optional(), to: facts.optional() };
const subject = z.union([
  z.strictObject({ organisation: slug }),
  z.strictObject({ alliance: slug }),
  z.strictObject({ person: slug }),
  z.strictObject({ house: slug }),
]);
const optional = facts.optional();

const resource = {
  ...row,
  ...period,
  kind: z.enum(RESOURCE_KINDS),
  subject: slug,
  property: optional,
};

const caseHead = z.strictObject({
  id: slug,
  title: text,
  focal: slug,
  summary: text.optional(),
  refers: z.array(slug).optional(),
});

const source = z.strictObject({
  id: slug,
  kind: z.enum(SOURCE_KINDS),
  title: text,
  authors: z.array(text).optional(),
  year: text.optional(),
  date: text.optional(),
  venue: text.optional(),
  doi: text.optional(),
  language: text.optional(),
  within: text.optional(),
  place: text.optional(),
  method: text.optional(),
  interviewees: text.optional(),
  object: text.optional(),
  time: text.optional(),
  duration: text.optional(),
  access: text.optional(),
  remarks: remarks.optional(),
});

const organisation = z.strictObject({
  ...record,
  name: optional,
  names: z
    .array(
      z.strictObject({
        ...row,
        ...period,
        text,
        kind: z.enum(NAME_KINDS),
        language: text.optional(),
        reading: text.optional(),
      }),
    )
    .optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'is no ISO 3166-1 alpha-2 code')
    .optional(),
  kind: optional,
  founded: optional,
  closed: optional,
  lei: optional,
  place: optional,
  valueChainPosition: optional,
  resources: z.array(z.strictObject(resource)).optional(),
});

const house = z.strictObject({
  ...record,
  name: optional,
  reading: text.optional(),
  members: z.array(z.strictObject({ ...row, ...period, organisation: slug })).optional(),
});

const alliance = z.strictObject({
  ...record,
  name: optional,
  form: optional,
  venture: slug.optional(),
  start: optional,
  end: optional,
  ending: optional,
  endedInto: slug.optional(),
  objectives: optional,
  stage: optional,
  status: optional,
  members: z.array(z.strictObject({ ...row, ...period, organisation: slug, role: optional })).optional(),
  stakes: z
    .array(
      z.strictObject({
        ...row,
        ...period,
        holder: slug.optional(),
        holders: text.optional(),
        holderCount: text.regex(/^\d{1,6}$/, 'is no whole number').optional(),
        share: optional,
        votingShare: optional,
        in: slug.optional(),
      }),
    )
    .optional(),
  resources: z.array(z.strictObject({ ...resource, by: slug })).optional(),
  domains: z
    .array(
      z.strictObject({
        ...row,
        ...period,
        product: slug.optional(),
        market: slug.optional(),
        region: slug.optional(),
        activity: slug.optional(),
      }),
    )
    .optional(),
});

const person = z.strictObject({
  ...record,
  ...period,
  name: optional,
  reading: text.optional(),
  organisation: slug.optional(),
  role: optional,
  level: optional,
  dispatchedFrom: slug.optional(),
  dispatchedTo: slug.optional(),
});

const event = z.strictObject({
  ...record,
  title: facts,
  date: optional,
  kind: optional,
  about: z.array(subject).min(1),
});

const measure = z.strictObject({
  ...record,
  of: subject,
  quantity: slug,
  value: optional,
  unit: optional,
  scope: optional,
  item: optional,
  status: optional,
  bound: optional,
  date: optional,
  order: optional,
});

const condition = z.strictObject({ ...record, ...period, on: subject, kind: optional, text: optional });

const workforce = z.strictObject({
  ...record,
  at: slug,
  origin: text,
  number: optional,
  words: optional,
  date: optional,
});

const term = z.strictObject({
  dimension: z.enum(DOMAIN_DIMENSIONS),
  id: slug,
  in: slug.optional(),
  reason: text.optional(),
});

/** A business review of an alliance: for each criterion the parts of the members, in percent. */
const review = z.strictObject({
  id: slug,
  alliance: slug,
  date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'is no day'),
  illustrative: z.enum(['true', 'false']),
  decision: text.optional(),
  contributions: z.record(
    slug,
    z.record(
      slug,
      z.string().refine((value) => Share.parse(value).ok, 'is no percentage'),
    ),
  ),
  coalitions: z
    .array(z.strictObject({ members: z.array(slug).min(1), value: text.regex(/^-?\d+(\.\d+)?$/, 'is no number') }))
    .optional(),
});

/** A paper of an alliance, of any kind; what it says stands in a text of its own, whose numbers are numbers. */
const paper = z.strictObject({ id: slug, alliance: slug, content: text });

/** One YAML file of a case: any of the lists, in any file. */
export const caseFileSchema = z.strictObject({
  case: caseHead.optional(),
  sources: z.array(source).optional(),
  organisations: z.array(organisation).optional(),
  houses: z.array(house).optional(),
  alliances: z.array(alliance).optional(),
  people: z.array(person).optional(),
  events: z.array(event).optional(),
  measures: z.array(measure).optional(),
  conditions: z.array(condition).optional(),
  workforce: z.array(workforce).optional(),
  terms: z.array(term).optional(),
  reviews: z.array(review).optional(),
  papers: z.array(paper).optional(),
});

export type CaseFile = z.infer<typeof caseFileSchema>;
/** A review in a case file. */
export type CaseReview = NonNullable<CaseFile['reviews']>[number];
export type CaseFacts = z.infer<typeof facts>;
export type CaseEvidence = z.infer<typeof evidence>;
export type CaseSubject = z.infer<typeof subject>;
