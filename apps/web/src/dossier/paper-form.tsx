import type { PaperAnswer, PaperContent } from '@entente/contract/dossier';
import type { Problem } from '@entente/core/kernel';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ComponentProps, ReactNode } from 'react';
import { failureWords } from '../lib/failure-words.ts';
import { addPaper, changePaper } from '../lib/papers.ts';
import { problemWords } from '../lib/problem-words.ts';
import { useWorkspace } from '../lib/workspace.ts';
import { DialogButton } from '../ui/dialog-button.tsx';
import { useDossier } from './dossier-context.ts';
import classes from './dossier.module.css';

type FormProps = {
  /** The paper as it stands; null for a new one. */
  readonly paper: PaperAnswer | null;
  /** As it is typed; null while something is missing. */
  readonly content: PaperContent | null;
  /** What the rules say against it before it is sent. */
  readonly problems: readonly Problem[];
  readonly onDone: () => void;
  readonly children: ReactNode;
};

/** The form of a paper: its fields, and what stands against them, in place. */
export function PaperForm({ paper, content, problems, onDone, children }: FormProps) {
  const { i18n } = useLingui();
  const workspace = useWorkspace();
  const client = useQueryClient();
  const { slug } = useDossier();
  const save = useMutation({
    mutationFn: (body: PaperContent) =>
      paper === null
        ? addPaper(workspace, slug, body)
        : changePaper({ workspace, alliance: slug, paper: paper.id, version: paper.version }, body),
    onSuccess: onDone,
    onSettled: () => client.invalidateQueries({ queryKey: ['workspace', workspace] }),
  });
  const [problem] = problems;
  const refusal = problem && problemWords(problem, i18n);
  const failure = save.error ? failureWords(save.error, i18n) : null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (content !== null && problem === undefined) save.mutate(content);
      }}
    >
      <Stack gap="sm">
        {children}
        <div aria-live="polite">
          {refusal && <Told happened={refusal.message} todo={refusal.fix} />}
          {failure && !refusal && <Told happened={failure.happened} todo={failure.todo} />}
        </div>
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" disabled={content === null || problem !== undefined} loading={save.isPending}>
            <Trans>Save</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Told({ happened, todo }: { readonly happened: string; readonly todo: string | null }) {
  return (
    <div className={classes.refusal}>
      <p>
        <span aria-hidden="true">▲ </span>
        {happened}
      </p>
      {todo !== null && <p>{todo}</p>}
    </div>
  );
}

/** A button that opens the form of a paper. */
export const PaperButton = (props: Omit<ComponentProps<typeof DialogButton>, 'size'>) => (
  <DialogButton {...props} size="lg" />
);
