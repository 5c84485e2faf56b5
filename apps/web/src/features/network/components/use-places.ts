import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type NetworkRequest, networkQuery } from '../api/network-queries.ts';
import { fingerprintOf, type Places, placesOf } from '../model/layout.ts';

/** How far the search for places is, 0 to 1: told to who listens, so that a page of many parts is not made anew each time. */
export type PlacesProgress = {
  readonly now: () => number;
  readonly subscribe: (listener: () => void) => () => void;
};

type Told = PlacesProgress & { readonly tell: (share: number) => void };

function progress(): Told {
  const listeners = new Set<() => void>();
  let told = 0;
  return {
    now: () => told,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell: (share) => {
      told = share;
      for (const listener of listeners) listener();
    },
  };
}

/** Where the nodes lie: found once for all that is recorded, so that another day, filter or colour moves nothing. */
export function usePlaces(request: NetworkRequest): {
  readonly places: Places | null;
  readonly progress: PlacesProgress;
  readonly error: Error | null;
} {
  const told = useMemo(progress, []);
  // All that is recorded is what the page itself asks for where it shows all years together.
  const measures = request.asOf === null ? null : (['degree'] as const);
  const whole = useQuery({ ...networkQuery({ ...request, asOf: null }, measures), placeholderData: undefined });
  const answer = whole.data;
  const fingerprint = useMemo(() => (answer === undefined ? '' : fingerprintOf(answer)), [answer]);
  const placed = useQuery({
    queryKey: ['network-places', fingerprint],
    queryFn: ({ signal }) => {
      told.tell(0);
      if (answer === undefined) throw new Error('Places are found when the network is there');
      return placesOf(answer, told.tell, signal);
    },
    enabled: answer !== undefined,
    staleTime: Infinity,
    gcTime: 600_000,
    retry: false,
    // Tens of thousands of places are the same or others as a whole.
    structuralSharing: false,
  });
  return { places: placed.data ?? null, progress: told, error: whole.error ?? placed.error };
}
