import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import {
  firmYearsAnswer,
  measureInputsAnswer,
  measuresAnswer,
  type MeasuredFirm,
  type PanelMeasureName,
} from '@entente/contract/portfolio';
import { addressOf, read } from '../../../lib/client.ts';

/** How to count: parameters as the address writes them. */
export type MeasureSearch = Partial<Record<'population' | 'sources' | 'level', string>>;

type Asked = { readonly workspace: string; readonly search: MeasureSearch };
type Firm = Pick<MeasuredFirm, 'kind' | 'slug'>;

const roomOf = (workspace: string): string => `/workspaces/${encodeURIComponent(workspace)}`;

const firmOf = (workspace: string, { kind, slug }: Firm): string =>
  `${roomOf(workspace)}/${kind === 'house' ? 'houses' : 'organisations'}/${encodeURIComponent(slug)}`;

/** The measures of a firm in every year. */
export const measuresQuery = ({ workspace, search, firm }: Asked & { readonly firm: Firm }) =>
  queryOptions({
    queryKey: ['workspace', workspace, 'measures', firm, search],
    queryFn: ({ signal }) =>
      read(`${firmOf(workspace, firm)}/measures`, { answer: measuresAnswer, query: search, signal }),
    placeholderData: keepPreviousData,
  });

/** One measure of a firm in one year, opened. */
export const measureInputsQuery = ({
  workspace,
  search,
  firm,
  year,
  measure,
}: Asked & { readonly firm: Firm; readonly year: number; readonly measure: PanelMeasureName }) =>
  queryOptions({
    queryKey: ['workspace', workspace, 'measure-inputs', firm, search, year, measure],
    queryFn: ({ signal }) =>
      read(`${firmOf(workspace, firm)}/measure-inputs`, {
        answer: measureInputsAnswer,
        query: { ...search, year, measure },
        signal,
      }),
  });

/** The most firms that one page holds. */
const MOST_FIRMS = 2000;

/** The measures of every firm in one year. */
export const firmYearsQuery = ({ workspace, search, year }: Asked & { readonly year: number }) =>
  queryOptions({
    queryKey: ['workspace', workspace, 'firm-years', search, year],
    queryFn: ({ signal }) =>
      read(`${roomOf(workspace)}/firm-years`, {
        answer: firmYearsAnswer,
        query: { ...search, asOf: String(year).padStart(4, '0'), limit: MOST_FIRMS },
        signal,
      }),
    placeholderData: keepPreviousData,
  });

/** Where the panel of all firms and years lies as a file. */
export const panelAddress = (workspace: string, search: MeasureSearch, format: 'csv' | 'parquet'): string =>
  addressOf(`${roomOf(workspace)}/panel`, { ...search, format });
