import { segmentationAnswer } from '@entente/contract/portfolio';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { read } from '../../../lib/client.ts';

type Request = {
  readonly workspace: string;
  readonly firm: string;
  /** Parameters as the address writes them. */
  readonly search: Readonly<Record<string, string>>;
  readonly asOf: string;
};

/** Collisions, redundancy and diverts of a firm. While another day is read, the former answer stays on the page. */
export const segmentationQuery = ({ workspace, firm, search, asOf }: Request) =>
  queryOptions({
    queryKey: ['workspace', workspace, 'segmentation', firm, search, asOf],
    queryFn: ({ signal }) =>
      read(
        `/workspaces/${encodeURIComponent(workspace)}/organisations/${encodeURIComponent(firm)}/portfolio/segmentation`,
        { answer: segmentationAnswer, query: { ...search, asOf }, signal },
      ),
    placeholderData: keepPreviousData,
  });
