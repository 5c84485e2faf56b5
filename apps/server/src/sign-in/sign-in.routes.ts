import { type SessionAnswer, signInRoutes } from '@entente/contract/sign-in';
import type { Route } from '@entente/contract/problem';
import { Outcome } from '@entente/core/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Room, RoomContext } from '../platform/http.ts';
import { type Asked, mounting, sendBody } from '../register/mounting.routes.ts';
import { listOwnWorkspaces, ownWorkspace } from '../register/own-workspaces.commands.ts';
import { readWorkspace } from '../register/workspaces.commands.ts';
import {
  changePassword,
  endOneSession,
  endOtherSessions,
  listSessions,
  readAccount,
  sendVerification,
} from './account.commands.ts';
import { createApiKey, endApiKey, listApiKeys } from './api-keys.commands.ts';
import { setUp, signUp } from './beginnings.commands.ts';
import { askForReset, resetPassword, verifyEmail } from './links.commands.ts';
import { readMailbox } from './mailbox.commands.ts';
import {
  beginPasskey,
  beginPasskeySignIn,
  createPasskey,
  listPasskeys,
  removePasskey,
  renamePasskey,
  signInWithPasskey,
} from './passkeys.commands.ts';
import { DeskFull } from './password-desk.ts';
import { REFUSALS } from './refusals.ts';
import {
  beginSession,
  endSession,
  giveSecondFactor,
  keepLimit,
  narrowSession,
  readSession,
} from './session.commands.ts';
import type { SignIn } from './sign-in.ts';
import {
  changeProvider,
  createProvider,
  endProvider,
  listProviders,
  type ProviderPlace,
  searchProviders,
  testProvider,
} from './providers.commands.ts';
import { beginSignOn, completeSignOn } from './sign-on.commands.ts';
import { beginTotp, confirmTotp, endTotp, renewRecoveryCodes } from './totp.commands.ts';
import type { Visit } from './visit.ts';
import { visitOf } from './visit-of.routes.ts';

const BUSY_SECONDS = 2;

type BodyOf<R extends Route> = R['body'] extends z.ZodType ? z.output<R['body']> : null;
type Command<R extends Route, T> = (visit: Visit, body: BodyOf<R>, asked: Asked) => Promise<Outcome<T>> | Outcome<T>;

const personOf = ({ caller }: Asked): string => caller.actor.personId;

/** Whoever an answer says is signed in from now on. */
function accountIn(outcome: Outcome<unknown>): readonly string[] {
  if (!outcome.ok || typeof outcome.value !== 'object' || outcome.value === null) return [];
  const { state, account } = outcome.value as Partial<SessionAnswer>;
  return state === 'signed-in' && account ? [account.id] : [];
}

/** What was done is in the audit before the answer leaves; if that fails, there is no answer. */
async function chainActsOf(signIn: SignIn, visit: Visit, { caller }: Asked, outcome: Outcome<unknown>): Promise<void> {
  const { personId } = caller.actor;
  if (personId !== '') await signIn.chainActs({ personId }, null);
  const signedIn = accountIn(outcome);
  for (const accountId of new Set([...visit.outgoing.accounts, ...signedIn]))
    await signIn.chainActs({ accountId }, signedIn.includes(accountId) ? visit.language : null);
}

const providerOf = ({ params }: Asked): string => params['provider'] ?? '';

const sendNothing = (reply: FastifyReply): FastifyReply => reply.code(204).send();
const sendCreated = (reply: FastifyReply, body: unknown): FastifyReply => reply.code(201).send(body);
const SENDERS = { 200: sendBody, 201: sendCreated, 204: sendNothing } as const;

/** Signing in over HTTP, as the contract says it. */
export const signInRoom =
  (signInOf: (context: RoomContext, report: (line: string) => void) => SignIn): Room =>
  (app, context) => {
    const signIn = signInOf(context, (line) => app.log.warn(line));
    const mount = mounting(app, context);
    const visits = new WeakMap<FastifyRequest, Visit>();

    // Cookies and times to wait go with every answer, refusals too.
    app.addHook('onSend', (request, reply, _payload, done) => {
      const outgoing = visits.get(request)?.outgoing;
      if (outgoing !== undefined && outgoing.cookies.length > 0) void reply.header('set-cookie', outgoing.cookies);
      if (outgoing?.retryAfterSeconds) void reply.header('retry-after', String(outgoing.retryAfterSeconds));
      done();
    });
    app.addHook('onClose', () => signIn.settled());

    const on = <R extends Route, T>(route: R, command: Command<R, T>): void =>
      mount(
        route,
        async (asked) => {
          const visit = visitOf(asked.request, context);
          visits.set(asked.request, visit);
          try {
            const outcome = await command(visit, asked.body as BodyOf<R>, asked);
            if (route.permission === 'account.use') await keepLimit(signIn, visit);
            if (route.method !== 'get') await chainActsOf(signIn, visit, asked, outcome);
            return outcome;
          } catch (error) {
            if (!(error instanceof DeskFull)) throw error;
            visit.outgoing.retryAfterSeconds = BUSY_SECONDS;
            return Outcome.refuse(REFUSALS.busy);
          }
        },
        SENDERS[route.status],
      );

    const { session, beginning, links, account, passkeys, apiKeys, mailbox, signOn } = signInRoutes;
    on(session.get, (visit) => readSession(signIn, visit));
    on(session.begin, (visit, body) => beginSession(signIn, visit, body));
    on(session.secondFactor, (visit, body) => giveSecondFactor(signIn, visit, body));
    on(session.passkeyOptions, (visit) => beginPasskeySignIn(signIn, visit));
    on(session.passkey, (visit, { credential }) => signInWithPasskey(signIn, visit, credential));
    on(session.narrow, async (visit, { workspace }, { caller }) => {
      const own = await ownWorkspace(caller, workspace);
      return own.ok ? narrowSession(signIn, visit, own.value.id) : own;
    });
    on(session.end, (visit) => endSession(signIn, visit));

    on(beginning.setUp, (visit, body) => setUp(signIn, visit, body));
    on(beginning.signUp, (visit, body) => signUp(signIn, visit, body));
    on(links.askReset, (visit, { email }) => askForReset(signIn, visit, email));
    on(links.reset, (visit, body) => resetPassword(signIn, visit, body));
    on(links.verifyEmail, (visit, { token }) => verifyEmail(signIn, visit, token));
    on(mailbox.list, () => readMailbox(signIn));

    on(account.get, (visit) => readAccount(signIn, visit));
    on(account.workspaces, (_visit, _body, { caller }) => listOwnWorkspaces(caller));
    on(account.sendVerification, (visit) => sendVerification(signIn, visit));
    on(account.changePassword, (visit, body) => changePassword(signIn, visit, body));
    on(account.sessions, (visit) => listSessions(signIn, visit));
    on(account.endSession, (visit, _body, { params }) => endOneSession(signIn, visit, params['session'] ?? ''));
    on(account.endOthers, (visit) => endOtherSessions(signIn, visit));
    on(account.beginTotp, (visit, { password }) => beginTotp(signIn, visit, password));
    on(account.confirmTotp, (visit, { code }) => confirmTotp(signIn, visit, code));
    on(account.endTotp, (visit, { password }) => endTotp(signIn, visit, password));
    on(account.renewRecoveryCodes, (visit, { password }) => renewRecoveryCodes(signIn, visit, password));

    on(passkeys.list, (visit) => listPasskeys(signIn, visit));
    on(passkeys.options, (visit, { password }) => beginPasskey(signIn, visit, password));
    on(passkeys.create, (visit, body) => createPasskey(signIn, visit, body));
    on(passkeys.rename, (visit, { name }, { params }) => renamePasskey(signIn, visit, params['passkey'] ?? '', name));
    on(passkeys.remove, (visit, { password }, { params }) =>
      removePasskey(signIn, visit, params['passkey'] ?? '', password),
    );

    on(signOn.find, (visit, body) => searchProviders(signIn, visit, body));
    on(signOn.begin, (visit, { provider }) => beginSignOn(signIn, visit, provider));
    on(signOn.complete, (visit, body) => completeSignOn(signIn, visit, body));

    const inWorkspace = async <T>(
      { caller, params }: Asked,
      run: (workspace: ProviderPlace) => Promise<Outcome<T>>,
    ): Promise<Outcome<T>> => {
      const found = await readWorkspace(caller, params['workspace'] ?? '');
      return found.ok ? run(found.value) : found;
    };
    on(apiKeys.list, (visit, _body, asked) => inWorkspace(asked, ({ id }) => listApiKeys(signIn, visit, id)));
    on(apiKeys.create, (visit, body, asked) => inWorkspace(asked, ({ id }) => createApiKey(signIn, visit, id, body)));
    on(apiKeys.end, (visit, _body, asked) =>
      inWorkspace(asked, ({ id }) => endApiKey(signIn, visit, id, asked.params['key'] ?? '')),
    );
    on(signOn.list, (visit, _body, asked) => inWorkspace(asked, (place) => listProviders(signIn, visit, place)));
    on(signOn.create, (visit, body, asked) =>
      inWorkspace(asked, (place) => createProvider(signIn, visit, { ...place, personId: personOf(asked) }, body)),
    );
    on(signOn.remove, (_visit, _body, asked) =>
      inWorkspace(asked, (place) => endProvider(signIn, { ...place, personId: personOf(asked) }, providerOf(asked))),
    );
    on(signOn.change, (visit, body, asked) =>
      inWorkspace(asked, (place) =>
        changeProvider(signIn, visit, { ...place, personId: personOf(asked) }, providerOf(asked), body),
      ),
    );
    on(signOn.test, (visit, _body, asked) =>
      inWorkspace(asked, (place) => testProvider(signIn, visit, place, providerOf(asked))),
    );
    return Promise.resolve();
  };
