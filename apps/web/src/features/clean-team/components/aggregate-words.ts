import type { ReleasePreview } from '@entente/contract/clean-team';
import type { Statistic } from '@entente/core/accounts';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** What an aggregate is called. */
export const STATISTIC_WORDS: Readonly<Record<Statistic, MessageDescriptor>> = {
  count: msg`Count`,
  sum: msg`Sum`,
  mean: msg`Mean`,
  median: msg`Median`,
  band: msg`Band`,
  share: msg`Share of the total`,
};

/** What an aggregate tells. */
export const STATISTIC_MEANINGS: Readonly<Record<Statistic, MessageDescriptor>> = {
  count: msg`How many of the chosen figures are known.`,
  sum: msg`All figures added up, exactly.`,
  mean: msg`The sum divided by the number of figures.`,
  median: msg`The span in which the middle figure lies: the figure itself would be somebody’s own.`,
  band: msg`From below the least to above the largest figure, both rounded outwards.`,
  share: msg`What part of the total some of the organisations have together, in percent.`,
};

/** The fields of which aggregates are made. */
export const FIELD_LABELS: Readonly<Record<ReleasePreview['of'], MessageDescriptor>> = {
  'measure.value': msg`Measures`,
  'stake.share': msg`Stakes: share of equity`,
  'stake.votingShare': msg`Stakes: share of votes`,
  'workforce.number': msg`Workforce`,
};
