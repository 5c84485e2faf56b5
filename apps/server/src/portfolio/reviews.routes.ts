import {
  firmReviewRoutes,
  type ReviewChange,
  type ReviewCreation,
  type ReviewDecision,
  reviewRoutes,
  type ReviewSigning,
  type ReviewsQuery,
  type ReviewUndo,
} from '@entente/contract/portfolio';
import type { FastifyReply } from 'fastify';
import { type Asked, type Mount, sendBody, sendStored } from '../register/mounting.routes.ts';
import type { FirmReadings } from './firm-readings.commands.ts';
import { readReviewHistory, undoReviewStep } from './review-history.commands.ts';
import {
  changeReview,
  createReview,
  decideReview,
  listReviews,
  readFirmReviews,
  readReview,
  signReview,
  submitReview,
  withdrawReview,
} from './reviews.commands.ts';

const workspaceOf = ({ params }: Asked): string => params['workspace'] ?? '';
const placeOf = (asked: Asked) => ({
  workspace: workspaceOf(asked),
  review: asked.params['review'] ?? '',
  version: asked.version,
});

/** Puts business reviews on the server, as the contract says them. */
export function mountReviews(
  mount: Mount,
  readings: FirmReadings,
  sendText: (reply: FastifyReply, text: string) => FastifyReply,
): void {
  for (const kind of ['organisation', 'house'] as const) {
    mount(
      firmReviewRoutes[kind],
      (asked) =>
        readFirmReviews(
          readings,
          asked.caller,
          { workspace: workspaceOf(asked), kind, firm: asked.params['record'] ?? '' },
          asked.query as ReviewsQuery,
        ),
      sendText,
    );
  }
  mount(
    reviewRoutes.list,
    (asked) => listReviews(readings, asked.caller, workspaceOf(asked), asked.query['alliance'] as string | undefined),
    sendBody,
  );
  mount(
    reviewRoutes.create,
    (asked) => createReview(readings, asked.caller, workspaceOf(asked), asked.body as ReviewCreation),
    sendStored,
  );
  mount(reviewRoutes.get, (asked) => readReview(readings, asked.caller, placeOf(asked)), sendStored);
  mount(
    reviewRoutes.change,
    (asked) => changeReview(readings, asked.caller, placeOf(asked), asked.body as ReviewChange),
    sendStored,
  );
  mount(reviewRoutes.submit, (asked) => submitReview(readings, asked.caller, placeOf(asked)), sendStored);
  mount(
    reviewRoutes.decide,
    (asked) => decideReview(readings, asked.caller, placeOf(asked), asked.body as ReviewDecision),
    sendStored,
  );
  mount(
    reviewRoutes.sign,
    (asked) =>
      signReview(readings, asked.caller, { ...placeOf(asked), version: null }, (asked.body as ReviewSigning).digest),
    sendStored,
  );
  mount(
    reviewRoutes.withdraw,
    (asked) =>
      withdrawReview(readings, asked.caller, placeOf(asked), (asked.body as { readonly reason: string }).reason),
    sendStored,
  );
  mount(reviewRoutes.history, (asked) => readReviewHistory(readings, asked.caller, placeOf(asked)), sendBody);
  mount(
    reviewRoutes.undo,
    (asked) => undoReviewStep(readings, asked.caller, placeOf(asked), asked.body as ReviewUndo),
    sendStored,
  );
}
