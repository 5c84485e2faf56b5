import {
  type GrantChange,
  type GrantCreation,
  type GuestInvitationCreation,
  guestRoutes,
  noticeRoutes,
  type Notices,
  type PartnerAsking,
  type PublicationCreation,
  type PublicationPreview,
  publicationRoutes,
  type RoomDraft,
  type RoomGateWord,
  roomRoutes,
} from '@entente/contract/sharing';
import { can } from '@entente/core/accounts';
import { Outcome } from '@entente/core/kernel';
import type { App, Room, RoomContext } from '../platform/http.ts';
import { actorOf } from '../register/actors.commands.ts';
import { type Asked, type Mount, mounting, sendBody, sendStored } from '../register/mounting.routes.ts';
import { tellingShown } from '../register/shown-records.commands.ts';
import { judgeGate } from './gates.commands.ts';
import { changeGrant, grantPublication } from './grants.commands.ts';
import {
  acceptGuestInvitation,
  inviteGuest,
  listGuestInvitations,
  listGuests,
  readGuestInvitation,
  sendGuestOff,
  withdrawInvitationOfGuest,
} from './guests.commands.ts';
import { changeNotices, readNotices } from './notices.commands.ts';
import {
  createPublication,
  listPublications,
  previewPublication,
  readPublication,
  republish,
  seePublicationAs,
  withdrawPublication,
} from './publications.commands.ts';
import { RoomChanges } from './room-changes.ts';
import { askPartner, dropFirmDraft, endRequest, keepFirmDraft, sendForFirm, signForFirm } from './requests.commands.ts';
import {
  dropDraft,
  exportRoom,
  keepDraft,
  listRooms,
  readRoom,
  roomStandings,
  sendAnswer,
  signForPartner,
  type Visitor,
} from './rooms.commands.ts';

const part =
  (name: string) =>
  ({ params }: Asked) =>
    params[name] ?? '';
const workspaceOf = part('workspace');
const publicationOf = part('publication');
const requestOf = part('request');
const tokenOf = ({ body }: Asked): string => (body as { readonly token: string }).token;
const digestOf = ({ body }: Asked): string => (body as { readonly digest: string }).digest;
const nothing: Parameters<Mount>[2] = (reply) => reply.code(204).send();

/** Partner rooms over HTTP, as the contract says it: what members publish, and what guests see of it. */
export const sharingRoom: Room = (app, context) => {
  const mount = mounting(app, context);
  mount(noticeRoutes.get, (asked) => readNotices(asked.caller), sendBody);
  mount(noticeRoutes.change, (asked) => changeNotices(asked.caller, asked.body as Notices), sendBody);
  mountGuests(mount, context);
  mountPublications(mount, context);
  mountRequests(mount);
  mountRoomChanges(app, mount, context);
  mountRooms(mount, context);
  return Promise.resolve();
};

function mountGuests(mount: Mount, { databases, postInvitation }: RoomContext): void {
  mount(guestRoutes.list, (asked) => listGuests(asked.caller, workspaceOf(asked)), sendBody);
  mount(
    guestRoutes.end,
    (asked) => sendGuestOff(asked.caller, workspaceOf(asked), asked.params['person'] ?? ''),
    nothing,
  );
  mount(guestRoutes.listInvitations, (asked) => listGuestInvitations(asked.caller, workspaceOf(asked)), sendBody);
  mount(
    guestRoutes.invite,
    async (asked) => {
      const made = await inviteGuest(asked.caller, workspaceOf(asked), asked.body as GuestInvitationCreation);
      if (!made.ok) return made;
      const { invitation, token, firm } = made.value;
      const { email: to, invitedBy, partner } = invitation;
      const into = { as: 'guest', firm, partner: partner.name } as const;
      return Outcome.of({ invitation, token, mailed: postInvitation(asked.request, { to, token, invitedBy, into }) });
    },
    (reply, made) => reply.code(201).send(made),
  );
  mount(
    guestRoutes.withdraw,
    (asked) => withdrawInvitationOfGuest(asked.caller, workspaceOf(asked), asked.params['invitation'] ?? ''),
    nothing,
  );
  mount(guestRoutes.read, (asked) => readGuestInvitation(databases.app, tokenOf(asked)), sendBody);
  mount(guestRoutes.accept, (asked) => acceptGuestInvitation(asked.caller, tokenOf(asked)), sendBody);
}

function mountPublications(mount: Mount, { databases }: RoomContext): void {
  const { list, create, preview, get, seeAs, withdraw, grant, changeGrant: change } = publicationRoutes;
  mount(
    list,
    (asked) =>
      listPublications(asked.caller, workspaceOf(asked), (asked.query['alliance'] as string | undefined) ?? null),
    sendBody,
  );
  mount(
    create,
    (asked) => createPublication(asked.caller, workspaceOf(asked), asked.body as PublicationCreation),
    sendStored,
  );
  mount(
    preview,
    (asked) =>
      // Rows that may not be published are read to be left out.
      tellingShown(asked.caller, workspaceOf(asked), () =>
        previewPublication(asked.caller, workspaceOf(asked), asked.body as PublicationPreview),
      ),
    sendBody,
  );
  mount(get, (asked) => readPublication(asked.caller, workspaceOf(asked), publicationOf(asked)), sendBody);
  mount(
    seeAs,
    (asked) => {
      const reads = { ...asked.caller, guests: databases.room };
      return seePublicationAs(reads, workspaceOf(asked), publicationOf(asked), asked.query['guest'] as string);
    },
    sendBody,
  );
  mount(
    publicationRoutes.republish,
    (asked) => republish(asked.caller, workspaceOf(asked), publicationOf(asked)),
    sendStored,
  );
  mount(withdraw, (asked) => withdrawPublication(asked.caller, workspaceOf(asked), publicationOf(asked)), nothing);
  mount(
    grant,
    (asked) => grantPublication(asked.caller, workspaceOf(asked), publicationOf(asked), asked.body as GrantCreation),
    sendStored,
  );
  mount(
    change,
    (asked) => {
      const { params, version } = asked;
      const place = { publication: publicationOf(asked), grant: params['grant'] ?? '', version };
      return changeGrant(asked.caller, workspaceOf(asked), place, asked.body as GrantChange);
    },
    (reply, changed) => reply.header('etag', `"${changed.version}"`).send(changed),
  );
}

function mountRequests(mount: Mount): void {
  const placeOf = (asked: Asked) => ({ publication: publicationOf(asked), request: requestOf(asked) });
  mount(
    publicationRoutes.ask,
    (asked) => {
      const asking = asked.body as PartnerAsking;
      return askPartner(asked.caller, workspaceOf(asked), publicationOf(asked), asking);
    },
    sendStored,
  );
  mount(
    publicationRoutes.closeRequest,
    (asked) => endRequest(asked.caller, workspaceOf(asked), placeOf(asked)),
    nothing,
  );
  mount(
    publicationRoutes.saveDraft,
    (asked) => keepFirmDraft(asked.caller, workspaceOf(asked), placeOf(asked), asked.body as RoomDraft),
    sendBody,
  );
  mount(
    publicationRoutes.dropDraft,
    (asked) => dropFirmDraft(asked.caller, workspaceOf(asked), placeOf(asked)),
    nothing,
  );
  mount(publicationRoutes.send, (asked) => sendForFirm(asked.caller, workspaceOf(asked), placeOf(asked)), sendBody);
  mount(
    publicationRoutes.sign,
    (asked) => signForFirm(asked.caller, workspaceOf(asked), placeOf(asked), digestOf(asked)),
    sendBody,
  );
}

/** A guest as they are at this moment; null once whatever let them in has ended. */
async function presentVisitor({ request }: Asked, { databases, identify, configuration }: RoomContext) {
  const identity = await identify(request, { isLook: true });
  const actor = await actorOf(databases.app, identity, { isDemo: configuration.demo });
  if (actor.kind === 'nobody' || !can(actor, roomRoutes.changes.permission, { workspaceId: null })) return null;
  return { actor, database: databases.app, guests: databases.room };
}

function mountRoomChanges(app: App, mount: Mount, context: RoomContext): void {
  const changes = new RoomChanges();
  app.addHook('preClose', () => changes.close());
  mount(
    roomRoutes.changes,
    (asked) =>
      changes.open({
        personId: asked.caller.actor.personId,
        standings: async () => {
          const visitor = await presentVisitor(asked, context);
          return visitor === null ? null : roomStandings(visitor);
        },
        onFault: (error) => asked.request.log.error(error),
      }),
    (reply, stream) => {
      // A request for the head alone takes nothing of the stream.
      reply.raw.once('close', () => stream.destroy());
      return reply
        .type('text/event-stream; charset=utf-8')
        .header('cache-control', 'no-store, no-transform')
        .header('x-accel-buffering', 'no')
        .serializer((body: unknown) => body as string)
        .send(stream);
    },
  );
}

function mountRooms(mount: Mount, { databases }: RoomContext): void {
  const visitorOf = ({ caller }: Asked): Visitor => ({
    actor: caller.actor,
    database: databases.app,
    guests: databases.room,
  });
  const roomOf = part('room');
  const placeOf = (asked: Asked) => ({ room: roomOf(asked), request: requestOf(asked) });
  mount(roomRoutes.list, (asked) => listRooms(visitorOf(asked)), sendBody);
  mount(roomRoutes.get, (asked) => readRoom(visitorOf(asked), roomOf(asked)), sendBody);
  mount(
    roomRoutes.file,
    (asked) => exportRoom(visitorOf(asked), roomOf(asked)),
    (reply, { name, csv }) =>
      reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${name}"`)
        .serializer((body: unknown) => body as string)
        .send(csv),
  );
  mount(
    roomRoutes.saveDraft,
    (asked) => keepDraft(visitorOf(asked), placeOf(asked), asked.body as RoomDraft),
    sendBody,
  );
  mount(roomRoutes.dropDraft, (asked) => dropDraft(visitorOf(asked), placeOf(asked)), nothing);
  mount(roomRoutes.send, (asked) => sendAnswer(visitorOf(asked), placeOf(asked)), sendBody);
  mount(roomRoutes.sign, (asked) => signForPartner(visitorOf(asked), placeOf(asked), digestOf(asked)), sendBody);
  mount(
    roomRoutes.judgeGate,
    (asked) => {
      const place = { room: roomOf(asked), gate: asked.params['gate'] ?? '' };
      return judgeGate(visitorOf(asked), place, asked.body as RoomGateWord);
    },
    (reply, judged) => reply.code(201).send(judged),
  );
}
