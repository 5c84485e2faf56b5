import { createContext, useContext } from 'react';

/** Where the records of these findings live, and what their sources are called. */
export type FindingsPlace = { readonly workspace: string; readonly sources: Readonly<Record<string, string>> };

export const FindingsContext = createContext<FindingsPlace | null>(null);

export function useFindingsPlace(): FindingsPlace {
  const place = useContext(FindingsContext);
  if (place === null) throw new Error('useFindingsPlace is used outside a page of findings');
  return place;
}
