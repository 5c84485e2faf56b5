import { describe, expect, test } from 'vitest';
import { firmYears } from '../panel/index.ts';
import { allianceNetwork, type NetworkLevel } from './alliance-network.ts';
import { allNodes, pathSumsByBlocks } from './centrality.ts';
import { NETWORK_MEASURES, type NetworkMeasure, networkMeasures } from './measures.ts';
import { type Membership, Memberships } from './memberships.ts';

const row = (alliance: string, firm: string, more: Partial<Membership> = {}): Membership => ({
  alliance,
  firm,
  house: null,
  form: null,
  country: null,
  from: 19_900_101,
  to: null,
  ...more,
});

function membershipsOf(rows: readonly Membership[]): Memberships {
  const memberships = new Memberships((name) => name.toLowerCase());
  for (const each of rows) memberships.add(each);
  return memberships;
}

/** Every measure of each firm by name, null where it is not defined, and what the network tells. */
function network(rows: readonly Membership[], level: NetworkLevel = 'organisation', asOf: number | null = null) {
  const { names, graph, left } = allianceNetwork(membershipsOf(rows), { level, asOf, largest: 1_000 });
  const columns = networkMeasures(graph, NETWORK_MEASURES, pathSumsByBlocks(graph, allNodes(graph).subarray(0, 200)));
  const of = (name: string, measure: NetworkMeasure): number | null => {
    const value = columns[NETWORK_MEASURES.indexOf(measure)]?.[names.indexOf(name)] as number;
    return Number.isNaN(value) ? null : value;
  };
  return { names, left, of };
}

/** `A 1990: formed 1, ended 0, size 1, ties 2`. */
function years(rows: readonly Membership[], level: NetworkLevel = 'organisation', until = 1_992): string[] {
  const panel = firmYears(membershipsOf(rows), { until, equityForms: new Set(), level });
  const { formed, ended, size, ties } = panel.measures;
  return [...panel.year.entries()].map(
    ([nth, year]) =>
      `${panel.firms[panel.firm[nth] ?? -1]} ${year}: formed ${formed[nth]}, ended ${ended[nth]}, size ${size[nth]}, ties ${ties[nth]}`,
  );
}

describe('members who stand twice in an alliance', () => {
  const rows = [row('x', 'Ford'), row('x', 'ford'), row('x', 'FORD'), row('x', 'Mazda')];

  test('tie nobody to himself, weigh once, and are told', () => {
    const { names, left, of } = network(rows);
    expect(names).toEqual(['FORD', 'Mazda']);
    expect([of('FORD', 'degree'), of('FORD', 'strength'), of('FORD', 'constraint')]).toEqual([1, 1, 1]);
    expect(left).toMatchObject({ repeated: 2, oneMember: 0 });
    expect(network(rows.slice(0, 3)).left).toMatchObject({ repeated: 2, oneMember: 1 });
  });

  test('count once in the panel', () => {
    expect(years(rows, 'organisation', 1_990)).toEqual([
      'FORD 1990: formed 1, ended 0, size 1, ties 1',
      'Mazda 1990: formed 1, ended 0, size 1, ties 1',
    ]);
  });
});

describe('a firm without partners', () => {
  test('is a node, with null for what is not defined and 0 for what is counted', () => {
    const { of, left } = network([row('x', 'Alone'), row('y', 'A'), row('y', 'B')]);
    const undefinedOf = NETWORK_MEASURES.filter((measure) => of('Alone', measure) === null);
    expect(undefinedOf).toEqual(['effective-size', 'efficiency', 'constraint', 'hierarchy', 'clustering', 'closeness']);
    expect([of('Alone', 'degree'), of('Alone', 'k-core'), of('Alone', 'betweenness')]).toEqual([0, 0, 0]);
    expect(left.oneMember).toBe(1);
  });
});

describe('an end that lies before the beginning on its earliest reading', () => {
  const rows = [
    row('x', 'A', { from: 19_800_101 }),
    row('x', 'B', { from: 19_800_101 }),
    row('y', 'A', { from: 19_900_601, to: 19_890_101 }),
    row('y', 'B', { from: 19_900_101 }),
    row('z', 'C', { from: 19_910_101, to: 19_850_101 }),
    row('z', 'D', { from: 19_910_101 }),
  ];

  test('holds on no day', () => {
    const told = [19_851_231, 19_891_231, 19_901_231, 19_911_231].map((day) => network(rows, 'organisation', day));
    expect(told.map(({ of }) => of('A', 'strength'))).toEqual([1, 1, 1, 1]);
    expect(told[3]?.names).toEqual(['A', 'B', 'D']);
  });

  test('ends in the year in which it begins, and leaves the years and firms before and behind it alone', () => {
    const told = years(rows).filter((line) => /^(?:A 19(?:89|90|91)|B 19(?:89|90)|C|D 1991)/.test(line));
    expect(told).toEqual([
      'A 1989: formed 0, ended 0, size 1, ties 1',
      'A 1990: formed 1, ended 1, size 1, ties 1',
      'A 1991: formed 0, ended 0, size 1, ties 1',
      'B 1989: formed 0, ended 0, size 1, ties 1',
      'B 1990: formed 1, ended 0, size 2, ties 1',
      'C 1991: formed 1, ended 1, size 0, ties 0',
      'C 1992: formed 0, ended 0, size 0, ties 0',
      'D 1991: formed 1, ended 0, size 1, ties 0',
    ]);
  });
});

describe('houses', () => {
  test('that are not stated are those of other rows of the firm, whatever the order, else the firm itself', () => {
    const rows = [
      row('x', 'Denso'),
      row('x', 'Aisin', { house: 'Toyota' }),
      row('y', 'Denso', { house: 'Toyota' }),
      row('y', 'Kia'),
    ];
    for (const given of [rows, rows.toReversed()]) {
      const { names, of } = network(given, 'house');
      expect(names).toEqual(['Kia', 'Toyota']);
      expect([of('Toyota', 'degree'), of('Toyota', 'strength')]).toEqual([1, 1]);
      expect(years(given, 'house', 1_990)).toEqual([
        'Kia 1990: formed 1, ended 0, size 1, ties 1',
        'Toyota 1990: formed 2, ended 0, size 2, ties 1',
      ]);
    }
  });

  test('that name each other in a circle are taken one step far', () => {
    const rows = [
      row('x', 'A', { house: 'B' }),
      row('x', 'B', { house: 'C' }),
      row('x', 'C', { house: 'A' }),
      row('y', 'A', { house: 'B' }),
      row('y', 'D'),
    ];
    const { names, of } = network(rows, 'house');
    expect(names).toEqual(['A', 'B', 'C', 'D']);
    expect(names.map((name) => of(name, 'degree'))).toEqual([2, 3, 2, 1]);
    expect(years(rows, 'house', 1_990)).toHaveLength(4);
  });

  test('are filled in anew when rows come behind a first reading', () => {
    const memberships = membershipsOf([row('x', 'Denso')]);
    expect(memberships.houses[memberships.columns.house[0] ?? -1]).toBe('Denso');
    memberships.add(row('y', 'Denso', { house: 'Toyota' }));
    expect([...memberships.columns.house].map((house) => memberships.houses[house])).toEqual(['Toyota', 'Toyota']);
  });
});

describe('what is very large', () => {
  test('a firm with 10,000 separate partners has constraint 1/n and effective size n', () => {
    const rows = Array.from({ length: 10_000 }, (_, nth) => [row(`a${nth}`, 'Hub'), row(`a${nth}`, `f${nth}`)]).flat();
    const { of } = network(rows);
    expect([of('Hub', 'degree'), of('Hub', 'effective-size')]).toEqual([10_000, 10_000]);
    expect(of('Hub', 'constraint')).toBeCloseTo(1 / 10_000, 15);
    expect([of('f7', 'constraint'), of('Hub', 'clustering'), of('Hub', 'component')]).toEqual([1, 0, 1]);
    expect(years(rows, 'organisation', 1_990).find((line) => line.startsWith('Hub'))).toBe(
      'Hub 1990: formed 10000, ended 0, size 10000, ties 10000',
    );
  });

  test('an alliance with 3,000 members ties none of them to each other, and is told; the panel counts its partners', () => {
    const wide = Array.from({ length: 3_000 }, (_, nth) => row('wide', `m${nth}`));
    const rows = [...wide, row('x', 'm1'), row('x', 'm2')];
    const { names, left, of } = network(rows);
    expect(left.tooLarge).toEqual([{ alliance: 'wide', members: 3_000 }]);
    expect([names.length, of('m1', 'degree'), of('m1', 'clustering'), of('m3', 'degree')]).toEqual([3_000, 1, null, 0]);
    const panel = years(rows, 'organisation', 1_990);
    expect(panel.find((line) => line.startsWith('m1 '))).toBe('m1 1990: formed 2, ended 0, size 2, ties 3000');
  });
});
