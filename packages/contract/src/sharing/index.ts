export {
  type GuestAnswer,
  type GuestInvitationAnswer,
  type GuestInvitationCreation,
  guestRoutes,
} from './guests.ts';
export { noticeRoutes, type Notices } from './notices.ts';
export { REQUEST_KINDS, type RoomContent, type RoomSection } from './parts.ts';
export {
  type GrantAnswer,
  type GrantChange,
  type GrantCreation,
  type PartnerRequestAnswer,
  type PublicationAnswer,
  type PublicationCreation,
  type PublicationPageAnswer,
  type PublicationPreview,
  publicationRoutes,
} from './publications.ts';
export {
  type RoomAnswer,
  type RoomDraft,
  type RoomListAnswer,
  type RoomRequestAnswer,
  type RoomGateAnswer,
  type RoomGateWord,
  roomRoutes,
  roomsChanged,
} from './rooms.ts';
