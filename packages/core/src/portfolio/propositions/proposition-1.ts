import { moveFact, tieFact } from './facts.ts';
import { count, finding, type Finding, type FindingInput } from './finding.ts';
import type { FirmRecord } from './firm-record.ts';
import { type LongPartner, longPartnersOf } from './trusted-partners.ts';

/** The inputs that propositions 1 and 1a share. */
export function premiseOf(firm: FirmRecord): { readonly partners: readonly LongPartner[]; inputs: FindingInput[] } {
  const partners = longPartnersOf(firm);
  const first = partners.flatMap(({ ties }) => ties[0] ?? []).map((tie) => tieFact(firm, tie));
  const trust = partners.flatMap((partner) => partner.trust);
  const least = { at: 'least', than: 1 } as const;
  return { partners, inputs: [count('long-partners', first, least), count('signs-of-trust', trust, least)] };
}

/**
 * Proposition 1: trust between the people at the top and equity together carry an alliance through the years, and with
 * the same partners new combinations follow. Supported when a house of long standing (equity, running) with a sign of
 * trust came again later.
 * Source: Oh, Chen, Nakamoto and Liu (2024), section 5, Proposition 1 and its first two paragraphs.
 */
export function proposition1(firm: FirmRecord): Finding {
  const { partners, inputs } = premiseOf(firm);
  const trusted = partners.filter(({ trust }) => trust.length > 0);
  const renewals = count(
    'renewals',
    trusted.flatMap((partner) => partner.renewals),
    { at: 'least', than: 1 },
  );
  const combined = firm.moves.filter(({ type }) => type === 'resource-development').map((move) => moveFact(firm, move));
  const all = [...inputs, renewals, count('known-partner-new-resource', combined)];
  if (partners.length === 0) return finding('P1', ['not-enough-data', 'no-long-alliance', 'nothing-to-do'], all);
  if (trusted.length === 0) return finding('P1', ['not-enough-data', 'trust-not-recorded', 'record-contacts'], all);
  return renewals.facts.length > 0
    ? finding('P1', ['supported', 'trust-and-renewal', 'offer-new-resources'], all)
    : finding('P1', ['not-supported', 'no-renewal', 'renew-with-trusted'], all);
}
