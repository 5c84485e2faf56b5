import type { ImportSummaryAnswer } from '@entente/contract/register';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { failureWords } from '../../../lib/failure-words.ts';
import { importsQuery } from '../api/import-queries.ts';
import { removeImport, undoImport } from '../api/import-writes.ts';

const TOAST_MS = 10_000;

/** Throws a draft away, or takes back what an import wrote, and says so. */
export function useImportActions(workspace: string) {
  const { i18n } = useLingui();
  const client = useQueryClient();
  const refresh = (): Promise<void> => client.invalidateQueries({ queryKey: ['workspace', workspace] });
  const onError = (error: unknown): void => {
    const { happened, todo } = failureWords(error, i18n);
    notifications.show({ color: 'red', title: happened, message: todo, autoClose: false });
  };
  const discard = useMutation({
    mutationFn: (draft: Pick<ImportSummaryAnswer, 'id' | 'version'>) => removeImport(workspace, draft),
    onError,
    // The draft itself is not read again: it is gone.
    onSuccess: (_, { id }) =>
      client.setQueryData(importsQuery(workspace).queryKey, (before) => before?.filter((each) => each.id !== id)),
    onSettled: () => client.invalidateQueries({ queryKey: importsQuery(workspace).queryKey }),
  });
  const undo = useMutation({
    mutationFn: (change: string) => undoImport(workspace, change),
    onError,
    onSuccess: () =>
      notifications.show({ message: i18n._(msg`Undone. The register is as it was before.`), autoClose: TOAST_MS }),
    onSettled: refresh,
  });
  return { discard, undo };
}
