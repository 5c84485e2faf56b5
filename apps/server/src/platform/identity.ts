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
    }
  | {
      readonly kind: 'key';
      readonly keyId: string;
      readonly accountId: string;
      readonly workspaceId: string;
      readonly scopes: readonly Action[];
    };

export type Identify = (request: FastifyRequest) => Promise<Identity>;

/** The sign-in of a server that has none. */
export const nobodySignsIn: Identify = () => Promise.resolve({ kind: 'nobody' });
