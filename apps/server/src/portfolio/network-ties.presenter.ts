import type { NetworkTiesAnswer } from '@entente/contract/portfolio';
import { discrepanciesAmong } from '@entente/core/evidence';
import { evidencePlaces, type Focal } from '@entente/core/portfolio';
import { type Alliance, type Register, valuesDiffer } from '@entente/core/register';
import type { MeetingAlliance, NetworkMembership, NodeKey, NodePartners } from '@entente/engine/network';

type Answered = NetworkTiesAnswer['partners'][number];

const named = ({ slug, name }: Alliance) => ({ slug, name: name ?? slug });

function nodeOf(register: Register, key: NodeKey): NetworkTiesAnswer['node'] {
  const at = key.indexOf(':');
  const kind = key.slice(0, at) as 'organisation' | 'house';
  const slug = key.slice(at + 1);
  const row = (kind === 'house' ? register.houses : register.organisations).find((each) => each.slug === slug);
  return { slug, kind, name: row?.name ?? slug };
}

function memberOf(whole: Register, { row, of }: NetworkMembership): Answered['alliances'][number]['own'][number] {
  const organisation = whole.organisation(row.organisation);
  const slug = organisation?.slug ?? row.organisation;
  return {
    slug,
    name: organisation?.name ?? slug,
    from: (row.from ?? of.start)?.text ?? null,
    evidence: evidencePlaces(whole.claimsOn('membership', row.id)),
  };
}

function disputedIn(whole: Register, { alliance, own, partner }: MeetingAlliance): number {
  const members = [...own, ...partner].flatMap(({ row }) => whole.claimsOn('membership', row.id));
  return discrepanciesAmong([...whole.claimsOn('alliance', alliance.id), ...members], valuesDiffer).length;
}

function allianceOf(whole: Register, meeting: MeetingAlliance): Answered['alliances'][number] {
  const { alliance, own, partner } = meeting;
  const { end } = alliance;
  return {
    ...named(alliance),
    form: alliance.form,
    start: alliance.start?.text ?? null,
    end: typeof end === 'object' ? end.text : end === 'unknown' ? 'unknown' : null,
    disputed: disputedIn(whole, meeting),
    own: own.map((each) => memberOf(whole, each)),
    theirs: partner.map((each) => memberOf(whole, each)),
  };
}

/** @param found null: the firm takes part in nothing on the day */
export function networkTiesAnswerOf(
  { register, whole, focal }: { readonly register: Register; readonly whole: Register; readonly focal: Focal },
  found: NodePartners | null,
): NetworkTiesAnswer {
  const { partners, tooLarge, alone } = found ?? { partners: [], tooLarge: [], alone: [] };
  const own = focal.kind === 'house' ? whole.house(focal.id) : whole.organisation(focal.id);
  const slug = own?.slug ?? '';
  const answered = partners.map(({ key, alliances }) => ({
    ...nodeOf(register, key),
    alliances: alliances.map((meeting) => allianceOf(register, meeting)),
  }));
  const told = new Set(
    answered
      .flatMap(({ alliances }) => alliances.flatMap((each) => [...each.own, ...each.theirs]))
      .flatMap(({ evidence }) => evidence.map(({ source }) => source)),
  );
  return {
    node: { slug, kind: focal.kind, name: own?.name ?? slug },
    partners: answered,
    tooLarge: tooLarge.map(named),
    alone: alone.map(named),
    sources: whole.sources.filter(({ key }) => told.has(key)).map(({ key, title }) => ({ key, title })),
  };
}
