import { type Alliance, REMARK_PREFIX } from '../../register/index.ts';
import { SHARED_TOPIC } from '../redundancy.ts';
import { domainFact, statementFact } from './facts.ts';
import { count, type FindingFact, type FindingInput, unknown } from './finding.ts';
import { type FirmRecord, placingOf } from './firm-record.ts';

/** The field in which an alliance's remark says what it shares with others. */
const SHARED_FIELD = `${REMARK_PREFIX}${SHARED_TOPIC}`;

/** The alliances of the firm that had begun by the day. */
function begunAlliances(firm: FirmRecord): readonly Alliance[] {
  const begun = new Set(firm.ties.map(({ alliance }) => alliance.id));
  return firm.own.alliances.filter(({ id }) => begun.has(id));
}

/** What documents say of an alliance to be shared with others of the firm. */
const sharedIn = (firm: FirmRecord, alliance: Alliance): readonly string[] =>
  firm.register
    .claimsOn('alliance', alliance.id, SHARED_FIELD)
    .filter(({ rank }) => rank !== 'deprecated')
    .map(({ value }) => value);

/** By alliance, the day of the move that brought the firm a new partner. */
const newPartnerMoves = ({ moves }: FirmRecord): ReadonlyMap<string, string> =>
  new Map(moves.flatMap(({ alliance, partner, day }) => (partner === 'new' ? [[alliance.id, day] as const] : [])));

/** Ventures of new partners of which a document says that they share what another venture had before them. */
function offeredToNew(firm: FirmRecord, sharing: readonly Alliance[]): readonly Alliance[] {
  const fresh = newPartnerMoves(firm);
  const dayOf = ({ id }: Alliance): string | undefined =>
    firm.ties
      .filter(({ alliance }) => alliance.id === id)
      .map(({ from }) => from)
      .sort()[0];
  return sharing.filter((alliance) => {
    const since = fresh.get(alliance.id);
    if (since === undefined) return false;
    const what = new Set(sharedIn(firm, alliance));
    return sharing.some((other) => {
      const begun = dayOf(other);
      return begun !== undefined && begun < since && sharedIn(firm, other).some((each) => what.has(each));
    });
  });
}

/** To what product and region the ventures of new partners are held: their domains, where both are on record. */
function restrictions(firm: FirmRecord): readonly FindingFact[] {
  return [...newPartnerMoves(firm).keys()].flatMap((alliance) =>
    firm.register
      .domainsOf(alliance)
      .filter(
        ({ from, product, region }) =>
          product !== null && region !== null && (from === null || placingOf(from, firm.day) !== null),
      )
      .flatMap((row) => domainFact(firm, row) ?? [])
      .slice(0, 1),
  );
}

const statements = (firm: FirmRecord, alliances: readonly Alliance[]): readonly FindingFact[] =>
  alliances.flatMap((row) => statementFact(firm, 'alliance', row, SHARED_FIELD) ?? []);

/**
 * What stands beside Proposition 3: resources that documents say ventures share with one another; which of them a new
 * partner's venture was offered after an earlier one had them; and the product and region to which the ventures of new
 * partners are held. The register has no relation from venture to venture, so that silence is no "none": where no document
 * tells of sharing, or no domain is whole, the input is unknown.
 * Source: Oh, Chen, Nakamoto and Liu (2024), section 5, Proposition 3, second and third paragraphs after it ("the engagement
 * of a new partner was restricted to a specific region and product").
 */
export function sharingInputs(firm: FirmRecord): readonly FindingInput[] {
  const sharing = begunAlliances(firm).filter((alliance) => sharedIn(firm, alliance).length > 0);
  const offered = offeredToNew(firm, sharing);
  const held = restrictions(firm);
  const isKnown = held.length > 0 || newPartnerMoves(firm).size === 0;
  return [
    sharing.length === 0
      ? unknown('shared-between-ventures')
      : count('shared-between-ventures', statements(firm, sharing)),
    offered.length === 0
      ? unknown('shared-with-new-partner')
      : count('shared-with-new-partner', statements(firm, offered)),
    isKnown ? count('new-partner-domains', held) : unknown('new-partner-domains'),
  ];
}
