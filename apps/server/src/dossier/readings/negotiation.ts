import type { PaperOf, PaperReading } from '@entente/contract/dossier';
import { agreementZone, frontierOf, proposalStandings, weightsOf } from '@entente/core/lifecycle';

/** Zones, standings of proposals and the frontier of a negotiation. */
export function negotiationReading(
  negotiation: PaperOf<'negotiation'>,
): Extract<PaperReading, { kind: 'negotiation' }> {
  const { issues } = negotiation;
  const frontier = frontierOf(issues);
  const [ours, theirs] = [weightsOf(issues, 'ours'), weightsOf(issues, 'theirs')];
  return {
    kind: 'negotiation',
    weights: issues.map(({ key }, nth) => ({
      issue: key,
      ours: ours?.[nth] ?? null,
      theirs: theirs?.[nth] ?? null,
    })),
    zones: issues.map(agreementZone),
    proposals: proposalStandings(negotiation, frontier),
    frontier,
  };
}
