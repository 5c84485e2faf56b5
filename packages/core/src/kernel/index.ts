export { type Day, EdtfDate } from './dates.ts';
export {
  bestClaim,
  type Claim,
  type FactRef,
  type Rank,
  RANKS,
  type SourceDates,
  type SourceRef,
  SUBJECT_KINDS,
  type SubjectKind,
  type SubjectRef,
} from './facts.ts';
export { groupedBy } from './grouping.ts';
export { Slug } from './ids.ts';
export { invariant, unreachable } from './invariant.ts';
export { romanOfKana, withoutLongVowels } from './kana.ts';
export { gradeOfMatch, MATCH_GRADES, type MatchGrade, type NameQuery, nameQueryOf, searchText } from './name-search.ts';
export { Outcome, type Problem } from './outcome.ts';
export { type CertainInterval, Period, type PeriodEnd, type Reading } from './periods.ts';
export { Share } from './shares.ts';
export { type DateRole } from './typed-date-forms.ts';
export { type DateOrder } from './typed-date-points.ts';
export { readTypedDate, type TypedDate, type TypedDateOptions } from './typed-dates.ts';
export { readTypedNumber, type TypedBound, type TypedNumber } from './typed-numbers.ts';
export { readTypedShare, type TypedShare } from './typed-shares.ts';
