export {
  type CalendarFeedAnswer,
  type CalendarFeedMaking,
  calendarRoutes,
  FEED_COVERS,
  FEED_LANGUAGES,
  type NewCalendarFeed,
} from './feed.ts';
