import type { QueryClient } from '@tanstack/react-query';
import type { AnyRouter } from '@tanstack/react-router';
import { RequestFailure } from '../lib/problem.ts';

const isAskedToSignIn = (error: unknown): boolean =>
  error instanceof RequestFailure && error.code === 'sign-in-required';

/**
 * Leads to the page of signing in as soon as any answer says that nobody is signed in, and once: a page asks several
 * things at a time. Signing in leads back to the page that asked.
 */
export function leadToSignIn(client: QueryClient, router: AnyRouter): void {
  let isLeading = false;
  const lead = (error: unknown): void => {
    const { pathname, href } = router.latestLocation;
    if (isLeading || pathname === '/sign-in' || !isAskedToSignIn(error)) return;
    isLeading = true;
    void router.navigate({ to: '/sign-in', search: { to: href }, replace: true }).finally(() => {
      isLeading = false;
    });
  };
  client.getQueryCache().subscribe(({ type, query }) => {
    if (type === 'updated') lead(query.state.error);
  });
  client.getMutationCache().subscribe(({ type, mutation }) => {
    if (type === 'updated') lead(mutation.state.error);
  });
}
