export {
  type DueItemAnswer,
  MOST_DUE,
  type TodayAnswer,
  type TodayQuery,
  todayQuery,
  todayRoutes,
} from './today.ts';
