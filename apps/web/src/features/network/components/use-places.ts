import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type NetworkRequest, networkQuery } from '../api/network-queries.ts';
import { fingerprintOf, type Places, placesOf } from '../model/layout.ts';

/** Where the nodes lie: found once for all that is recorded, so that another day, filter or colour moves nothing. */
export function usePlaces(request: NetworkRequest): {
  readonly places: Places | null;
  readonly share: number;
  readonly error: Error | null;
} {
  const [share, setShare] = useState(0);
  const whole = useQuery({ ...networkQuery({ ...request, asOf: null }, ['degree']), placeholderData: undefined });
  const answer = whole.data;
  const fingerprint = answer === undefined ? '' : fingerprintOf(answer);
  const placed = useQuery({
    queryKey: ['network-places', fingerprint],
    queryFn: ({ signal }) => {
      setShare(0);
      if (answer === undefined) throw new Error('Places are found when the network is there');
      return placesOf(answer, setShare, signal);
    },
    enabled: answer !== undefined,
    staleTime: Infinity,
    gcTime: 600_000,
    retry: false,
    // Tens of thousands of places are the same or others as a whole.
    structuralSharing: false,
  });
  return { places: placed.data ?? null, share, error: whole.error ?? placed.error };
}
