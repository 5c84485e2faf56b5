import type { ALLIANCE_TARGETS } from '@entente/core/interchange';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

type Messages = Readonly<Record<string, MessageDescriptor>>;
type AllianceTarget = (typeof ALLIANCE_TARGETS)['alliance'][number];
type PartnerTarget = (typeof ALLIANCE_TARGETS)['member'][number];

/** What a column of a table of alliances may hold about the alliance of its row. */
const ALLIANCE_WORDS: Readonly<Record<AllianceTarget, MessageDescriptor>> = {
  name: msg`Name of the alliance`,
  deal: msg`Number of the deal`,
  form: msg`Form of the alliance`,
  start: msg`Beginning`,
  end: msg`End`,
  period: msg`Beginning and end together`,
  ending: msg`How it ended`,
  objectives: msg`Objectives`,
  stage: msg`Stage`,
  status: msg`Status`,
  venture: msg`Name of the venture company`,
  products: msg`Products`,
  markets: msg`Markets`,
  regions: msg`Regions`,
  activities: msg`Value-chain activities`,
  members: msg`All partners in one cell`,
  shares: msg`All shares in one cell`,
  remark: msg`Remark`,
};

/** The same, about a partner in it. */
const PARTNER_WORDS: Readonly<Record<PartnerTarget, MessageDescriptor>> = {
  member: msg`Partner`,
  share: msg`Its share`,
  votingShare: msg`Its share of votes`,
  country: msg`Its country`,
  house: msg`Its house (business group)`,
  role: msg`Its role`,
  resources: msg`Resources it brings`,
  kind: msg`What kind of organisation it is`,
  place: msg`Its place`,
  lei: msg`Its LEI`,
};

/** What a column of a table of alliances may hold, by its target without the partner's number. */
export const TARGET_WORDS: Messages = { ...ALLIANCE_WORDS, ...PARTNER_WORDS };

/** Why a column is taken for what it is: what the server says in English, for other readers. */
export const REASON_WORDS: Messages = {
  'named as the field': msg`named as the field`,
  'ids of records': msg`ids of records`,
  'named as your own field': msg`named as your own field`,
  'what the field is called in English': msg`what the field is called in English`,
  'what the field is called in Japanese': msg`what the field is called in Japanese`,
  'what the field is called in Chinese': msg`what the field is called in Chinese`,
  'another word for the field': msg`another word for the field`,
  'a word for it': msg`a word for it`,
  'its words hold a word for it': msg`its words hold a word for it`,
  "a heading of SDC's files": msg`a heading of SDC’s files`,
  'the values are LEIs': msg`the values are LEIs`,
  'the values are several shares each': msg`the values are several shares each`,
  'the values are percentages': msg`the values are percentages`,
  'the values are forms of alliance': msg`the values are forms of alliance`,
  'the values are countries': msg`the values are countries`,
  'the values are dates': msg`the values are dates`,
  'the values are names of firms': msg`the values are names of firms`,
};
