/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { pathSumsByBlocks } from './centrality.ts';
import { type NetworkMeasure, networkMeasures } from './measures.ts';
import { graphOf, type WeightedTie } from './random-graph.test-data.ts';

type PeerValues = {
  readonly peer: string;
  readonly version: string;
  readonly networks: readonly {
    readonly nodes: number;
    readonly ties: readonly WeightedTie[];
    readonly measures: Readonly<Record<string, readonly (number | null)[]>>;
  }[];
};

/** Written by bench/peer-values.py where the peers are installed. */
const valuesOf = (peer: string): PeerValues =>
  JSON.parse(
    readFileSync(fileURLToPath(new URL(`../../../../test-data/network/${peer}-values.json`, import.meta.url)), 'utf8'),
  ) as PeerValues;

describe.each(['igraph', 'networkx'].map((peer) => valuesOf(peer)))('$peer $version', ({ networks }) => {
  test.each(networks.map((network) => [network.nodes, network.ties.length, network] as const))(
    'agrees to 1e-9 on a random network of %i nodes and %i ties, and on where nothing is defined',
    (_nodes, _ties, { nodes, ties, measures }) => {
      const graph = graphOf(nodes, ties);
      const asked = Object.keys(measures) as NetworkMeasure[];
      expect(asked.length).toBeGreaterThan(3);
      const ours = networkMeasures(graph, asked, pathSumsByBlocks(graph));
      for (const [nth, measure] of asked.entries()) {
        const theirs = measures[measure] ?? [];
        expect(theirs.length).toBe(nodes);
        for (const [node, value] of theirs.entries()) {
          const mine = ours[nth]?.[node] ?? Number.NaN;
          if (value === null) expect([measure, node, mine]).toEqual([measure, node, Number.NaN]);
          else expect(Math.abs(mine - value), `${measure} of ${node}`).toBeLessThanOrEqual(1e-9 * Math.max(1, value));
        }
      }
    },
  );
});
