import { type CredentialOptions, type PasskeyAnswer, signInRoutes } from '@entente/contract/sign-in';
import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { read, write } from '../../../lib/client.ts';
import type { GivenPasskey } from './passkeys.ts';

const { account, passkeys } = signInRoutes;
const NOTHING = z.null();
const KEY = ['account'] as const;

/** Everything of the reader's own account stands under this key. */
export const accountKey: readonly string[] = KEY;

export const accountQuery = queryOptions({
  queryKey: [...KEY, 'itself'],
  queryFn: ({ signal }) => read('/account', { answer: account.get.answer, signal }),
});

export const sessionsQuery = queryOptions({
  queryKey: [...KEY, 'sessions'],
  queryFn: ({ signal }) => read('/account/sessions', { answer: account.sessions.answer, signal }),
});

export const ownWorkspacesQuery = queryOptions({
  queryKey: [...KEY, 'workspaces'],
  queryFn: ({ signal }) => read('/account/workspaces', { answer: account.workspaces.answer, signal }),
});

export const passkeysQuery = queryOptions({
  queryKey: [...KEY, 'passkeys'],
  queryFn: ({ signal }) => read('/account/passkeys', { answer: passkeys.list.answer, signal }),
});

type Sent = { readonly method: 'POST' | 'PATCH' | 'DELETE'; readonly body?: unknown };

const send = <S extends z.ZodType>(path: string, answer: S, sent: Sent): Promise<z.output<S>> =>
  write(`/account${path}`, { ...sent, answer, idempotencyKey: crypto.randomUUID() });
const post = <S extends z.ZodType>(path: string, answer: S, body?: unknown): Promise<z.output<S>> =>
  send(path, answer, { method: 'POST', ...(body === undefined ? {} : { body }) });

/** Each asks the server to change something of the account. @throws RequestFailure */
export const sendVerification = () => post('/email-verification-requests', NOTHING);
export const changePassword = (body: { readonly present: string; readonly password: string }) =>
  post('/password', NOTHING, body);
export const endSession = (id: string) => send(`/sessions/${id}`, NOTHING, { method: 'DELETE' });
export const endOtherSessions = () => send('/sessions', NOTHING, { method: 'DELETE' });
export const beginTotp = (password: string) => post('/totp', account.beginTotp.answer, { password });
export const confirmTotp = (code: string) => post('/totp/confirmation', account.confirmTotp.answer, { code });
export const endTotp = (password: string) => post('/totp/removal', NOTHING, { password });
export const renewRecoveryCodes = (password: string) =>
  post('/recovery-codes', account.renewRecoveryCodes.answer, { password });
export const beginPasskey = (password: string): Promise<CredentialOptions> =>
  post('/passkeys/options', passkeys.options.answer, { password });
export const createPasskey = (name: string, credential: GivenPasskey) =>
  post('/passkeys', passkeys.create.answer, { name, credential });
export const renamePasskey = ({ id }: PasskeyAnswer, name: string) =>
  send(`/passkeys/${id}`, passkeys.rename.answer, { method: 'PATCH', body: { name } });
export const removePasskey = ({ id }: PasskeyAnswer, password: string) =>
  post(`/passkeys/${id}/removal`, NOTHING, { password });
