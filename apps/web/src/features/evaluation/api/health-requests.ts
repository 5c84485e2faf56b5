import { collectionNamed } from '@entente/contract/register';
import { type PartnerRequestAnswer, publicationRoutes, type RoomDraft } from '@entente/contract/sharing';
import { queryOptions } from '@tanstack/react-query';
import { read, write } from '../../../lib/client.ts';

const pathOf = (workspace: string, rest: string): string => `/workspaces/${encodeURIComponent(workspace)}${rest}`;
const fresh = () => ({ idempotencyKey: crypto.randomUUID() });

/** A partner to whom something of the alliance is open. */
export type AskablePartner = {
  readonly room: string;
  readonly title: string;
  readonly id: string;
  readonly name: string;
};
/** A health check, and whom of the partners it asks. */
export type HealthRound = {
  readonly room: string;
  readonly partner: string;
  readonly request: PartnerRequestAnswer;
};
export type HealthRounds = {
  /** Id of the alliance. */
  readonly alliance: string;
  readonly partners: readonly AskablePartner[];
  /** Latest first. */
  readonly rounds: readonly HealthRound[];
};

/** Every health check of an alliance, and the partners that can be asked. */
export const healthRoundsQuery = (workspace: string, slug: string) =>
  queryOptions({
    queryKey: ['workspace', workspace, 'health-checks', slug],
    queryFn: async ({ signal }): Promise<HealthRounds> => {
      const alliance = await read(pathOf(workspace, `/alliances/${encodeURIComponent(slug)}`), {
        answer: collectionNamed('alliances').routes.get.answer,
        signal,
      });
      const rooms = await read(pathOf(workspace, '/publications'), {
        answer: publicationRoutes.list.answer,
        query: { alliance: alliance.id },
        signal,
      });
      const pages = await Promise.all(
        rooms.items.map(({ id }) =>
          read(pathOf(workspace, `/publications/${id}`), { answer: publicationRoutes.get.answer, signal }),
        ),
      );
      const named = pages.flatMap(({ id: room, title, grants }) =>
        grants.flatMap(({ partner, grantee, state }) =>
          partner === null ? [] : [{ room, title, id: partner, name: grantee, isOpen: state === 'open' }],
        ),
      );
      const rounds = pages.flatMap(({ id: room, requests }) =>
        requests
          .filter(({ kind }) => kind === 'health-check')
          .map((request) => ({
            room,
            request,
            partner: named.find(({ id }) => id === request.partner)?.name ?? request.partner,
          })),
      );
      return {
        alliance: alliance.id,
        partners: named.filter(({ isOpen }) => isOpen),
        rounds: rounds.sort((one, other) => (one.request.askedAt < other.request.askedAt ? 1 : -1)),
      };
    },
  });

const requestsOf = (workspace: string, room: string): string => pathOf(workspace, `/publications/${room}/requests`);

/** Asks people of both sides, until a day, how the alliance does. @throws RequestFailure */
export const askForHealth = (
  workspace: string,
  {
    room,
    ...wish
  }: {
    readonly room: string;
    readonly partner: string;
    readonly until: string;
    readonly anonymous: boolean;
    readonly criteria: readonly { readonly criterion: string; readonly name: string }[];
  },
) =>
  write(requestsOf(workspace, room), {
    method: 'POST',
    body: { kind: 'health-check', ...wish },
    answer: publicationRoutes.ask.answer,
    ...fresh(),
  });

/** Keeps what one would answer. @throws RequestFailure */
export const saveRating = (workspace: string, { room, request }: HealthRound, body: RoomDraft) =>
  write(`${requestsOf(workspace, room)}/${request.id}/draft`, {
    method: 'POST',
    body,
    answer: publicationRoutes.saveDraft.answer,
    ...fresh(),
  });

/** Sends it. @throws RequestFailure */
export const sendRating = (workspace: string, { room, request }: HealthRound) =>
  write(`${requestsOf(workspace, room)}/${request.id}/answers`, {
    method: 'POST',
    answer: publicationRoutes.send.answer,
    ...fresh(),
  });
