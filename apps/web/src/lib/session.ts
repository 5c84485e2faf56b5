import { signInRoutes } from '@entente/contract/sign-in';
import { queryOptions } from '@tanstack/react-query';
import { read } from './client.ts';

/** Who is signed in. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => read('/session', { answer: signInRoutes.session.get.answer, signal }),
});
