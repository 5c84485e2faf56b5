import type { PaperAnswer } from '@entente/contract/dossier';
import { createContext, useContext } from 'react';

/** The alliance whose evaluation a page shows. */
export type EvaluatedAlliance = {
  readonly slug: string;
  readonly papers: readonly PaperAnswer[];
  readonly canAdd: boolean;
  /** The day that is read. */
  readonly day: string;
};

export const EvaluationContext = createContext<EvaluatedAlliance | null>(null);

export function useEvaluation(): EvaluatedAlliance {
  const evaluation = useContext(EvaluationContext);
  if (evaluation === null) throw new Error('useEvaluation is used outside the page of an alliance');
  return evaluation;
}
