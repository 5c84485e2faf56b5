import type { PaperAnswer, PaperContent } from '@entente/contract/dossier';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { failureWords } from '../../../lib/failure-words.ts';
import { changePaper, takePaperAway } from '../../../lib/papers.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { useEvaluation } from './room-context.ts';

const TOAST_MS = 10_000;

/** What is done with a paper by one press; each act offers to be taken back. */
export function usePaperActs() {
  const { t, i18n } = useLingui();
  const workspace = useWorkspace();
  const client = useQueryClient();
  const { slug } = useEvaluation();
  const run = useMutation({
    mutationFn: (act: () => Promise<unknown>) => act(),
    onError: (error) => {
      const { happened, todo } = failureWords(error, i18n);
      notifications.show({ color: 'red', title: happened, message: todo, autoClose: false });
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['workspace', workspace] }),
  });
  const offer = (said: string, back: () => Promise<unknown>): void => {
    const id = `paper-${crypto.randomUUID()}`;
    notifications.show({
      id,
      autoClose: TOAST_MS,
      closeButtonProps: { 'aria-label': t`Close` },
      message: (
        <>
          {said}{' '}
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              notifications.hide(id);
              run.mutate(back);
            }}
          >
            <Trans>Undo</Trans>
          </Button>
        </>
      ),
    });
  };
  const at = ({ id, version }: Pick<PaperAnswer, 'id' | 'version'>) => ({
    workspace,
    alliance: slug,
    paper: id,
    version,
  });
  const write = (paper: PaperAnswer, next: PaperContent | null, told: string): void =>
    run.mutate(async () => {
      const written = next === null ? await takePaperAway(at(paper)) : await changePaper(at(paper), next);
      const { content } = paper;
      if (content !== null) offer(told, () => changePaper(at(written), content));
    });
  return {
    isPending: run.isPending,
    takeAway: (paper: PaperAnswer): void => write(paper, null, t`Taken away.`),
    change: (paper: PaperAnswer, next: PaperContent, told: string): void => write(paper, next, told),
  };
}
