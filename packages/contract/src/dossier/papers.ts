import { z } from 'zod';
import { id, recordClass, recordLink } from '../field/index.ts';
import { action, actionReading } from './kinds/action.ts';
import { day } from './kinds/parts.ts';

/** What a paper says, by its kind. A kind is a file in `kinds/`; its rules are in `core/lifecycle`. */
export const paperContent = z.discriminatedUnion('kind', [action]).meta({ id: 'PaperContent' });
export type PaperContent = z.output<typeof paperContent>;
export type PaperKind = PaperContent['kind'];
export type PaperOf<K extends PaperKind> = Extract<PaperContent, { kind: K }>;

export const PAPER_KINDS = paperContent.options.map(({ shape }) => shape.kind.value) as readonly PaperKind[];

/** What is computed from a paper, by its kind; kinds of which nothing is computed have none. */
export const paperReading = z.discriminatedUnion('kind', [actionReading]).meta({ id: 'PaperReading' });
export type PaperReading = z.output<typeof paperReading>;

const person = z
  .object({
    id: z.string(),
    name: z.string(),
    hasLeft: z.boolean().describe('No longer a member of the workspace.'),
  })
  .meta({ id: 'PaperPerson' });

const told = {
  by: z.object({ id: z.string().nullable(), name: z.string().nullable() }).describe('Who wrote this version.'),
  at: z.iso.datetime(),
};

/** A paper as its latest version has it. */
export const paper = z
  .object({
    id,
    kind: z.enum(PAPER_KINDS),
    alliance: recordLink,
    class: recordClass,
    version: z.number().int().describe('Send it in `If-Match` with a change.'),
    content: paperContent.nullable().describe('Null: it was taken away.'),
    due: day.nullable(),
    isOpen: z.boolean().describe('Whether something is still to be done with it.'),
    people: z.array(person).readonly().describe('Members whom it names.'),
    organisations: z
      .array(recordLink)
      .readonly()
      .describe('Organisations that it names, as far as the reader sees them.'),
    ...told,
    abilities: z.object({ change: z.boolean() }),
  })
  .meta({ id: 'Paper' });
export type PaperAnswer = z.output<typeof paper>;

/** Answer of GET …/papers and of GET …/alliances/{record}/papers. */
export const papers = z
  .object({
    items: z.array(paper).readonly(),
    abilities: z.object({ add: z.boolean() }),
  })
  .meta({ id: 'Papers' });
export type PapersAnswer = z.output<typeof papers>;

/** Answer of GET …/alliances/{record}/papers/{paper}. */
export const paperWithVersions = paper
  .extend({
    reading: paperReading.nullable().describe('What is computed from it; null for kinds of which nothing is.'),
    versions: z
      .array(z.object({ version: z.number().int(), content: paperContent.nullable(), ...told }))
      .readonly()
      .describe('Every version, latest first.'),
  })
  .meta({ id: 'PaperWithVersions' });
export type PaperWithVersionsAnswer = z.output<typeof paperWithVersions>;
