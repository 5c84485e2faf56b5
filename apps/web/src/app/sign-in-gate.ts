import type { QueryClient } from '@tanstack/react-query';
import type { RouterHistory } from '@tanstack/react-router';
import { RequestFailure } from '../lib/problem.ts';

const isAskedToSignIn = (error: unknown): boolean =>
  error instanceof RequestFailure && error.code === 'sign-in-required';

/**
 * Leads to the page of signing in as soon as any answer says that nobody is signed in, and once: a page asks several
 * things at a time. Signing in leads back to the page that asked.
 */
export function leadToSignIn(client: QueryClient, history: RouterHistory): void {
  const lead = (error: unknown): void => {
    const { pathname, href } = history.location;
    if (pathname === '/sign-in' || !isAskedToSignIn(error)) return;
    history.replace(`/sign-in?to=${encodeURIComponent(href)}`);
  };
  client.getQueryCache().subscribe(({ type, query }) => {
    if (type === 'updated') lead(query.state.error);
  });
  client.getMutationCache().subscribe(({ type, mutation }) => {
    if (type === 'updated') lead(mutation.state.error);
  });
}
