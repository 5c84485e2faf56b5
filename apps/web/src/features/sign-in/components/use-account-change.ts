import { useLingui } from '@lingui/react';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { failureWords } from '../../../lib/failure-words.ts';
import { accountKey } from '../api/account-requests.ts';

/** Reads everything of the account anew. */
export function useRefreshedAccount(): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(() => client.invalidateQueries({ queryKey: accountKey }), [client]);
}

/** Changes something of the account, and tells below what was refused. */
export function useAccountChange<I, O>(change: (input: I) => Promise<O>) {
  const { i18n } = useLingui();
  return useMutation({
    mutationFn: change,
    onSettled: useRefreshedAccount(),
    onError: (error) => {
      const { happened, todo } = failureWords(error, i18n);
      notifications.show({ color: 'red', title: happened, message: todo, autoClose: false });
    },
  });
}
