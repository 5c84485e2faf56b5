import type { PaperAnswer } from '@entente/contract/dossier';
import { createContext, useContext } from 'react';
import type { Party } from '../lib/parties.ts';

/** The alliance on whose papers a page works. */
export type Dossier = {
  readonly slug: string;
  readonly parties: readonly Party[];
  readonly papers: readonly PaperAnswer[];
  readonly canAdd: boolean;
  /** The day that is read, and the day it is. */
  readonly day: string;
  readonly today: string;
};

export const DossierContext = createContext<Dossier | null>(null);

export function useDossier(): Dossier {
  const dossier = useContext(DossierContext);
  if (dossier === null) throw new Error('useDossier is used outside the page of an alliance');
  return dossier;
}

/** The members of the alliance, and whoever else its papers name. */
export function partiesNamed({ parties, papers }: Pick<Dossier, 'parties' | 'papers'>): readonly Party[] {
  const named = papers.flatMap(({ organisations }) =>
    organisations.map(({ id, name, slug }) => [id, { id, name: name ?? slug ?? id }] as const),
  );
  return [...new Map([...named, ...parties.map((party) => [party.id, party] as const)]).values()];
}
