import { MATCH_GRADES } from '@entente/core/kernel';
import { z } from 'zod';
import { id, recordClass, subjectLink } from '../field/index.ts';
import type { Route } from '../problem/index.ts';
import { workspaceParams } from './collection.ts';

/** What a search over the whole register finds: the kinds of records that have a name or title. */
const FOUND_KINDS = ['organisation', 'alliance', 'house', 'person', 'event', 'source'] as const;

const found = z
  .object({
    kind: z.enum(FOUND_KINDS),
    id,
    slug: z.string(),
    name: z.string().nullable(),
    matched: z.string().nullable().describe('The other name or the reading that was found, where it is not the name.'),
    grade: z.enum(MATCH_GRADES).describe('The whole name, its beginning, beginnings of its words, or inside it.'),
    class: recordClass,
    term: z.string().nullable().describe('Form of the alliance, or kind of organisation, event or source.'),
    date: z.string().nullable().describe('EDTF: start of the alliance, founding, or date of event or source.'),
    country: z.string().nullable(),
    role: z.string().nullable(),
    on: subjectLink.nullable().describe('The organisation or alliance whose page shows a house, person or event.'),
  })
  .meta({ id: 'FoundRecord' });
export type FoundRecordAnswer = z.infer<typeof found>;

const searchAnswer = z.object({ items: z.array(found) }).meta({ id: 'SearchAnswer' });
export type SearchAnswer = z.infer<typeof searchAnswer>;

export const searchRoutes = {
  search: {
    id: 'searchRecords',
    method: 'get',
    path: '/api/v1/workspaces/{workspace}/search',
    subject: 'search',
    summary: 'Find records of every kind by name, other name or reading, best match first',
    permission: 'register.read',
    params: workspaceParams,
    query: z.strictObject({
      q: z
        .string()
        .max(200)
        .describe('Words in any script; all must be found. Kana find romanised names and the other way round.'),
      limit: z.coerce.number().int().min(1).max(50).default(20),
    }),
    headers: null,
    body: null,
    status: 200,
    answer: searchAnswer,
    problems: ['workspace-not-found'],
  },
} as const satisfies Readonly<Record<string, Route>>;
