import { accountsRoom } from './accounts/accounts.routes.ts';
import { auditRoom } from './audit/audit.routes.ts';
import { importsRoom } from './interchange/imports.routes.ts';
import type { Room } from './platform/http.ts';
import { portfolioRoom } from './portfolio/portfolio.routes.ts';
import { referenceRoom } from './reference/reference.routes.ts';
import { registerRoom } from './register/register.routes.ts';
import type { SignIn } from './sign-in/sign-in.ts';
import { signInRoom } from './sign-in/sign-in.routes.ts';

/** The rooms that the server mounts, in order. Each registers its own routes. */
export const roomsOf = (signIn: SignIn): readonly Room[] => [
  signInRoom(signIn),
  registerRoom,
  accountsRoom,
  importsRoom,
  auditRoom,
  portfolioRoom,
  referenceRoom,
];
