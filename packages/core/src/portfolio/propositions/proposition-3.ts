import { REMARK_PREFIX } from '../../register/index.ts';
import { allianceFact, moveFact, statementFact } from './facts.ts';
import { count, finding, type Finding, type FindingInput, input, unknown } from './finding.ts';
import type { FirmRecord } from './firm-record.ts';
import { sharingInputs } from './shared-ventures.ts';

/** The topic of remarks in which sources tell of resources that ventures share. */
const REDUNDANCY_TOPIC = 'redundant-network-resources';

/** Resources that several alliances can draw on; where nobody judged them, what sources state of the firm. */
function sharedResources(firm: FirmRecord): FindingInput {
  const { redundancy } = firm.joined;
  const stated = [...firm.own.organisations]
    .flatMap((id) => firm.register.organisation(id) ?? [])
    .flatMap((row) => statementFact(firm, 'organisation', row, `${REMARK_PREFIX}${REDUNDANCY_TOPIC}`) ?? []);
  if (redundancy === null && stated.length === 0) return unknown('shared-resources');
  const judged = (redundancy ?? []).flatMap(({ resource, alliance }) => {
    const row = firm.register.alliance(alliance);
    return row === null ? [] : [allianceFact(firm, row, row.start, null, resource)];
  });
  return count('shared-resources', [...stated, ...judged], { at: 'least', than: 1 });
}

/**
 * Proposition 3: resources that pile up in several ventures, and domains of partners kept apart, make room to take up new
 * partners and new resources at once. Supported when the segmentation index is at least the asked one however unknown
 * domains are read, resources are shared, and a move brought a new partner and a new resource together.
 * Beside it stands what ventures share and to what new partners are held (`sharingInputs`); it decides nothing.
 * Source: Oh, Chen, Nakamoto and Liu (2024), section 5, Proposition 3 and the three paragraphs after it.
 */
export function proposition3(firm: FirmRecord): Finding {
  const { segmentation } = firm.joined;
  const atOnce = firm.moves.filter(({ type }) => type === 'diversification').map((move) => moveFact(firm, move));
  const both = count('new-at-once', atOnce, { at: 'least', than: 1 });
  const shared = sharedResources(firm);
  const beside = sharingInputs(firm);
  if (segmentation === null) {
    const inputs = [both, shared, unknown('segmentation'), ...beside];
    return finding('P3', ['not-enough-data', 'domains-not-judged', 'record-domains'], inputs);
  }
  const index = indexOf(segmentation);
  const apart = input('segmentation', index, { at: 'least', than: firm.parameters.segmentedAt });
  const inputs = [both, apart, input('pairs', { kind: 'count', count: segmentation.pairs }), shared, ...beside];
  if (index.kind === 'unknown') {
    return finding('P3', ['not-supported', 'too-few-pairs', 'nothing-to-do'], inputs);
  }
  if (shared.value.kind === 'unknown') {
    return finding('P3', ['not-enough-data', 'resources-not-judged', 'record-domains'], inputs);
  }
  if (atOnce.length === 0) return finding('P3', ['not-supported', 'nothing-new-at-once', 'segment-first'], inputs);
  return index.from >= firm.parameters.segmentedAt && shared.facts.length > 0
    ? finding('P3', ['supported', 'room-was-made', 'keep-segments-apart'], inputs)
    : finding('P3', ['not-supported', 'segments-overlap', 'segment-first'], inputs);
}

type Index = { readonly kind: 'shares'; readonly from: number; readonly to: number } | { readonly kind: 'unknown' };

/** 1 - colliding pairs / pairs, with possible collisions counted as all and as none; unknown without a pair. */
function indexOf({ pairs, certain, possible }: NonNullable<FirmRecord['joined']['segmentation']>): Index {
  if (pairs === 0) return { kind: 'unknown' };
  return { kind: 'shares', from: 1 - (certain + possible) / pairs, to: 1 - certain / pairs };
}
