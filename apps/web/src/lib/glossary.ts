import { type Glossary, type GlossaryTerm, referenceRoutes } from '@entente/contract/reference';
import { queryOptions } from '@tanstack/react-query';
import { read } from './client.ts';
import type { Language } from './languages.ts';

/** The terms of the product; they change with the product alone. */
export const glossaryQuery = queryOptions({
  queryKey: ['glossary'],
  queryFn: ({ signal }): Promise<Glossary> => read('/glossary', { answer: referenceRoutes.glossary.answer, signal }),
  staleTime: Infinity,
});

export const termsOf = (glossary: Glossary): readonly GlossaryTerm[] => glossary.sections.flatMap(({ terms }) => terms);

/** Everything that a term is found by. */
export const textsOfTerm = ({ names, readings }: GlossaryTerm): readonly string[] => [
  ...Object.values(names),
  ...readings,
];

/** The term's names in the languages that the reader does not read in. */
export const otherNames = ({ names }: GlossaryTerm, language: Language): readonly (readonly [Language, string])[] =>
  (Object.entries(names) as [Language, string][]).filter(([tag]) => tag !== language);
