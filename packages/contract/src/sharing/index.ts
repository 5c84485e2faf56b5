export {
  type GuestAnswer,
  type GuestInvitationAnswer,
  type GuestInvitationCreation,
  guestRoutes,
} from './guests.ts';
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
  roomRoutes,
  roomsChanged,
} from './rooms.ts';
