import { type Day, EdtfDate } from '../../kernel/index.ts';
import type { Register } from '../../register/index.ts';
import { portfolioReadingOf } from '../configuration.ts';
import { firmSideOf } from '../firm-side.ts';
import { lastFactOf } from '../last-fact.ts';
import { type Focal, ownSideOf } from '../own-side.ts';
import type { ConfigurationParameters } from '../parameters.ts';
import { type Finding, FINDING_DEFAULTS, type FindingParameters } from './finding.ts';
import { type FirmRecord, firmRecordOf } from './firm-record.ts';
import { domainCollisions, equityMisaligned, partnerDiverts } from './joined-findings.ts';
import { type JoinedReadings, NOTHING_JOINED } from './joined-readings.ts';
import { learningLink } from './learning-link.ts';
import { lockIn } from './lock-in.ts';
import { proposition1 } from './proposition-1.ts';
import { proposition1a } from './proposition-1a.ts';
import { proposition1b, reviewOverdue } from './proposition-1b.ts';
import { proactiveExpansion, proposition2 } from './proposition-2.ts';
import { proposition2a } from './proposition-2a.ts';
import { proposition2b, valueChainPosition } from './proposition-2b.ts';
import { proposition3 } from './proposition-3.ts';

/** The rules in the order of `FINDINGS`. */
const RULES: readonly ((firm: FirmRecord) => Finding)[] = [
  proposition1,
  proposition1a,
  proposition1b,
  proposition2,
  proposition2a,
  proposition2b,
  proposition3,
  lockIn,
  learningLink,
  proactiveExpansion,
  valueChainPosition,
  reviewOverdue,
  equityMisaligned,
  domainCollisions,
  partnerDiverts,
];

/** All rules over one firm's record. */
export const findingsIn = (firm: FirmRecord): readonly Finding[] => RULES.map((rule) => rule(firm));

/** The day to read to when none is asked: the end of the year of the firm's last dated fact; null when there is none. */
export function dayOfLastFact(register: Register, focal: Focal): Day | null {
  const last = lastFactOf(register, ownSideOf(register, focal));
  return last === null ? null : EdtfDate.lastDayOf(EdtfDate.yearOf(last));
}

/**
 * The seven propositions and the findings beside them, read over a firm's record as of a day.
 * Rules are this product's operationalisation of Oh, Chen, Nakamoto and Liu (2024), section 5: the article states
 * propositions, no thresholds.
 * @param register the register as the chosen sources tell it
 * @param configuration how the portfolio is counted; its `asOf` is not read, the day is
 * @param joined what other capabilities judged of the same firm and day; null where nobody has
 * @returns one finding for each of `FINDINGS`, in that order
 */
export function findingsOf(
  register: Register,
  focal: Focal,
  configuration: ConfigurationParameters,
  day: Day,
  { parameters = FINDING_DEFAULTS, joined = NOTHING_JOINED }: FindingChoices = {},
): readonly Finding[] {
  const side = firmSideOf(register, focal);
  const reading = portfolioReadingOf(side, focal, configuration);
  return findingsIn(firmRecordOf(side, focal, reading, { day, parameters, joined }));
}

export type FindingChoices = { readonly parameters?: FindingParameters; readonly joined?: JoinedReadings };
