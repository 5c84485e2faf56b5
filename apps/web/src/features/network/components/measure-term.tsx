import type { ReactNode } from 'react';
import type { NodeMeasure } from '@entente/contract/network';
import { Term } from '../../../ui/term.tsx';

/** Which term of the glossary a measure is. */
const TERMS: Readonly<Record<NodeMeasure, string>> = {
  degree: 'degree',
  strength: 'repeated-tie',
  'effective-size': 'effective-size',
  efficiency: 'efficiency-of-contacts',
  constraint: 'constraint',
  hierarchy: 'hierarchy-of-constraint',
  clustering: 'clustering-coefficient',
  'k-core': 'k-core',
  component: 'component-of-a-network',
  community: 'community-in-a-network',
  betweenness: 'betweenness',
  closeness: 'closeness',
};

/** The name of a measure, with the card of its term. */
export function MeasureTerm({ of, children }: { readonly of: NodeMeasure; readonly children: ReactNode }) {
  return <Term id={TERMS[of]}>{children}</Term>;
}
