import {
  firmReviewsAnswer,
  type ReviewChange,
  type ReviewCreation,
  type ReviewDecision,
  reviewRoutes,
  type ReviewUndo,
} from '@entente/contract/portfolio';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { read, write } from '../../../lib/client.ts';

const pathOf = (workspace: string, rest: string): string => `/workspaces/${encodeURIComponent(workspace)}${rest}`;
const keyOf = (workspace: string, ...rest: readonly unknown[]) => ['workspace', workspace, 'reviews', ...rest];

/** How to read a firm's reviews: as the address holds it. */
export type ReviewsRequest = {
  readonly asOf: string;
  readonly alertAbove: string | undefined;
  readonly everyMonths: string | undefined;
};

export const firmReviewsQuery = (workspace: string, firm: string, request: ReviewsRequest) =>
  queryOptions({
    queryKey: keyOf(workspace, 'firm', firm, request),
    queryFn: ({ signal }) =>
      read(pathOf(workspace, `/organisations/${encodeURIComponent(firm)}/reviews`), {
        answer: firmReviewsAnswer,
        query: request,
        signal,
      }),
    placeholderData: keepPreviousData,
  });

export const allianceReviewsQuery = (workspace: string, alliance: string) =>
  queryOptions({
    queryKey: keyOf(workspace, 'alliance', alliance),
    queryFn: ({ signal }) =>
      read(pathOf(workspace, '/reviews'), { answer: reviewRoutes.list.answer, query: { alliance }, signal }),
  });

export const reviewQuery = (workspace: string, review: string) =>
  queryOptions({
    queryKey: keyOf(workspace, 'one', review),
    queryFn: ({ signal }) =>
      read(pathOf(workspace, `/reviews/${encodeURIComponent(review)}`), { answer: reviewRoutes.get.answer, signal }),
  });

export const reviewHistoryQuery = (workspace: string, review: string) =>
  queryOptions({
    queryKey: keyOf(workspace, 'history', review),
    queryFn: ({ signal }) =>
      read(pathOf(workspace, `/reviews/${encodeURIComponent(review)}/history`), {
        answer: reviewRoutes.history.answer,
        signal,
      }),
  });

/** A review at the version that was read. */
export type ReviewAt = { readonly workspace: string; readonly review: string; readonly version: number };

const { answer } = reviewRoutes.get;
const once = () => ({ method: 'POST' as const, idempotencyKey: crypto.randomUUID(), answer });
const step = ({ workspace, review, version }: ReviewAt, name: string, body?: unknown) =>
  write(pathOf(workspace, `/reviews/${review}/${name}`), {
    ...once(),
    version,
    ...(body === undefined ? {} : { body }),
  });

/** @throws RequestFailure */
export const createReview = (workspace: string, body: ReviewCreation) =>
  write(pathOf(workspace, '/reviews'), { ...once(), body });

/** @throws RequestFailure */
export const changeReview = ({ workspace, review, version }: ReviewAt, body: ReviewChange) =>
  write(pathOf(workspace, `/reviews/${review}`), { ...once(), method: 'PATCH', version, body });

/** @throws RequestFailure */
export const submitReview = (at: ReviewAt) => step(at, 'submission');
/** @throws RequestFailure */
export const decideReview = (at: ReviewAt, body: ReviewDecision) => step(at, 'decision', body);
/** @throws RequestFailure */
export const signReview = (at: ReviewAt, digest: string) => step(at, 'signature', { digest });
/** @throws RequestFailure */
export const withdrawReview = (at: ReviewAt, reason: string) => step(at, 'withdrawal', { reason });
/** @throws RequestFailure */
export const undoReviewStep = (at: ReviewAt, { step: taken, reason = '' }: ReviewUndo) =>
  step(at, 'undo', { step: taken, ...(reason.trim() !== '' && { reason: reason.trim() }) });
