import { inside } from './twins-shared-firm.ts';
import type { Worlds } from './twins-worlds.ts';

/** A meeting as it is called, in another year each time. */
export const meetingCalled = (title: string, year: string) => ({
  kind: 'meeting',
  title,
  body: null,
  level: null,
  start: `${year}-05-05T10:00`,
  timeZone: 'Asia/Tokyo',
  occurrence: null,
  minutes: 60,
  place: null,
  link: null,
  convener: null,
  agenda: [],
  attendees: [],
  decisions: [],
  notes: null,
  state: 'planned',
  zones: [],
});

type Owner = Parameters<typeof inside>[1];
type Wished = {
  readonly workspace: string;
  readonly owner: Owner;
  /** An alliance that the reader sees. */
  readonly alliance: string;
  /** Whose calendar it is, by the cookie of their session. */
  readonly cookie: string;
};

/** The secret of a reader's calendar, in which a meeting stands that both worlds have. */
export async function calendarFeedOf(worlds: Worlds, { workspace, owner, alliance, cookie }: Wished): Promise<string> {
  const called = inside(workspace, owner, 'POST', `/alliances/${alliance}/papers`, meetingCalled('Seen', '2041'));
  await worlds.same((world) => world.made(called));
  const url = `/api/v1/workspaces/${workspace}/calendar-feed`;
  const body = { covers: 'all', language: 'en' };
  const feed = await worlds.same((world) => world.made({ method: 'POST', url, headers: { cookie }, body }));
  return /([\w-]+)\.ics$/.exec(String(feed.body['path']))?.[1] ?? '';
}
