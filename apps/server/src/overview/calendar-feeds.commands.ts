import { randomBytes } from 'node:crypto';
import type { CalendarFeedAnswer, CalendarFeedMaking, NewCalendarFeed } from '@entente/contract/calendar';
import { can, type PersonActor } from '@entente/core/accounts';
import { calendarText } from '@entente/core/interchange';
import { Outcome, type Problem } from '@entente/core/kernel';
import { type Database, inWorkspace } from '../platform/database.ts';
import { arranging, type Caller, reading } from '../register/changing.commands.ts';
import { type CalendarPlace, gateEntries, paperEntries } from './calendar-entries.ts';
import {
  type AddressedFeed,
  enterFeed,
  type FeedRow,
  findDated,
  findDeveloping,
  findFeed,
  insertFeed,
  removeFeed,
} from './calendar-feeds.store.ts';

type Reads = Pick<Caller, 'database' | 'actor' | 'today'>;

/** As an address at which there is nothing. */
const nothingThere: Problem = {
  code: 'not-found',
  message: 'There is nothing at this address',
  fix: 'Go back, or search for what you need.',
};

const feedAnswer = ({ ownOnly, language, madeAt }: FeedRow) => ({
  covers: ownOnly ? ('own' as const) : ('all' as const),
  language,
  madeAt: madeAt.toISOString(),
});

/** Whether the actor has a feed of the workspace. */
export const readOwnFeed = (reads: Reads, workspace: string): Promise<Outcome<CalendarFeedAnswer>> =>
  reading(reads, workspace, async (transaction) => {
    const row = await findFeed(transaction);
    return Outcome.of({ feed: row && feedAnswer(row) });
  });

/** Makes the actor's feed at a secret address, which only this answer holds; one that was there ends. */
export async function makeFeed(
  caller: Caller,
  workspace: string,
  { covers, language }: CalendarFeedMaking,
): Promise<Outcome<NewCalendarFeed>> {
  const token = randomBytes(32).toString('base64url');
  const answer = await arranging({ ...caller, idempotency: null }, workspace, async (transaction) => {
    await removeFeed(transaction);
    const row = await insertFeed(transaction, { token, ownOnly: covers === 'own', language });
    return Outcome.of({ status: 201, headers: {}, body: feedAnswer(row) });
  });
  if (!answer.ok) return answer;
  return Outcome.of({
    ...(answer.value.body as ReturnType<typeof feedAnswer>),
    path: `/api/v1/calendar/${token}.ics`,
  });
}

/** Ends the address of the actor's feed. */
export async function withdrawFeed(caller: Caller, workspace: string): Promise<Outcome<null>> {
  const answer = await arranging({ ...caller, idempotency: null }, workspace, async (transaction) => {
    await removeFeed(transaction);
    return Outcome.of({ status: 204, headers: {}, body: null });
  });
  return answer.ok ? Outcome.of(null) : answer;
}

/** Whoever made the feed, who reads here and in no other workspace. */
const readerOf = ({ ownerId, workspaceId }: AddressedFeed): PersonActor => ({
  kind: 'person',
  personId: ownerId,
  memberships: [],
  scopes: ['register.read', 'workspace.read'],
  only: workspaceId,
});

/** What is past stays in the calendar for so long. */
const DAYS_BACK = 366;
const MILLISECONDS_A_DAY = 86_400_000;
const yearBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - DAYS_BACK * MILLISECONDS_A_DAY).toISOString().slice(0, 10);

/** A feed by its address: what the person who made it may read at this moment, of the classes that may leave the house. */
export async function readFeed(
  { database, today }: { readonly database: Database; readonly today: string },
  token: string,
  publicUrl: string | null,
): Promise<Outcome<string>> {
  const feed = await inWorkspace(database, { workspaceId: null, actorId: '' }, (transaction) =>
    enterFeed(transaction, token),
  );
  if (feed === null) return Outcome.refuse(nothingThere);
  const text = await reading({ database, actor: readerOf(feed) }, feed.workspaceId, async (transaction, workspace) => {
    if (!can(workspace.viewer, 'register.read', { workspaceId: workspace.id })) return Outcome.refuse(nothingThere);
    const home = publicUrl === null ? null : `${publicUrl.replace(/\/$/, '')}/w/${workspace.slug}`;
    const place: CalendarPlace = { feed, home };
    const entries = [
      ...paperEntries(place, await findDated(transaction, yearBefore(today))),
      ...gateEntries(place, await findDeveloping(transaction, today), today),
    ];
    return Outcome.of(calendarText(workspace.name, entries));
  });
  return text.ok ? text : Outcome.refuse(nothingThere);
}
