import { accountRoutes, passkeyRoutes } from './account.ts';
import { apiKeyRoutes } from './api-keys.ts';
import { beginningRoutes, linkRoutes, mailboxRoutes, sessionRoutes } from './session.ts';
import { signOnRoutes } from './sign-on.ts';

export {
  type AccountAnswer,
  type AccountSessionAnswer,
  type OwnWorkspaceAnswer,
  type PasskeyAnswer,
} from './account.ts';
export { type ApiKeyAnswer, KEY_SCOPES, type KeyScope } from './api-keys.ts';
export { type CredentialOptions, SESSION_STATES, type SessionAnswer, type SignedInPerson } from './session.ts';
export type { SignOnProviderAnswer, SignOnProviderTest } from './sign-on.ts';

/** Every route of signing in, by what it is about. */
export const signInRoutes = {
  session: sessionRoutes,
  beginning: beginningRoutes,
  links: linkRoutes,
  account: accountRoutes,
  passkeys: passkeyRoutes,
  apiKeys: apiKeyRoutes,
  mailbox: mailboxRoutes,
  signOn: signOnRoutes,
} as const;
