import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { InputName, Verdict } from '@entente/core/portfolio';

/** What a rule reads. */
export const INPUT_TEXTS: Readonly<Record<InputName, MessageDescriptor>> = {
  'long-partners': msg`Partner houses of long standing`,
  'signs-of-trust': msg`Signs of trust`,
  renewals: msg`Later alliances with them`,
  'known-partner-new-resource': msg`New resources from known partners`,
  label: msg`Label`,
  'years-with-label': msg`Years of Optimization without break`,
  'new-partners': msg`New partner houses in recent years`,
  'known-resources-new-partner': msg`New partners with known resources`,
  'own-competence': msg`What the firm can do by itself`,
  'signs-of-learning': msg`Signs of learning`,
  'signs-of-weakening': msg`Signs that the link weakens`,
  'possible-signs': msg`Signs that may lie after the day`,
  scope: msg`Scope`,
  shaping: msg`Shaping`,
  position: msg`Place in the value chain`,
  segmentation: msg`Segmentation index`,
  pairs: msg`Pairs of alliances with different houses`,
  'shared-resources': msg`Shared resources`,
  'shared-between-ventures': msg`Ventures said to share with others`,
  'shared-with-new-partner': msg`Of these, new partners offered what an earlier venture had`,
  'new-partner-domains': msg`New partners held to a product and region`,
  'new-at-once': msg`New partner and new resource at once`,
  triggers: msg`Changes that call for a review`,
  unreviewed: msg`Changes without review`,
  reviews: msg`Reviews held`,
  overdue: msg`Reviews overdue`,
  misaligned: msg`Alliances over the limit`,
  'certain-collisions': msg`Certain collisions`,
  'possible-collisions': msg`Possible collisions`,
  diverts: msg`Alliances of partners with others`,
  'words-on-expansion': msg`What sources say of new relationships`,
};

/** A verdict on a proposition. */
export const VERDICT_TEXTS: Readonly<Record<Verdict, MessageDescriptor>> = {
  supported: msg`supported`,
  'not-supported': msg`not supported`,
  'not-enough-data': msg`not enough data`,
};

/** Whether something that is looked for is there. */
export const FOUND_TEXTS: Readonly<Record<Verdict, MessageDescriptor>> = {
  supported: msg`found`,
  'not-supported': msg`not found`,
  'not-enough-data': msg`not enough data`,
};
