import { z } from 'zod';
import type { Route } from '../problem/index.ts';

const inThree = z.object({ en: z.string(), ja: z.string(), 'zh-Hant': z.string() }).meta({ id: 'InThreeLanguages' });

const term = z
  .object({
    id: z.string().describe('The English name as an anchor, e.g. `firm-in-focus`.'),
    names: inThree,
    meanings: inThree,
    readings: z.array(z.string()).describe('How the Japanese name is read in kana, and the Chinese one in pinyin.'),
    readMore: z
      .array(z.object({ text: z.string(), href: z.string().nullable() }))
      .describe('Where the term comes from, and the method card that uses it.'),
  })
  .meta({ id: 'GlossaryTerm' });
export type GlossaryTerm = z.infer<typeof term>;

const glossary = z
  .object({ sections: z.array(z.object({ id: z.string(), names: inThree, terms: z.array(term) })) })
  .meta({ id: 'Glossary' });
export type Glossary = z.infer<typeof glossary>;

export const referenceRoutes = {
  glossary: {
    id: 'getGlossary',
    method: 'get',
    path: '/api/v1/glossary',
    subject: 'glossary',
    summary: 'Read the terms of the product with their meanings in its three languages',
    permission: 'reference.read',
    params: z.object({}),
    query: null,
    headers: null,
    body: null,
    status: 200,
    answer: glossary,
    problems: [],
  },
} as const satisfies Readonly<Record<string, Route>>;
