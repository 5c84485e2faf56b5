import type { PaperContent } from '@entente/contract/dossier';

/** What a reading may look at beside its paper. */
export type ReadingContext = {
  readonly today: string;
  /** The other papers of the alliance that the reader may read. */
  readonly papers: readonly PaperContent[];
};
