import type { Organisation } from '../../register/index.ts';
import { moveFact, statementFact, tieFact } from './facts.ts';
import { finding, type Finding, type FindingInput, input, unknown } from './finding.ts';
import type { FirmRecord } from './firm-record.ts';

/** The firm of the focus; of a house, the first member whose position is known. */
function positioned(firm: FirmRecord): Organisation | null {
  const own = [...firm.own.organisations].flatMap((id) => firm.register.organisation(id) ?? []);
  const itself = own.find(({ id }) => id === firm.focal.id);
  if (itself !== undefined) return itself.valueChainPosition === null ? null : itself;
  return own.find(({ valueChainPosition }) => valueChainPosition !== null) ?? null;
}

function positionInput(firm: FirmRecord): FindingInput {
  const row = positioned(firm);
  const position = row?.valueChainPosition ?? null;
  if (row === null || position === null) return unknown('position');
  const fact = statementFact(firm, 'organisation', row, 'valueChainPosition');
  return input('position', { kind: 'position', position }, null, fact === null ? [] : [fact]);
}

/**
 * Proposition 2b: a firm that learns and stands upstream in the value chain may widen its portfolio before it makes use
 * of what partners bring. Supported when the firm stands upstream and its scope is extensive while shaping is not yet
 * explorative (Alliance Portfolio Development).
 * Source: Oh, Chen, Nakamoto and Liu (2024), section 5, Proposition 2b and the paragraph before it.
 */
export function proposition2b(firm: FirmRecord): Finding {
  const { standing } = firm;
  const position = positionInput(firm);
  const partners = standing.partners.flatMap(({ ties }) => ties[0] ?? []).map((tie) => tieFact(firm, tie));
  const moves = standing.explorative.map((move) => moveFact(firm, move));
  const scope = input('scope', { kind: 'count', count: standing.scope }, null, partners);
  const shaping = input('shaping', { kind: 'count', count: standing.shaping }, null, moves);
  const label = input('label', { kind: 'configuration', type: standing.label });
  const inputs = firm.moves.length === 0 ? [position] : [position, scope, shaping, label];
  const deciders = [position, scope];
  if (position.value.kind !== 'position') {
    return finding('P2b', ['not-enough-data', 'position-not-recorded', 'record-position'], inputs, deciders);
  }
  if (firm.moves.length === 0) {
    return finding('P2b', ['not-enough-data', 'no-alliance', 'record-alliances'], inputs, deciders);
  }
  if (position.value.position !== 'upstream') {
    return finding('P2b', ['not-supported', 'not-upstream', 'nothing-to-do'], inputs, deciders);
  }
  if (standing.label === 'alliance-portfolio-development') {
    return finding('P2b', ['supported', 'breadth-before-depth', 'turn-breadth-into-use'], inputs, deciders);
  }
  const reason = standing.label === 'diversification' ? 'depth-with-breadth' : 'narrow-portfolio';
  return finding('P2b', ['not-supported', reason, 'check-breadth'], inputs, deciders);
}

/** Where the firm stands in the value chain, as sources state it. */
export function valueChainPosition(firm: FirmRecord): Finding {
  const position = positionInput(firm);
  return position.value.kind === 'position'
    ? finding('value-chain-position', ['supported', 'position-recorded', 'nothing-to-do'], [position])
    : finding('value-chain-position', ['not-enough-data', 'position-not-recorded', 'record-position'], [position]);
}
