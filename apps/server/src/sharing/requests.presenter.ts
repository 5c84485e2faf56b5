import type { PartnerRequestAnswer, RoomRequestAnswer } from '@entente/contract/sharing';
import { can } from '@entente/core/accounts';
import { FIT_DIMENSIONS } from '@entente/core/lifecycle';
import type { Workspace } from '../register/workspaces.store.ts';
import type { AnswerRow, DraftRow, RequestRow } from './requests.store.ts';

type BothSides = Omit<RoomRequestAnswer, 'draft' | 'abilities'>;

function stateOf({ isClosed, stands, answers, firm, partner }: RequestRow): BothSides['state'] {
  if (firm !== null && partner !== null) return 'signed';
  if (isClosed) return 'closed';
  if (!stands) return 'superseded';
  return answers.length > 0 ? 'answered' : 'open';
}

const signature = (row: RequestRow['firm']) =>
  row === null ? null : { person: row.person, signedAt: new Date(row.signedAt).toISOString() };

const sentAt = (answer: Pick<AnswerRow, 'sentAt'>): string => new Date(answer.sentAt).toISOString();

function unnamedOf({ tally, unnamed }: RequestRow): BothSides['unnamed'] {
  if (tally === null) return null;
  return (['firm', 'partner'] as const).map((side) => {
    const said = unnamed.filter((row) => row.side === side);
    return {
      side,
      answered: tally[side],
      scores: said.flatMap(({ dimension, score }) => (score === null ? [] : [{ dimension, score }])),
      comments: said.flatMap(({ dimension, comment }) => (comment === null ? [] : [{ dimension, comment }])),
    };
  });
}

/** A request as both sides see it. */
const requestAnswer = (row: RequestRow): BothSides => ({
  id: row.id,
  kind: row.kind,
  edition: { number: row.number, digest: row.digest },
  askedAt: row.askedAt.toISOString(),
  closesAt: row.closesAt?.toISOString() ?? null,
  state: stateOf(row),
  answers: row.answers.map((answer) => ({ ...answer, sentAt: sentAt(answer) })),
  criteria: row.criteria.flatMap((name, at) => {
    const dimension = FIT_DIMENSIONS[at];
    return dimension === undefined ? [] : [{ dimension, name }];
  }),
  anonymous: row.anonymous,
  unnamed: unnamedOf(row),
  signatures: { firm: signature(row.firm), partner: signature(row.partner) },
});

/** Whether a health check is open and the reader has not answered it yet. */
const mayRate = ({ kind, isClosed, answers }: RequestRow): boolean =>
  kind === 'health-check' && !isClosed && !answers.some(({ own }) => own);

function draftOf({ id }: RequestRow, drafts: readonly DraftRow[]): RoomRequestAnswer['draft'] {
  const draft = drafts.find(({ requestId }) => requestId === id);
  if (draft === undefined) return null;
  const { verdict, words, ratings, writtenAt } = draft;
  return { verdict, words, ratings, writtenAt: writtenAt.toISOString() };
}

const isAgreed = ({ stands, isClosed, answers }: RequestRow): boolean =>
  stands && !isClosed && answers.at(-1)?.verdict === 'confirm';

/** A request as members of the firm see it. */
export function partnerRequestAnswer(
  row: RequestRow,
  { id: workspaceId, viewer }: Workspace,
  { drafts, keys }: { readonly drafts: readonly DraftRow[]; readonly keys: ReadonlyMap<string, readonly string[]> },
): PartnerRequestAnswer {
  const mayPublish = can(viewer, 'sharing.publish', { workspaceId });
  const answer = requestAnswer(row);
  return {
    ...answer,
    criteria: answer.criteria.map((each, at) => ({ ...each, criterion: keys.get(row.id)?.[at] ?? '' })),
    partner: row.partnerId,
    draft: draftOf(row, drafts),
    abilities: {
      answer: mayPublish && mayRate(row),
      sign: mayPublish && isAgreed(row) && row.firm === null,
      close: mayPublish && !row.isClosed && (row.firm === null || row.partner === null),
    },
  };
}

/** A request as a guest of the partner sees it, with what they wrote and did not send. */
export function roomRequestAnswer(row: RequestRow, drafts: readonly DraftRow[]): RoomRequestAnswer {
  const answer = requestAnswer(row);
  const isOpen = row.stands && !row.isClosed;
  return {
    ...answer,
    draft: draftOf(row, drafts),
    abilities: {
      answer: row.kind === 'health-check' ? mayRate(row) : isOpen && answer.signatures.partner === null,
      sign: isAgreed(row) && answer.signatures.partner === null,
    },
  };
}
