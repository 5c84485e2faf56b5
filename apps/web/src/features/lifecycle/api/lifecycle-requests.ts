import { lifecycleRoutes, type LifecycleStepCreation } from '@entente/contract/lifecycle';
import { guestRoutes, publicationRoutes } from '@entente/contract/sharing';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { read, write } from '../../../lib/client.ts';

const pathOf = (workspace: string, rest: string): string => `/workspaces/${encodeURIComponent(workspace)}${rest}`;
const keyOf = (workspace: string, ...rest: readonly unknown[]) => ['workspace', workspace, 'lifecycles', ...rest];
const courseOf = (workspace: string, alliance: string): string =>
  pathOf(workspace, `/alliances/${encodeURIComponent(alliance)}/lifecycle`);

/** The stages and the words of others for them; they change with the product alone. */
export const templateQuery = (workspace: string) =>
  queryOptions({
    queryKey: ['lifecycle template'],
    queryFn: ({ signal }) =>
      read(pathOf(workspace, '/lifecycle-template'), { answer: lifecycleRoutes.template.answer, signal }),
    staleTime: Infinity,
  });

/** Where every alliance stands on a day. */
export const boardQuery = (workspace: string, asOf: string) =>
  queryOptions({
    queryKey: keyOf(workspace, 'board', asOf),
    queryFn: ({ signal }) =>
      read(pathOf(workspace, '/lifecycles'), { answer: lifecycleRoutes.board.answer, query: { asOf }, signal }),
    placeholderData: keepPreviousData,
  });

/** The development of one alliance until a day. */
export const lifecycleOfQuery = (workspace: string, alliance: string, asOf: string) =>
  queryOptions({
    queryKey: keyOf(workspace, 'alliance', alliance, asOf),
    queryFn: ({ signal }) =>
      read(courseOf(workspace, alliance), { answer: lifecycleRoutes.get.answer, query: { asOf }, signal }),
    placeholderData: keepPreviousData,
  });

/** The governance form that the resources of an alliance's members speak for on a day. */
export const governanceQuery = (workspace: string, alliance: string, asOf: string) =>
  queryOptions({
    queryKey: keyOf(workspace, 'governance', alliance, asOf),
    queryFn: ({ signal }) =>
      read(pathOf(workspace, `/alliances/${encodeURIComponent(alliance)}/governance-form`), {
        answer: lifecycleRoutes.governance.answer,
        query: { asOf },
        signal,
      }),
    placeholderData: keepPreviousData,
  });

/** A guest who can be asked about a gate. */
export type AskableGuest = { readonly id: string; readonly name: string; readonly partner: string };

/** The guests to whom a room of the alliance is open. */
export const askableGuestsQuery = (workspace: string, alliance: string) =>
  queryOptions({
    queryKey: keyOf(workspace, 'askable', alliance),
    queryFn: async ({ signal }): Promise<readonly AskableGuest[]> => {
      const [guests, rooms] = await Promise.all([
        read(pathOf(workspace, '/guests'), { answer: guestRoutes.list.answer, signal }),
        read(pathOf(workspace, '/publications'), {
          answer: publicationRoutes.list.answer,
          query: { alliance },
          signal,
        }),
      ]);
      const open = rooms.items.flatMap(({ grants }) => grants.filter(({ state }) => state === 'open'));
      return guests.items
        .filter(
          ({ endedAt, person, partner }) =>
            endedAt === null && open.some((grant) => grant.person === person.id || grant.partner === partner.id),
        )
        .map(({ person, partner }) => ({ id: person.id, name: person.name, partner: partner.name }));
    },
  });

/** A lifecycle at the version that was read. */
export type LifecycleAt = { readonly workspace: string; readonly alliance: string; readonly version: number };

/** Takes the next step. @throws RequestFailure */
export const takeStep = ({ workspace, alliance, version }: LifecycleAt, body: LifecycleStepCreation) =>
  write(`${courseOf(workspace, alliance)}/steps`, {
    method: 'POST',
    version,
    body,
    idempotencyKey: crypto.randomUUID(),
    answer: lifecycleRoutes.step.answer,
  });
