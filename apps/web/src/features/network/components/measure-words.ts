import type { NodeMeasure } from '@entente/contract/network';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** A measure in words: what it says, how it is computed, who defined it, and where it is not defined. */
export type MeasureWords = {
  readonly name: MessageDescriptor;
  readonly meaning: MessageDescriptor;
  /** As on the method card. */
  readonly formula: string | null;
  readonly source: string | null;
  /** Null: it is defined everywhere. */
  readonly undefinedFor: MessageDescriptor | null;
};

const BURT = 'Burt, Structural Holes (1992), chapter 2; Borgatti, Connections 20(1), 1997';
const alone = msg`Not defined for a firm without partners.`;
const fewerThanTwo = msg`Not defined with fewer than two partners.`;

export const MEASURE_WORDS: Readonly<Record<NodeMeasure, MeasureWords>> = {
  degree: {
    name: msg`Partners`,
    meaning: msg`How many partners it has in the alliances of the day.`,
    formula: null,
    source: null,
    undefinedFor: null,
  },
  strength: {
    name: msg`Repeated ties`,
    meaning: msg`The sum over its partners of the alliances in which they meet.`,
    formula: 's_i = Σ_j w_ij',
    source: null,
    undefinedFor: null,
  },
  'effective-size': {
    name: msg`Effective size`,
    meaning: msg`Its partners, less how far they lead back to each other.`,
    formula: 'Σ_j (1 − Σ_q p_iq m_jq)',
    source: BURT,
    undefinedFor: alone,
  },
  efficiency: {
    name: msg`Efficiency`,
    meaning: msg`Effective size for each partner, from 0 to 1: at 1 no partner leads where another leads too.`,
    formula: 'effective size / partners',
    source: BURT,
    undefinedFor: alone,
  },
  constraint: {
    name: msg`Constraint`,
    meaning: msg`How far all its ties lead back to the same few partners: high where one cannot do without them, low where it bridges parts that are not tied otherwise.`,
    formula: 'c_i = Σ_j (p_ij + Σ_q p_iq p_qj)²',
    source: BURT,
    undefinedFor: alone,
  },
  hierarchy: {
    name: msg`Hierarchy`,
    meaning: msg`How far its constraint comes from one single partner, from 0 to 1.`,
    formula: 'Σ_j (c_ij N / c_i) ln(c_ij N / c_i) / (N ln N)',
    source: BURT,
    undefinedFor: fewerThanTwo,
  },
  clustering: {
    name: msg`Clustering`,
    meaning: msg`The share of pairs of its partners that are partners of each other.`,
    formula: '2t / (n (n − 1))',
    source: 'Watts and Strogatz, Nature 393, 1998',
    undefinedFor: fewerThanTwo,
  },
  'k-core': {
    name: msg`k-core`,
    meaning: msg`The largest number k for which it lies in a part of the network where everybody has k partners or more.`,
    formula: null,
    source: 'Seidman, Social Networks 5, 1983',
    undefinedFor: null,
  },
  component: {
    name: msg`Component`,
    meaning: msg`The part of the network that paths of ties join; numbered from 1 by size.`,
    formula: null,
    source: null,
    undefinedFor: null,
  },
  community: {
    name: msg`Community`,
    meaning: msg`A part with more ties inside than to others, as the Louvain method finds it; numbered from 1 by size.`,
    formula: null,
    source: 'Blondel and others, J. Stat. Mech., 2008',
    undefinedFor: null,
  },
  betweenness: {
    name: msg`Betweenness`,
    meaning: msg`Over all pairs of others, the share of shortest paths that pass through it.`,
    formula: 'Σ_{s<t} σ_st(i) / σ_st',
    source: 'Freeman, Sociometry 40, 1977; Brandes, J. Math. Sociology 25, 2001',
    undefinedFor: null,
  },
  closeness: {
    name: msg`Closeness`,
    meaning: msg`How near the others are on shortest paths; others that it cannot reach lessen it.`,
    formula: '(r / (n − 1)) · (r / Σ_j d_ij)',
    source: 'Wasserman and Faust, Social Network Analysis, 1994, p. 201',
    undefinedFor: alone,
  },
};
