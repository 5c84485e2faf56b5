import type { PositionAnswer } from '@entente/contract/portfolio';
import { type CandidatePartner, type Focal, type Level, panelUnit, sharedAlliances } from '@entente/core/portfolio';
import type { Register } from '@entente/core/register';
import { type AddedTie, positionWith } from '@entente/engine/network';
import { type NetworkPositions, unitName } from '@entente/engine/panel';
import { focalNamed, namedFirm } from './measures.presenter.ts';
import { nodeOf, workOf } from './register-work.ts';

/** Contacts beyond which an answer tells their number alone. */
const MOST_CONTACTS = 20;

/** Where the firm stands among all recorded alliances, and where it would with each candidate, in their order. */
export type PositionsWith = { readonly today: PositionAnswer; readonly outlooks: readonly PositionAnswer[] };

/** The partner as the network knows it; null for somebody who is in no tie, and for a house where firms stand alone. */
function unitOf(register: Register, partner: CandidatePartner, level: Level): Focal | null {
  if (partner.kind === 'stranger') return null;
  if (partner.kind === 'house') return level === 'house' ? partner : null;
  return panelUnit(register, partner, level);
}

/**
 * Positions in the network of the last day of a year, which is computed once for all who ask; with a candidate only the
 * ties around the firm are read.
 */
export function positionsWith(
  register: Register,
  focal: Focal,
  level: Level,
  year: number,
  partners: readonly CandidatePartner[],
): PositionsWith {
  const network = workOf(register).network(level, year);
  const unit = panelUnit(register, focal, level);
  const node = nodeIn(network, unit);
  const tied = tiesBy(register, unit, level, year);
  const told = (added: AddedTie | null): PositionAnswer => {
    const { terms, ...figures } = positionWith(network.graph, node, added);
    const sorted = [...terms].sort((one, other) => other.constraint - one.constraint);
    const contacts = sorted.slice(0, MOST_CONTACTS).map(({ contact, ...term }) => {
      const name = network.names[contact] ?? null;
      const firm = name === null ? null : namedFirm(register, focalNamed(name));
      return { contact: firm, ...term, ...tied(name) };
    });
    return { ...figures, contacts, total: terms.length };
  };
  const addedBy = (partner: CandidatePartner): AddedTie => {
    const of = unitOf(register, partner, level);
    return { contact: of === null ? null : nodeIn(network, of), weight: 1 };
  };
  return { today: told(null), outlooks: partners.map((partner) => told(addedBy(partner))) };
}

function nodeIn(network: NetworkPositions, unit: Focal): number | null {
  const node = nodeOf(network, unitName(unit));
  return node < 0 ? null : node;
}

const namesBySlug = new WeakMap<Register, ReadonlyMap<string, string | null>>();

/** What alliances are called; found once a register. */
function namesOf(register: Register): ReadonlyMap<string, string | null> {
  let known = namesBySlug.get(register);
  if (!known) namesBySlug.set(register, (known = new Map(register.alliances.map(({ slug, name }) => [slug, name]))));
  return known;
}

type Tied = Pick<PositionAnswer['contacts'][number], 'alliances' | 'evidence'>;

/** The alliances by which the firm is tied to a contact, with who says so. */
function tiesBy(register: Register, unit: Focal, level: Level, year: number): (name: string | null) => Tied {
  const shared = new Map(
    sharedAlliances(register, unit, level, year).map((each) => [unitName(each.contact), each] as const),
  );
  const names = namesOf(register);
  return (name) => {
    const { alliances = [], evidence = [] } = (name === null ? undefined : shared.get(name)) ?? {};
    return { alliances: alliances.map((slug) => ({ slug, name: names.get(slug) ?? slug })), evidence };
  };
}
