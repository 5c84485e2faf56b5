import { type SessionAnswer, signInRoutes } from '@entente/contract/sign-in';
import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { write } from '../../../lib/client.ts';
import { keepJourney, type KnownProvider, type SignOnJourney } from './sign-on-journey.ts';

const { signOn } = signInRoutes;

const post = <S extends z.ZodType>(path: string, answer: S, body: unknown): Promise<z.output<S>> =>
  write(path, { method: 'POST', body, answer, idempotencyKey: crypto.randomUUID() });

/** The identity providers that are found by the short name of a workspace. @throws RequestFailure */
export const findProviders = async (workspace: string): Promise<readonly KnownProvider[]> =>
  (await post('/session/sign-on/search', signOn.find.answer, { workspace })).items;

/** The identity providers of the workspace that an invitation is to. */
export const invitedProvidersQuery = (invitation: string) =>
  queryOptions({
    queryKey: ['invitation', invitation, 'providers'],
    queryFn: async () => (await post('/session/sign-on/search', signOn.find.answer, { invitation })).items,
    gcTime: 0,
  });

/** Leaves for the identity provider, which sends the browser back to the page `/sign-on`. @throws RequestFailure */
export async function leaveFor(journey: SignOnJourney): Promise<void> {
  const { url } = await post('/session/sign-on', signOn.begin.answer, { provider: journey.provider });
  keepJourney(journey);
  window.location.assign(url);
  // The page is on its way out: nothing that waits for this goes on here.
  await new Promise(() => undefined);
}

/** Completes with what the provider sent the browser back with. @throws RequestFailure */
export const completeSignOn = (query: string, invitation: string | null): Promise<SessionAnswer> =>
  post('/session/sign-on/completion', signOn.complete.answer, {
    query,
    ...(invitation === null ? {} : { invitation }),
  });
