import { RESOURCE_KINDS, type ResourceKind } from '../../register/index.ts';
import { eventFact, moveFact } from './facts.ts';
import { count, finding, type Finding, type FindingInput } from './finding.ts';
import { eventsOf, type FirmRecord, isRecent, placingOf, yearsBefore } from './firm-record.ts';
import { signsOfWeakening } from './learning-link.ts';

/** Kinds of resource by which a firm learns how something is made or designed. */
const KNOWLEDGE: readonly ResourceKind[] = RESOURCE_KINDS.filter((kind) =>
  ['technology', 'production-know-how', 'product-design'].includes(kind),
);

/** Knowledge new to the firm that moves of the recent years brought, and technology integrated in those years. */
function signsOfLearning(firm: FirmRecord): FindingInput {
  const moves = firm.moves
    .filter((move) => isRecent(move, firm))
    .map((move) => ({ ...move, fresh: move.fresh.filter(({ kind }) => KNOWLEDGE.includes(kind)) }))
    .filter(({ fresh }) => fresh.length > 0);
  const since = yearsBefore(firm.day, firm.parameters.recentYears);
  const events = eventsOf(firm).filter(
    ({ kind, date }) =>
      kind === 'technology-integration' && placingOf(date, firm.day) === 'certain' && (date?.latest ?? '') >= since,
  );
  const facts = [...moves.map((move) => moveFact(firm, move)), ...events.map((event) => eventFact(firm, event))];
  return count('signs-of-learning', facts, { at: 'least', than: 1 });
}

/**
 * Proposition 2a: a parent that keeps learning through its ventures strengthens its place; running the ventures well is
 * not enough. Supported when knowledge new to the firm came within the recent years and no link weakens; not supported
 * when a link weakens.
 * Source: Oh, Chen, Nakamoto and Liu (2024), section 5, Proposition 2a and the paragraphs on China Motor before it.
 */
export function proposition2a(firm: FirmRecord): Finding {
  const { certain } = signsOfWeakening(firm);
  const weakening = count('signs-of-weakening', certain, { at: 'most', than: 0 });
  const learning = signsOfLearning(firm);
  const inputs = [learning, weakening];
  if (certain.length > 0) {
    return finding('P2a', ['not-supported', 'link-weakened', 'restore-learning-link'], inputs, [weakening]);
  }
  return learning.facts.length > 0
    ? finding('P2a', ['supported', 'learning-goes-on', 'keep-learning-links'], inputs, [learning])
    : finding('P2a', ['not-enough-data', 'learning-not-recorded', 'record-learning'], inputs);
}
