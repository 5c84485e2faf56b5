import { accountsRoom } from './accounts/accounts.routes.ts';
import { auditRoom } from './audit/audit.routes.ts';
import { importsRoom } from './interchange/imports.routes.ts';
import type { Room } from './platform/http.ts';
import { portfolioRoom } from './portfolio/portfolio.routes.ts';
import { referenceRoom } from './reference/reference.routes.ts';
import { registerRoom } from './register/register.routes.ts';

/** The rooms that the server mounts, in order. Each registers its own routes. */
export const rooms: readonly Room[] = [
  registerRoom,
  accountsRoom,
  importsRoom,
  auditRoom,
  portfolioRoom,
  referenceRoom,
];
