import type { NetworkLevel } from './alliance-network.ts';
import type { DayNumber } from './memberships.ts';
import { membershipsOn, type NetworkMembership, type NodeKey } from './register-memberships.ts';

/** An alliance in which a node meets a partner, with the memberships that say so. */
export type MeetingAlliance = {
  readonly alliance: NetworkMembership['of'];
  readonly own: readonly NetworkMembership[];
  readonly partner: readonly NetworkMembership[];
};

export type NodePartner = { readonly key: NodeKey; readonly alliances: readonly MeetingAlliance[] };

export type NodePartners = {
  /** With most alliances first, equals by key. */
  readonly partners: readonly NodePartner[];
  /** Alliances of the node that tie nobody because they are larger than the bound. */
  readonly tooLarge: readonly NetworkMembership['of'][];
  /** Alliances in which the node is alone. */
  readonly alone: readonly NetworkMembership['of'][];
};

function grouped<K>(
  rows: readonly NetworkMembership[],
  keyOf: (row: NetworkMembership) => K,
): Map<K, NetworkMembership[]> {
  const groups = new Map<K, NetworkMembership[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

/**
 * The partners of one node, and the alliances in which it meets them: what its measures are counted from. Null where the node
 * takes part in nothing on the day.
 * @example partnersOfNode([], 'organisation:lioho', { level: 'organisation', asOf: null, largest: 1000 }) // => null
 */
export function partnersOfNode(
  memberships: readonly NetworkMembership[],
  node: NodeKey,
  { level, asOf, largest }: { readonly level: NetworkLevel; readonly asOf: DayNumber | null; readonly largest: number },
): NodePartners | null {
  const keyOf = (row: NetworkMembership): NodeKey => (level === 'house' ? row.house : row.firm);
  const held = membershipsOn(memberships, asOf);
  const own = new Set(held.filter((row) => keyOf(row) === node).map((row) => row.alliance));
  if (own.size === 0) return null;
  const partners = new Map<NodeKey, MeetingAlliance[]>();
  const tooLarge: NetworkMembership['of'][] = [];
  const alone: NetworkMembership['of'][] = [];
  for (const rows of grouped(
    held.filter((row) => own.has(row.alliance)),
    (row) => row.alliance,
  ).values()) {
    const byNode = grouped(rows, keyOf);
    const alliance = (rows[0] as NetworkMembership).of;
    if (byNode.size > largest) tooLarge.push(alliance);
    else if (byNode.size === 1) alone.push(alliance);
    else
      for (const [key, theirs] of byNode) {
        if (key === node) continue;
        const meeting = { alliance, own: byNode.get(node) ?? [], partner: theirs };
        partners.set(key, [...(partners.get(key) ?? []), meeting]);
      }
  }
  return {
    partners: [...partners]
      .map(([key, alliances]) => ({ key, alliances }))
      .sort((one, other) => other.alliances.length - one.alliances.length || (one.key < other.key ? -1 : 1)),
    tooLarge,
    alone,
  };
}
