import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allianceNetwork, type AllianceNetwork, type NetworkOptions } from './alliance-network.ts';
import { type Membership, Memberships } from './memberships.ts';

const row = (alliance: string, firm: string, from: number | null = 19950101, to: number | null = null): Membership => ({
  alliance,
  firm,
  house: firm.slice(0, 1),
  form: null,
  country: null,
  from,
  to,
});

function networkOf(rows: readonly Membership[], options: Partial<NetworkOptions> = {}): AllianceNetwork {
  const memberships = new Memberships((name) => name.toLowerCase());
  for (const each of rows) memberships.add(each);
  return allianceNetwork(memberships, { level: 'organisation', asOf: null, largest: 1_000, ...options });
}

/** `A-B 2`: each tie once, by name. */
function tiesOf({ names, graph }: AllianceNetwork): string[] {
  return names.flatMap((name, node) => {
    const [first, last] = [graph.offsets[node] as number, graph.offsets[node + 1] as number];
    return [...graph.neighbours.subarray(first, last)].flatMap((other, nth) =>
      other > node ? [`${name}-${names[other]} ${graph.weights[first + nth]}`] : [],
    );
  });
}

describe('the network of some alliances', () => {
  test('ties each pair of partners as often as they are partners', () => {
    const rows = [row('x', 'Mazda'), row('x', 'Ford'), row('x', 'Kia'), row('y', 'ford'), row('y', 'Mazda')];
    const network = networkOf(rows);
    expect(network.names).toEqual(['Ford', 'Kia', 'Mazda']);
    expect(tiesOf(network)).toEqual(['Ford-Kia 1', 'Ford-Mazda 2', 'Kia-Mazda 1']);
    expect(network.alliances).toBe(2);
  });

  test('of one day holds what has begun and not ended, and nothing without a beginning', () => {
    const rows = [
      row('x', 'A', 19950101, 20000101),
      row('x', 'B', 19950101, 20000101),
      row('y', 'A', 20000101),
      row('y', 'C', 20000101),
      row('z', 'D', null),
      row('z', 'E', null),
    ];
    expect(tiesOf(networkOf(rows, { asOf: 19991231 }))).toEqual(['A-B 1']);
    expect(tiesOf(networkOf(rows, { asOf: 20000101 }))).toEqual(['A-C 1']);
    expect(networkOf(rows, { asOf: 20000101 }).left.undated).toBe(2);
    expect(networkOf(rows, { asOf: 19940101 })).toMatchObject({ names: [], alliances: 0 });
    expect(tiesOf(networkOf(rows))).toEqual(['A-B 1', 'A-C 1', 'D-E 1']);
  });

  test('of houses has no tie inside a house', () => {
    expect(tiesOf(networkOf([row('x', 'A1'), row('x', 'A2'), row('x', 'B1')], { level: 'house' }))).toEqual(['A-B 1']);
  });

  test('tells of repeated members, of alliances with one member, and of those too large to tie anybody', () => {
    const many = Array.from({ length: 12 }, (_, nth) => row('wide', `W${nth}`));
    const { left, names, graph } = networkOf([...many, row('x', 'A'), row('x', 'a'), row('x', 'A')], { largest: 11 });
    expect(left).toEqual({ tooLarge: [{ alliance: 'wide', members: 12 }], oneMember: 1, undated: 0, repeated: 2 });
    expect([names.length, graph.neighbours.length]).toEqual([13, 0]);
  });

  test('is the same whatever the order of the rows', () => {
    const rows = fc.array(
      fc
        .tuple(fc.constantFrom('x', 'y', 'z'), fc.constantFrom('A', 'a', 'B', 'C', 'D'))
        .map(([one, two]) => row(one, two)),
      { maxLength: 15 },
    );
    fc.assert(
      fc.property(rows, (given) => {
        const turned = networkOf(given.toReversed());
        expect([turned.names, turned.graph]).toEqual([networkOf(given).names, networkOf(given).graph]);
      }),
    );
  });
});
