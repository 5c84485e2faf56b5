import {
  type GrantAnswer,
  type GrantChange,
  type GrantCreation,
  type PublicationCreation,
  type PublicationPreview,
  publicationRoutes,
} from '@entente/contract/sharing';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { read, write } from '../../../lib/client.ts';

const pathOf = (workspace: string, rest = ''): string =>
  `/workspaces/${encodeURIComponent(workspace)}/publications${rest}`;
const fresh = () => ({ idempotencyKey: crypto.randomUUID() });

/** What is published to partners, of one alliance where its id is given. */
export const publicationsQuery = (workspace: string, alliance: string | null) =>
  queryOptions({
    queryKey: ['workspace', workspace, 'publications', alliance],
    queryFn: ({ signal }) =>
      read(pathOf(workspace), { answer: publicationRoutes.list.answer, query: { alliance }, signal }),
  });

export const publicationQuery = (workspace: string, id: string) =>
  queryOptions({
    queryKey: ['workspace', workspace, 'publication', id],
    queryFn: ({ signal }) =>
      read(pathOf(workspace, `/${encodeURIComponent(id)}`), { answer: publicationRoutes.get.answer, signal }),
  });

/** The publication as one guest gets it now. */
export const seenQuery = (workspace: string, id: string, guest: string) =>
  queryOptions({
    queryKey: ['workspace', workspace, 'publication', id, 'seen', guest],
    queryFn: ({ signal }) =>
      read(pathOf(workspace, `/${encodeURIComponent(id)}/seen`), {
        answer: publicationRoutes.seeAs.answer,
        query: { guest },
        signal,
      }),
  });

/** What a publication of these records would show; nothing is written. */
export const previewQuery = (workspace: string, body: PublicationPreview) =>
  queryOptions({
    queryKey: ['workspace', workspace, 'publication-preview', body],
    queryFn: ({ signal }) =>
      write(pathOf(workspace, '/preview'), {
        method: 'POST',
        body,
        answer: publicationRoutes.preview.answer,
        signal,
        ...fresh(),
      }),
    placeholderData: keepPreviousData,
  });

/** @throws RequestFailure */
export const publish = (workspace: string, body: PublicationCreation, idempotencyKey: string) =>
  write(pathOf(workspace), { method: 'POST', body, idempotencyKey, answer: publicationRoutes.create.answer });

/** Makes a new edition from the records as they are now. @throws RequestFailure */
export const republish = (workspace: string, id: string) =>
  write(pathOf(workspace, `/${id}/editions`), {
    method: 'POST',
    answer: publicationRoutes.republish.answer,
    ...fresh(),
  });

/** Withdraws it from everybody, for good. @throws RequestFailure */
export const withdrawPublication = (workspace: string, id: string): Promise<null> =>
  write(pathOf(workspace, `/${id}`), { method: 'DELETE', answer: z.null(), ...fresh() });

/** @throws RequestFailure */
export const grantPublication = (workspace: string, id: string, body: GrantCreation) =>
  write(pathOf(workspace, `/${id}/grants`), {
    method: 'POST',
    body,
    answer: publicationRoutes.grant.answer,
    ...fresh(),
  });

/** Changes a grant at the version that was read. @throws RequestFailure */
export const changeGrant = (
  workspace: string,
  publication: string,
  { id, version }: Pick<GrantAnswer, 'id' | 'version'>,
  body: GrantChange,
) =>
  write(pathOf(workspace, `/${publication}/grants/${id}`), {
    method: 'PATCH',
    body,
    version,
    answer: publicationRoutes.changeGrant.answer,
    ...fresh(),
  });

/** Asks a partner to confirm or comment the stakes that the edition shows. @throws RequestFailure */
export const askPartner = (workspace: string, publication: string, partner: string) =>
  write(pathOf(workspace, `/${publication}/requests`), {
    method: 'POST',
    body: { kind: 'venture-stakes', partner },
    answer: publicationRoutes.ask.answer,
    ...fresh(),
  });

/** @throws RequestFailure */
export const closeRequest = (workspace: string, publication: string, request: string): Promise<null> =>
  write(pathOf(workspace, `/${publication}/requests/${request}`), {
    method: 'DELETE',
    answer: z.null(),
    ...fresh(),
  });

/** Signs, for the firm, the edition of this digest. @throws RequestFailure */
export const signForFirm = (workspace: string, publication: string, request: string, digest: string) =>
  write(pathOf(workspace, `/${publication}/requests/${request}/signature`), {
    method: 'POST',
    body: { digest },
    answer: publicationRoutes.sign.answer,
    ...fresh(),
  });
