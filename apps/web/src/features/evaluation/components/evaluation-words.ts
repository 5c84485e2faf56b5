import type { Action, Course, Metric, MetricState, MetricTrend, Quadrant } from '@entente/core/lifecycle';
import type { I18n, MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

type Words<T extends string> = Readonly<Record<T, MessageDescriptor>>;

export const QUADRANT_WORDS: Words<Quadrant> = {
  strategic: msg({ message: 'Strategic', context: 'quadrant' }),
  financial: msg({ message: 'Financial', context: 'quadrant' }),
  operational: msg({ message: 'Operational', context: 'quadrant' }),
  relationship: msg({ message: 'Relationship', context: 'quadrant' }),
};
export const TIMING_WORDS: Words<Metric['timing']> = { leading: msg`leading`, lagging: msg`lagging` };
export const DIRECTION_WORDS: Words<Metric['direction']> = {
  higher: msg`higher is better`,
  lower: msg`lower is better`,
};
export const TREND_WORDS: Words<MetricTrend['verdict']> = {
  better: msg`getting better`,
  worse: msg`getting worse`,
  level: msg`level`,
};
export const STANDING_WORDS: Words<MetricState['standing']> = {
  reached: msg`target reached`,
  short: msg`short of the target`,
  missed: msg`target missed`,
  unknown: msg`not known`,
};
export const ACTION_STATE_WORDS: Words<Action['state']> = {
  open: msg`open`,
  done: msg`done`,
  dropped: msg`dropped`,
};
export const COURSE_WORDS: Words<Course> = {
  continue: msg({ message: 'Continue', context: 'course of an alliance' }),
  adapt: msg({ message: 'Adapt', context: 'course of an alliance' }),
  exit: msg({ message: 'Exit', context: 'course of an alliance' }),
};

/** The words of a list as choices. */
export const options = <T extends string>(words: Words<T>, i18n: I18n): { value: T; label: string }[] =>
  (Object.keys(words) as T[]).map((value) => ({ value, label: i18n._(words[value]) }));
