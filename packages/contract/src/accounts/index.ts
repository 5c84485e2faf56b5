export {
  type InvitationAnswer,
  type InvitationCreation,
  type MemberAnswer,
  type MemberChange,
  memberRoutes,
} from './members.ts';
