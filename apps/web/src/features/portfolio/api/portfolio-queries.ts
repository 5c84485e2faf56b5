import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { portfolioAnswer } from '@entente/contract/portfolio';
import { read } from '../../../lib/client.ts';

/** Which portfolio, and how to read it: parameters as the address writes them. */
export type PortfolioRequest = {
  readonly workspace: string;
  readonly firm: string;
  readonly search: Readonly<Record<string, string>>;
  /** Null: to the last fact. */
  readonly asOf: string | null;
};

/** A portfolio with its drawing through time. While other parameters are read, the former answer stays on the page. */
export const portfolioQuery = ({ workspace, firm, search, asOf }: PortfolioRequest) =>
  queryOptions({
    queryKey: ['workspace', workspace, 'portfolio', firm, search, asOf],
    queryFn: ({ signal }) =>
      read(`/workspaces/${encodeURIComponent(workspace)}/organisations/${encodeURIComponent(firm)}/portfolio`, {
        answer: portfolioAnswer,
        query: { ...search, asOf },
        signal,
      }),
    placeholderData: keepPreviousData,
  });
