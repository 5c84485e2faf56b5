import { moveFact } from './facts.ts';
import { count, finding, type Finding, input } from './finding.ts';
import { type FirmRecord, recentNewPartners } from './firm-record.ts';
import { premiseOf } from './proposition-1.ts';

/**
 * Proposition 1a: long alliances held by trust and equity tend to a portfolio of the type Optimization, with little
 * search for new partners. Supported when the premise of proposition 1 holds, the label is Optimization and no new
 * partner house came within the recent years.
 * Source: Oh, Chen, Nakamoto and Liu (2024), section 5, Proposition 1a and the paragraph before it.
 */
export function proposition1a(firm: FirmRecord): Finding {
  const { partners, inputs } = premiseOf(firm);
  const label = input('label', { kind: 'configuration', type: firm.standing.label });
  const fresh = recentNewPartners(firm).map((move) => moveFact(firm, move));
  const all = [
    ...inputs,
    ...(firm.moves.length > 0 ? [label] : []),
    count('new-partners', fresh, { at: 'most', than: 0 }),
  ];
  if (partners.length === 0) return finding('P1a', ['not-enough-data', 'no-long-alliance', 'nothing-to-do'], all);
  if (partners.every(({ trust }) => trust.length === 0)) {
    return finding('P1a', ['not-enough-data', 'trust-not-recorded', 'record-contacts'], all);
  }
  return firm.standing.label === 'optimization' && fresh.length === 0
    ? finding('P1a', ['supported', 'trusted-partners-only', 'watch-for-lock-in'], all)
    : finding('P1a', ['not-supported', 'portfolio-went-on', 'nothing-to-do'], all);
}
