import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { FindingCode } from '@entente/core/portfolio';

/** What a finding is called, what it says in our own words, and how it is judged. */
export type FindingText = {
  readonly title: MessageDescriptor;
  readonly says: MessageDescriptor;
  readonly rule: MessageDescriptor;
};

/** The propositions and the findings beside them; thresholds stand among the inputs, where they can be read as numbers. */
export const FINDING_TEXTS: Readonly<Record<FindingCode, FindingText>> = {
  P1: {
    title: msg`1 · Trust and equity`,
    says: msg`Trust at the top and equity together carry an alliance through the years, and the same partners come again.`,
    rule: msg`Supported when a partner house of long standing, bound by equity and still running, with a sign of trust at the top, came again with a later alliance. Signs of trust are dated contacts between managers that name both sides, and what sources state of trust.`,
  },
  P1a: {
    title: msg`1a · Old partners, Optimization`,
    says: msg`Long alliances held by trust and equity tend to Optimization: little search for new partners, better use of what is there.`,
    rule: msg`Read when proposition 1 can be: supported when the label is Optimization and no new partner house came within the recent years.`,
  },
  P1b: {
    title: msg`1b · Regular reviews`,
    says: msg`Long alliances need regular evaluation, above all when managers are replaced, models redesigned or stakes adjusted.`,
    rule: msg`Supported when a review followed each such change of the recent years within the months that a review may take.`,
  },
  P2: {
    title: msg`2 · Initiative and competence`,
    says: msg`A firm that seeks business and is able allies with new partners who hold resources of known kinds.`,
    rule: msg`Supported when enough new partner houses came within the recent years, at least one with known resources only, and something that the firm can do by itself is on record.`,
  },
  P2a: {
    title: msg`2a · Keep learning`,
    says: msg`A parent that keeps learning through its ventures strengthens its place; running the ventures well is not enough.`,
    rule: msg`Supported when knowledge new to the firm came within the recent years and no learning link weakens; not supported when one weakens.`,
  },
  P2b: {
    title: msg`2b · Upstream: breadth first`,
    says: msg`A learning firm upstream in the value chain may widen its portfolio before it makes use of what partners bring.`,
    rule: msg`Supported when the firm stands upstream and its scope is extensive while its shaping is not yet explorative.`,
  },
  P3: {
    title: msg`3 · Room by segmentation`,
    says: msg`Shared resources, and domains of partners kept apart, make room for new partners and new resources at once.`,
    rule: msg`Supported when the segmentation index reaches what is asked however unknown domains are read, resources are shared, and a move brought a new partner and a new resource together.`,
  },
  'lock-in': {
    title: msg`Lock-in`,
    says: msg`The portfolio has stayed with old partners and has nothing to set against one that turns elsewhere.`,
    rule: msg`Found when the label was Optimization in all recent years, no new partner house came in them, the founding included, and a house of long standing is bound by equity.`,
  },
  'learning-link': {
    title: msg`Learning link weakens`,
    says: msg`People who carry what one side learns from the other leave a venture.`,
    rule: msg`Found when people of a parent became fewer, by numbers or by words, a dispatch ended and nobody came in its place, or a source tells of people replaced. What nobody dates counts only beside something dated; what may lie after the day decides nothing.`,
  },
  'proactive-expansion': {
    title: msg`Expansion on own initiative`,
    says: msg`The firm goes out for new partners.`,
    rule: msg`Found when enough new partner houses came within the recent years. What sources say of new relationships stands beside.`,
  },
  'value-chain-position': {
    title: msg`Place in the value chain`,
    says: msg`Where sources place the firm: upstream, midstream or downstream.`,
    rule: msg`The position that the best-ranked statement gives.`,
  },
  'review-overdue': {
    title: msg`Review overdue`,
    says: msg`An alliance with equity has waited too long for its review.`,
    rule: msg`Found when the last review, or the beginning, lies longer back than the months that a review may take.`,
  },
  'equity-misaligned': {
    title: msg`Equity no longer follows contribution`,
    says: msg`Stakes and contributions have parted.`,
    rule: msg`Found when half the sum of the differences between equity and contribution is over the asked percentage points.`,
  },
  'domain-collisions': {
    title: msg`Domains collide`,
    says: msg`Alliances with different houses work in the same product, market and region.`,
    rule: msg`Found when at least one pair overlaps in all three. A pair of which one is unknown is a possible collision, and decides nothing.`,
  },
  'partner-diverts': {
    title: msg`Partner turns elsewhere`,
    says: msg`A partner's house allies with others where the firm and it work together.`,
    rule: msg`Found when the record holds an alliance of a partner's house with a third party in an overlapping domain, or with the same resource in the same market.`,
  },
};
