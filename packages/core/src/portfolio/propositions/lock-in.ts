import type { Move } from '../moves.ts';
import { moveFact, tieFact } from './facts.ts';
import { count, finding, type Finding, input } from './finding.ts';
import { type FirmRecord, isRecent } from './firm-record.ts';
import { longPartnersOf } from './trusted-partners.ts';

/** Moves that brought a new partner house within the recent years; here the founding counts as one. */
const recentPartners = (firm: FirmRecord): readonly Move[] =>
  firm.moves.filter((move) => (move.founding || move.partner === 'new') && isRecent(move, firm));

/**
 * Lock-in: the portfolio has been of the type Optimization on the day and at the ends of all recent years, no new
 * partner house came in them (the founding is one), and a house of long standing is bound by equity. Such a firm has nothing to set against a
 * partner that turns elsewhere.
 * Source: Oh, Chen, Nakamoto and Liu (2024), section 5, Propositions 1 and 1a; what followed for China Motor stands
 * before Proposition 2a.
 */
export function lockIn(firm: FirmRecord): Finding {
  const { recentYears } = firm.parameters;
  const labels = firm.labelsOf(recentYears);
  const other = labels.findIndex((label) => label !== 'optimization');
  const years = Math.max(0, (other < 0 ? labels.length : other) - 1);
  const fresh = count(
    'new-partners',
    recentPartners(firm).map((move) => moveFact(firm, move)),
    {
      at: 'most',
      than: 0,
    },
  );
  const partners = longPartnersOf(firm).flatMap(({ ties }) => ties[0] ?? []);
  const long = count(
    'long-partners',
    partners.map((tie) => tieFact(firm, tie)),
    { at: 'least', than: 1 },
  );
  const label = input('years-with-label', { kind: 'years', years }, { at: 'least', than: recentYears });
  const inputs = [label, fresh, long];
  if (firm.moves.length === 0)
    return finding('lock-in', ['not-enough-data', 'no-alliance', 'record-alliances'], inputs);
  if (labels.length <= recentYears)
    return finding('lock-in', ['not-supported', 'young-portfolio', 'nothing-to-do'], inputs);
  return other < 0 && fresh.facts.length === 0 && partners.length > 0
    ? finding('lock-in', ['supported', 'stayed-with-old-partners', 'open-the-portfolio'], inputs)
    : finding('lock-in', ['not-supported', 'portfolio-went-on', 'nothing-to-do'], inputs, [fresh, long]);
}
