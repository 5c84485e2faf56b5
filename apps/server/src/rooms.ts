import { membersRoom } from './members/members.routes.ts';
import { invitationOf } from './members/invitations.commands.ts';
import { takeOverWorkspaces } from './members/take-over.commands.ts';
import { chainActs } from './audit/sign-in-acts.commands.ts';
import { cleanTeamRoom } from './clean-team/clean-team.routes.ts';
import { auditRoom } from './audit/audit.routes.ts';
import { importsRoom } from './interchange/imports.routes.ts';
import type { Databases } from './platform/database.ts';
import type { Room, RoomContext } from './platform/http.ts';
import { dossierRoom } from './dossier/papers.routes.ts';
import { lifecycleRoom } from './lifecycle/lifecycle.routes.ts';
import { networkRoom } from './network/network.routes.ts';
import { portfolioRoom } from './portfolio/portfolio.routes.ts';
import { referenceRoom } from './reference/reference.routes.ts';
import { registerRoom } from './register/register.routes.ts';
import { invitationOfGuest } from './sharing/guests.commands.ts';
import { sharingRoom } from './sharing/sharing.routes.ts';
import { createSignIn, type SignIn } from './sign-in/sign-in.ts';
import { signInRoom } from './sign-in/sign-in.routes.ts';

type ServerParts = Pick<RoomContext, 'databases' | 'configuration'>;

const known = new WeakMap<Databases, SignIn>();

/** The one sign-in of a server: its rooms, and what goes out by e-mail, speak of the same. */
export function signInOf(parts: ServerParts, report: (line: string) => void): SignIn {
  const there = known.get(parts.databases) ?? newSignIn(parts, report);
  known.set(parts.databases, there);
  return there;
}

/** Signing in, where whoever was invited may make an account. Its link goes from hand to hand: it proves no e-mail. */
const newSignIn = ({ databases, configuration }: ServerParts, report: (line: string) => void): SignIn =>
  createSignIn({
    databases,
    configuration,
    report,
    chainActs: (whose, language) => chainActs(databases.app, whose, language),
    invitationOf: async (token) => {
      const invitation = (await invitationOf(databases.app, token)) ?? (await invitationOfGuest(databases.app, token));
      if (invitation === null) return null;
      return { email: invitation.email, workspaceId: invitation.workspaceId, isProofOfEmail: false };
    },
    takeOver: (account) => takeOverWorkspaces(databases.app, account),
  });

/** The rooms that the server mounts, in order. Each registers its own routes. */
export const rooms: readonly Room[] = [
  signInRoom(signInOf),
  registerRoom,
  membersRoom,
  sharingRoom,
  cleanTeamRoom,
  importsRoom,
  auditRoom,
  portfolioRoom,
  networkRoom,
  lifecycleRoom,
  dossierRoom,
  referenceRoom,
];
