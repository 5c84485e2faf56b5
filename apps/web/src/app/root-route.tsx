import { createRootRoute, Outlet, retainSearchParams } from '@tanstack/react-router';
import { type PageSearch, pageSearchFrom } from '../lib/page-search.ts';
import { PageFailure, PageMissing } from './page-failure.tsx';

/** What holds for every address. */
export const rootRoute = createRootRoute({
  component: Outlet,
  validateSearch: (search: Record<string, unknown>): PageSearch => pageSearchFrom(search),
  search: { middlewares: [retainSearchParams(['asOf', 'focal'])] },
  errorComponent: PageFailure,
  notFoundComponent: PageMissing,
});
