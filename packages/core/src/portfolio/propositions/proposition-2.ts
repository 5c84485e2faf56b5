import { eventFact, moveFact, resourceFact } from './facts.ts';
import { count, finding, type Finding, type FindingInput } from './finding.ts';
import { eventsOf, type FirmRecord, isRecent, placingOf, recentNewPartners } from './firm-record.ts';

/** New partner houses within the recent years, and whether there are as many as the rule asks. */
function newPartners(firm: FirmRecord): FindingInput {
  const facts = recentNewPartners(firm).map((move) => moveFact(firm, move));
  return count('new-partners', facts, { at: 'least', than: firm.parameters.newPartnersAt });
}

/** What the firm can do by itself: its own stock, and what it brings to its alliances. */
function competence(firm: FirmRecord): FindingInput {
  const { register, own } = firm;
  const brought = own.alliances
    .flatMap(({ id }) => register.resourcesIn(id))
    .filter(({ organisation }) => own.organisations.has(organisation));
  const stock = [...own.organisations].flatMap((id) => register.ownStockOf(id));
  const held = [...stock, ...brought].filter(({ from }) => from === null || placingOf(from, firm.day) !== null);
  return count(
    'own-competence',
    held.map((resource) => resourceFact(firm, resource)),
    { at: 'least', than: 1 },
  );
}

/**
 * Proposition 2: a firm that seeks business on its own initiative, and is able, allies with new partners who hold
 * resources of known kinds. Supported when enough new partner houses came within the recent years, at least one with
 * known resources only, and something that the firm can do by itself is on record.
 * Source: Oh, Chen, Nakamoto and Liu (2024), section 5, Proposition 2.
 */
export function proposition2(firm: FirmRecord): Finding {
  const partners = newPartners(firm);
  const known = firm.moves.filter((move) => move.type === 'alliance-portfolio-development' && isRecent(move, firm));
  const withKnown = count(
    'known-resources-new-partner',
    known.map((move) => moveFact(firm, move)),
    {
      at: 'least',
      than: 1,
    },
  );
  const able = competence(firm);
  const inputs = [partners, withKnown, able];
  const deciders = [withKnown, able];
  if (firm.moves.length === 0) return finding('P2', ['not-enough-data', 'no-alliance', 'record-alliances'], inputs);
  if (partners.facts.length < firm.parameters.newPartnersAt) {
    return finding('P2', ['not-supported', 'too-few-new-partners', 'seek-new-partners'], inputs);
  }
  if (known.length === 0) {
    return finding('P2', ['not-supported', 'new-resources-with-them', 'use-what-partners-bring'], inputs);
  }
  return able.facts.length === 0
    ? finding('P2', ['not-enough-data', 'competence-not-recorded', 'record-competence'], inputs)
    : finding('P2', ['supported', 'new-partners-known-resources', 'use-what-partners-bring'], inputs, deciders);
}

/**
 * Expansion on the firm's own initiative: enough new partner houses within the recent years; what sources say of new
 * relationships stands beside. Source: Oh, Chen, Nakamoto and Liu (2024), section 5, on Fair Friend (before Proposition 2b).
 */
export function proactiveExpansion(firm: FirmRecord): Finding {
  const partners = newPartners(firm);
  const told = eventsOf(firm).filter(
    ({ kind, about, date }) =>
      kind === 'new-relationship' &&
      about.some(({ id }) => firm.own.organisations.has(id)) &&
      placingOf(date, firm.day) !== null,
  );
  const inputs = [
    partners,
    count(
      'words-on-expansion',
      told.map((event) => eventFact(firm, event)),
    ),
  ];
  if (firm.moves.length === 0) {
    return finding('proactive-expansion', ['not-enough-data', 'no-alliance', 'record-alliances'], inputs);
  }
  return partners.facts.length >= firm.parameters.newPartnersAt
    ? finding('proactive-expansion', ['supported', 'new-partners-sought', 'use-what-partners-bring'], inputs, [
        partners,
      ])
    : finding('proactive-expansion', ['not-supported', 'too-few-new-partners', 'seek-new-partners'], inputs, [
        partners,
      ]);
}
