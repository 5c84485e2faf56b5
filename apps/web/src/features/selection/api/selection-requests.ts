import { candidateScreensRoutes } from '@entente/contract/portfolio';
import { collectionNamed } from '@entente/contract/register';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { read } from '../../../lib/client.ts';

/** Which candidates are screened, and from where. */
export type ScreensAsked = {
  /** The alliance for which a partner is chosen. */
  readonly besides: string;
  readonly asOf?: string | undefined;
  readonly organisations?: readonly string[];
  readonly name?: string;
  readonly country?: string | null;
  readonly clear?: boolean;
};

/** Organisations of the register as partners of a firm. */
export const screensQuery = (workspace: string, firm: string, asked: ScreensAsked) =>
  queryOptions({
    queryKey: ['workspace', workspace, 'candidate-screens', firm, asked],
    queryFn: ({ signal }) =>
      read(`/workspaces/${encodeURIComponent(workspace)}/organisations/${encodeURIComponent(firm)}/candidate-screens`, {
        answer: candidateScreensRoutes.organisation.answer,
        query: {
          besides: asked.besides,
          asOf: asked.asOf,
          organisations: asked.organisations?.join(','),
          name: asked.name,
          country: asked.country,
          clear: asked.clear === true ? 'true' : undefined,
        },
        signal,
      }),
    placeholderData: keepPreviousData,
  });

/** What the alliance is called for which a partner is chosen. */
export const allianceNameQuery = (workspace: string, slug: string) =>
  queryOptions({
    queryKey: ['workspace', workspace, 'selection-alliance', slug],
    queryFn: async ({ signal }): Promise<string> => {
      const { answer } = collectionNamed('alliances').routes.get;
      const path = `/workspaces/${encodeURIComponent(workspace)}/alliances/${encodeURIComponent(slug)}`;
      const found = await read(path, { answer, signal });
      return found.name ?? found.slug;
    },
  });
