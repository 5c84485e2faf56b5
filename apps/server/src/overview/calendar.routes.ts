import { type CalendarFeedMaking, calendarRoutes } from '@entente/contract/calendar';
import type { Room } from '../platform/http.ts';
import { type Asked, mounting, sendBody } from '../register/mounting.routes.ts';
import { makeFeed, readFeed, readOwnFeed, withdrawFeed } from './calendar-feeds.commands.ts';

const workspaceOf = ({ params }: Asked): string => params['workspace'] ?? '';

/** Calendar feeds over HTTP, as the contract says it. */
export const calendarRoom: Room = (app, context) => {
  const mount = mounting(app, context);
  mount(calendarRoutes.get, (asked) => readOwnFeed(asked.caller, workspaceOf(asked)), sendBody);
  mount(
    calendarRoutes.make,
    (asked) => makeFeed(asked.caller, workspaceOf(asked), asked.body as CalendarFeedMaking),
    (reply, body) => reply.code(201).send(body),
  );
  mount(
    calendarRoutes.withdraw,
    (asked) => withdrawFeed(asked.caller, workspaceOf(asked)),
    (reply) => reply.code(204).send(),
  );
  mount(
    calendarRoutes.read,
    ({ caller, params }) => readFeed(caller, params['token'] ?? '', context.configuration.publicUrl),
    (reply, text) =>
      reply
        .type('text/calendar; charset=utf-8')
        .header('content-disposition', 'inline; filename="entente.ics"')
        .serializer((body: unknown) => body as string)
        .send(text),
  );
  return Promise.resolve();
};
