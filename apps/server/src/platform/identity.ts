import type { Action } from '@entente/core/accounts';
import type { FastifyRequest } from 'fastify';

/** Whom a request comes from, as far as the sign-in knows; what they may do is not its business. */
export type Identity =
  | { readonly kind: 'nobody' }
  | {
      readonly kind: 'account';
      readonly accountId: string;
      readonly email: string;
      readonly emailVerified: boolean;
      readonly name: string;
      readonly sessionId: string;
      /** Of an account of a workspace's own identity provider: it is for no other workspace. */
      readonly onlyWorkspaceId?: string;
    }
  | {
      readonly kind: 'key';
      readonly keyId: string;
      readonly accountId: string;
      readonly workspaceId: string;
      readonly scopes: readonly Action[];
    };

/**
 * Asked of the database for each request, so that a session or key that was ended is refused at once. `isLook`: nobody
 * does anything at this moment, so that the session does not count as used.
 */
export type Identify = (
  request: Pick<FastifyRequest, 'headers'>,
  how?: { readonly isLook: boolean },
) => Promise<Identity>;

/** The sign-in of a server that has none. */
export const nobodySignsIn: Identify = () => Promise.resolve({ kind: 'nobody' });
