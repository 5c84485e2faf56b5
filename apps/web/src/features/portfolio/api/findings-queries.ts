import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { findingsAnswer } from '@entente/contract/portfolio';
import { read } from '../../../lib/client.ts';

type Request = {
  readonly workspace: string;
  readonly firm: string;
  /** Parameters as the address writes them. */
  readonly search: Readonly<Record<string, string>>;
  readonly asOf: string;
};

/** What the propositions find of a firm on a day. */
export const findingsQuery = ({ workspace, firm, search, asOf }: Request) =>
  queryOptions({
    queryKey: ['workspace', workspace, 'findings', firm, search, asOf],
    queryFn: ({ signal }) =>
      read(`/workspaces/${encodeURIComponent(workspace)}/organisations/${encodeURIComponent(firm)}/findings`, {
        answer: findingsAnswer,
        query: { ...search, asOf },
        signal,
      }),
    placeholderData: keepPreviousData,
  });
