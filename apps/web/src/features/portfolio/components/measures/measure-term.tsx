import type { ReactNode } from 'react';
import type { PanelMeasureName } from '@entente/contract/portfolio';
import { Term } from '../../../../ui/term.tsx';

const DIVERSITY = 'diversity-of-a-portfolio';

/** Which term of the glossary a measure is; plain counts have none. */
const TERMS: Partial<Readonly<Record<PanelMeasureName, string>>> = {
  ties: 'tie',
  houses: 'house-business-group',
  'repeat-tie-share': 'repeated-tie',
  'equity-share': 'equity-intensity',
  'form-diversity': DIVERSITY,
  'country-diversity': DIVERSITY,
  'kind-diversity': DIVERSITY,
  'resource-diversity': DIVERSITY,
  'resource-redundancy': 'redundant-resource',
  'exploration-share': 'exploration-balance',
  'house-concentration': 'concentration-of-houses',
  degree: 'degree',
  'effective-size': 'effective-size',
  efficiency: 'efficiency-of-contacts',
  constraint: 'constraint',
  hierarchy: 'hierarchy-of-constraint',
  'k-core': 'k-core',
};

/** The name of a measure, with the card of its term where it has one. */
export function MeasureTerm({ of, children }: { readonly of: PanelMeasureName; readonly children: ReactNode }) {
  const term = TERMS[of];
  return term === undefined ? children : <Term id={term}>{children}</Term>;
}
