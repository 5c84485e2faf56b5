import { Outcome } from '@entente/core/kernel';
import { type Database, inWorkspace } from '../platform/database.ts';
import { enterOwnAccount } from '../register/actors.store.ts';
import { type Caller, nowhereAs } from '../register/changing.commands.ts';
import { noticeText } from './notice-texts.ts';
import { findWantsNotices, type NoticeRow, removeNotice, takeNotice, updateWantsNotices } from './notices.store.ts';

export type NoticeParts = {
  readonly database: Database;
  /** Where links begin. */
  readonly origin: string;
  readonly send: (letter: { readonly to: string; readonly subject: string; readonly text: string }) => Promise<void>;
  readonly report: (line: string) => void;
};

const NOBODY = { workspaceId: null, actorId: '' };
/** Over some four days. */
const MOST_ATTEMPTS = 12;

const forGuests = ({ kind }: NoticeRow): boolean => kind === 'opened' || kind === 'republished' || kind === 'asked';

const pathOf = (notice: NoticeRow): string =>
  forGuests(notice) ? `/rooms/${notice.publicationId}` : `/w/${notice.slug}/partner-rooms/${notice.publicationId}`;

/** Sends what is due. What cannot be sent is reported and tried again later, and given up in the end. @returns how many went */
export async function sendNotices({ database, origin, send, report }: NoticeParts): Promise<number> {
  for (let sent = 0; ; ) {
    const notice = await inWorkspace(database, NOBODY, (transaction) => takeNotice(transaction));
    if (notice === null) return sent;
    const { id, kind, language, name, title, email: to, attempts } = notice;
    try {
      await send({ to, ...noticeText(kind, language, { name, title, link: `${origin}${pathOf(notice)}` }) });
      sent += 1;
    } catch (error) {
      const isLast = attempts >= MOST_ATTEMPTS;
      // Whom it is for is told to no log.
      report(
        `A notice could not be sent${isLast ? ' and is given up' : ''}: ${(error as Error).message.replaceAll(to, '…')}`,
      );
      if (!isLast) continue;
    }
    await inWorkspace(database, NOBODY, (transaction) => removeNotice(transaction, id));
  }
}

type Wish = { readonly wanted: boolean };

/** Whether one gets notices by e-mail. */
export const readNotices = ({ database, actor }: Pick<Caller, 'database' | 'actor'>): Promise<Outcome<Wish>> =>
  inWorkspace(database, nowhereAs(actor), async (transaction) =>
    Outcome.of({ wanted: await findWantsNotices(transaction) }),
  );

export const changeNotices = (
  { database, actor }: Pick<Caller, 'database' | 'actor'>,
  { wanted }: Wish,
): Promise<Outcome<Wish>> =>
  inWorkspace(database, nowhereAs(actor), async (transaction) => {
    await enterOwnAccount(transaction);
    await updateWantsNotices(transaction, wanted);
    return Outcome.of({ wanted: await findWantsNotices(transaction) });
  });
