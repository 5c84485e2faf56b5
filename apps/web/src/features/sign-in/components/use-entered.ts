import type { SessionAnswer } from '@entente/contract/sign-in';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { sessionQuery } from '../../../lib/session.ts';

/** What is the same whoever is here. */
const OF_EVERYBODY: readonly unknown[] = [sessionQuery.queryKey[0], 'invitation'];

/** Forgets what was read as somebody else, and knows who is here now. */
export function useEntered(): (session: SessionAnswer) => void {
  const client = useQueryClient();
  return useCallback(
    (session) => {
      client.removeQueries({ predicate: ({ queryKey }) => !OF_EVERYBODY.includes(queryKey[0]) });
      client.setQueryData(sessionQuery.queryKey, session);
    },
    [client],
  );
}
