import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { type Firm, firmsOf } from '../features/register/api/firms.ts';
import { membershipsQuery } from '../features/register/api/register-queries.ts';
import { useAsOf } from '../lib/as-of.ts';

const PORTFOLIO = /\/organisations\/([^/]+)\/portfolio/;

/** The firms of the workspace, those with most alliances first. */
export function useFirms(workspace: string): readonly Firm[] {
  const { day } = useAsOf();
  const { data } = useQuery({ ...membershipsQuery(workspace), select: ({ items, ends }) => firmsOf(items, ends, day) });
  return data ?? [];
}

/** The firm in focus: of the portfolio on the page, else of the address, else the one with most alliances. */
export function useFocalFirm(firms: readonly Firm[], pathname: string): string | null {
  const chosen = useSearch({ strict: false, select: (search: { focal?: string | undefined }) => search.focal });
  const slug = useParams({ strict: false, select: (params: { slug?: string | undefined }) => params.slug });
  if (PORTFOLIO.test(pathname) && slug !== undefined) return slug;
  return chosen ?? firms[0]?.slug ?? null;
}
