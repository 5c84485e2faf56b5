import { createContext, useContext } from 'react';
import type { EvidenceIndex } from './claims-of.ts';

const NO_EVIDENCE: EvidenceIndex = {
  on: () => ({ claims: [], taken: null, disputed: false }),
  discrepancies: [],
  nameOf: ({ name }) => name ?? '',
};

/** The evidence of the record that a page shows. */
export const EvidenceContext = createContext<EvidenceIndex>(NO_EVIDENCE);

export const useEvidence = (): EvidenceIndex => useContext(EvidenceContext);
