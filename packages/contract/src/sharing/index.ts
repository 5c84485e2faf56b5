export {
  type GuestAnswer,
  type GuestInvitationAnswer,
  type GuestInvitationCreation,
  guestRoutes,
} from './guests.ts';
export { noticeRoutes, type Notices } from './notices.ts';
export { type HealthRatingsSaid, REQUEST_KINDS, type RoomContent, type RoomDraft, type RoomSection } from './parts.ts';
export {
  type GrantAnswer,
  type GrantChange,
  type GrantCreation,
  type PartnerAsking,
  type PartnerRequestAnswer,
  type PublicationAnswer,
  type PublicationCreation,
  type PublicationPageAnswer,
  type PublicationPreview,
  publicationRoutes,
} from './publications.ts';
export {
  type RoomAnswer,
  type RoomListAnswer,
  type RoomRequestAnswer,
  type RoomGateAnswer,
  type RoomGateWord,
  roomRoutes,
  roomsChanged,
} from './rooms.ts';
