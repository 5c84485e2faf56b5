import { useLingui } from '@lingui/react/macro';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { failureWords } from './failure-words.ts';
import { useWorkspace } from './workspace.ts';
import { workspacesQuery } from './workspaces.ts';

/** Does something to the workspace, reads anew what it may have changed, and tells below what was refused. */
export function useToldMutation<I>(act: (input: I) => Promise<unknown>) {
  const { t, i18n } = useLingui();
  const closeButtonProps = { 'aria-label': t`Close` };
  const client = useQueryClient();
  const workspace = useWorkspace();
  return useMutation({
    mutationFn: act,
    onSettled: async () => {
      // The reader's own role may be another one now.
      await client.invalidateQueries({ queryKey: workspacesQuery.queryKey });
      await client.invalidateQueries({ queryKey: ['workspace', workspace] });
    },
    onError: (error) => {
      const { happened, todo } = failureWords(error, i18n);
      notifications.show({ color: 'red', title: happened, message: todo, autoClose: false, closeButtonProps });
    },
  });
}
