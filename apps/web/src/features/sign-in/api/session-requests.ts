import { memberRoutes } from '@entente/contract/accounts';
import { guestRoutes } from '@entente/contract/sharing';
import { type CredentialOptions, type SessionAnswer, signInRoutes } from '@entente/contract/sign-in';
import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { read, write } from '../../../lib/client.ts';
import { RequestFailure } from '../../../lib/problem.ts';
import type { GivenPasskey } from './passkeys.ts';

const { session, beginning, mailbox } = signInRoutes;
const NOTHING = z.null();

/** What the demo would have sent by e-mail. */
export const mailboxQuery = queryOptions({
  queryKey: ['mailbox'],
  queryFn: ({ signal }) => read('/mailbox', { answer: mailbox.list.answer, signal }),
  staleTime: 0,
});

const post = <S extends z.ZodType>(path: string, answer: S, body: unknown): Promise<z.output<S>> =>
  write(path, { method: 'POST', body, answer, idempotencyKey: crypto.randomUUID() });

type Access = { readonly email: string; readonly password: string };

/** Signs in; where an authenticator is in use, the answer asks for its code. @throws RequestFailure */
export const signIn = (access: Access): Promise<SessionAnswer> => post('/session', session.begin.answer, access);

/** @throws RequestFailure */
export const giveCode = (kind: 'totp' | 'recovery-code', code: string): Promise<SessionAnswer> =>
  post('/session/second-factor', session.secondFactor.answer, { kind, code });

/** @throws RequestFailure */
export const askForPasskey = (): Promise<CredentialOptions> =>
  post('/session/passkey-options', session.passkeyOptions.answer, undefined);

/** @throws RequestFailure */
export const signInWithPasskey = (credential: GivenPasskey): Promise<SessionAnswer> =>
  post('/session/passkey', session.passkey.answer, { credential });

/** @throws RequestFailure */
export const signOut = (): Promise<null> =>
  write('/session', { method: 'DELETE', answer: NOTHING, idempotencyKey: crypto.randomUUID() });

/** Goes on in a session for one workspace alone. @throws RequestFailure */
export const narrowSession = (workspace: string): Promise<SessionAnswer> =>
  post('/session/workspace', session.narrow.answer, { workspace });

type FirstAccount = Access & { readonly token: string; readonly name: string; readonly takeOver: boolean };

/** Makes the first account. @throws RequestFailure */
export const setUp = (body: FirstAccount): Promise<SessionAnswer> => post('/set-up', beginning.setUp.answer, body);

type Beginner = { readonly token: string; readonly name: string; readonly password: string };

/** Makes an account for whoever was invited. @throws RequestFailure */
export const signUp = (body: Beginner): Promise<SessionAnswer> => post('/sign-up', beginning.signUp.answer, body);

/** @throws RequestFailure */
export const askForReset = (email: string): Promise<null> => post('/password-reset-requests', NOTHING, { email });

/** @throws RequestFailure */
export const resetPassword = (body: { readonly token: string; readonly password: string }): Promise<null> =>
  post('/password-resets', NOTHING, body);

/** @throws RequestFailure */
export const verifyEmail = (token: string): Promise<null> => post('/email-verifications', NOTHING, { token });

/** What the link of an invitation invites to: a workspace, or what a firm shows its guests. */
export type Invitation =
  | ({ readonly as: 'member' } & z.output<typeof memberRoutes.read.answer>)
  | ({ readonly as: 'guest' } & z.output<typeof guestRoutes.read.answer>);

async function readInvitation(token: string): Promise<Invitation> {
  try {
    return { as: 'member', ...(await post('/invitations/read', memberRoutes.read.answer, { token })) };
  } catch (error) {
    // Links of both kinds look alike.
    if (!(error instanceof RequestFailure) || error.code !== 'invitation-over') throw error;
    return { as: 'guest', ...(await post('/guest-invitations/read', guestRoutes.read.answer, { token })) };
  }
}

export const invitationQuery = (token: string) =>
  queryOptions({
    queryKey: ['invitation', token],
    queryFn: () => readInvitation(token),
    retry: false,
    gcTime: 0,
  });

/** Joins the workspace that the link invites to. @throws RequestFailure */
export const acceptInvitation = (token: string) => post('/invitations/accept', memberRoutes.accept.answer, { token });

/** Becomes a guest of the firm that the link is of. @throws RequestFailure */
export const acceptAsGuest = (token: string) => post('/guest-invitations/accept', guestRoutes.accept.answer, { token });
