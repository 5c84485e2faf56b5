import { allianceFact } from './facts.ts';
import { count, finding, type Finding, input, unknown } from './finding.ts';
import type { FirmRecord } from './firm-record.ts';

const NONE = { at: 'most', than: 0 } as const;

/**
 * Stakes that no longer follow contributions by more than the asked points.
 * Source: Oh, Chen, Nakamoto and Liu (2024), section 4.3.2.
 */
export function equityMisaligned(firm: FirmRecord): Finding {
  const { misalignments } = firm.joined;
  if (misalignments === null || misalignments.length === 0) {
    const told = ['not-enough-data', 'contributions-not-recorded', 'record-contributions'] as const;
    return finding('equity-misaligned', told, [unknown('misaligned')]);
  }
  const over = misalignments
    .filter(({ points }) => points > firm.parameters.misalignedOver)
    .flatMap(({ alliance, points }) => {
      const row = firm.register.alliance(alliance);
      return row === null ? [] : [allianceFact(firm, row, row.start, String(points))];
    });
  const inputs = [count('misaligned', over, NONE)];
  return over.length > 0
    ? finding('equity-misaligned', ['supported', 'over-the-limit', 'move-stakes'], inputs)
    : finding('equity-misaligned', ['not-supported', 'within-the-limit', 'nothing-to-do'], inputs);
}

/** Alliances with different houses whose domains collide, or may. Source: as Proposition 3. */
export function domainCollisions(firm: FirmRecord): Finding {
  const { segmentation } = firm.joined;
  if (segmentation === null) {
    const told = ['not-enough-data', 'domains-not-judged', 'record-domains'] as const;
    return finding('domain-collisions', told, [unknown('pairs')]);
  }
  const { pairs, certain, possible } = segmentation;
  const inputs = [
    input('certain-collisions', { kind: 'count', count: certain }, NONE),
    input('possible-collisions', { kind: 'count', count: possible }),
    input('pairs', { kind: 'count', count: pairs }),
  ];
  if (certain > 0) return finding('domain-collisions', ['supported', 'collisions-found', 'carve-out'], inputs);
  return possible > 0
    ? finding('domain-collisions', ['not-enough-data', 'collisions-possible', 'record-domains'], inputs)
    : finding('domain-collisions', ['not-supported', 'no-collision', 'nothing-to-do'], inputs);
}

/**
 * A partner's house that allies with others where the firm and it work together.
 * Source: Oh, Chen, Nakamoto and Liu (2024), section 4.1.3 (Mitsubishi Motors and GAIG, 2012).
 */
export function partnerDiverts(firm: FirmRecord): Finding {
  const { diverts } = firm.joined;
  if (diverts === null) {
    const told = ['not-enough-data', 'diverts-not-judged', 'record-domains'] as const;
    return finding('partner-diverts', told, [unknown('diverts')]);
  }
  const found = diverts.flatMap(({ alliance, since, certain }) => {
    const row = firm.register.alliance(alliance);
    return row === null ? [] : [{ ...allianceFact(firm, row, since), possible: !certain }];
  });
  const inputs = [count('diverts', found, NONE)];
  if (found.length === 0) return finding('partner-diverts', ['not-supported', 'no-divert', 'nothing-to-do'], inputs);
  return finding('partner-diverts', ['supported', 'partner-turned-elsewhere', 'talk-to-the-partner'], inputs);
}
