import type { PaperAnswer, PaperContent } from '@entente/contract/dossier';
import { useLingui } from '@lingui/react/macro';
import { addPaper, changePaper, takePaperAway } from '../lib/papers.ts';
import { useToldMutation } from '../lib/use-told-mutation.ts';
import { useWorkspace } from '../lib/workspace.ts';
import { useUndoNotice } from '../ui/undo-notice.tsx';
import { useDossier } from './dossier-context.ts';

/** What is done with a paper by one press; each act offers to be taken back. */
export function usePaperActs() {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const { slug } = useDossier();
  const run = useToldMutation((act: () => Promise<unknown>) => act());
  const offer = useUndoNotice();
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
    /** The first version of a paper of which an alliance has one. */
    add: (content: PaperContent, told: string): void =>
      run.mutate(async () => {
        const written = await addPaper(workspace, slug, content);
        offer(told, () => takePaperAway(at(written)));
      }),
    takeAway: (paper: PaperAnswer): void => write(paper, null, t`Taken away.`),
    change: (paper: PaperAnswer, next: PaperContent, told: string): void => write(paper, next, told),
  };
}
