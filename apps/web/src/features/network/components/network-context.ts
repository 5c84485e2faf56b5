import { createContext, useContext } from 'react';
import type { NetworkRequest } from '../api/network-queries.ts';
import type { Colouring, Inks } from '../model/colouring.ts';
import type { NetworkModel } from '../model/network-model.ts';
import type { Shown } from '../model/shown.ts';
import type { NetworkSearch, NetworkView } from '../network-search.ts';

/** What every part of the page reads from. */
export type NetworkPageContext = {
  readonly request: NetworkRequest;
  readonly model: NetworkModel;
  readonly view: NetworkView;
  readonly shown: Shown;
  readonly colouring: Colouring;
  readonly sizes: readonly number[];
  readonly inks: Inks;
  /** Looks at the network in another way: what is undefined is as at first. One step back undoes it. */
  readonly change: (next: Partial<Record<keyof NetworkSearch | 'asOf', string | undefined>>) => void;
};

export const NetworkContext = createContext<NetworkPageContext | null>(null);

export function useNetwork(): NetworkPageContext {
  const context = useContext(NetworkContext);
  if (context === null) throw new Error('useNetwork is used outside the network page');
  return context;
}
