import { useLingui as useI18n } from '@lingui/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useBlocker } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { failureWords } from '../../../lib/failure-words.ts';
import { changePaper } from '../../../lib/papers.ts';
import { RequestFailure } from '../../../lib/problem.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import type { Choice } from './choice-draft.ts';
import { BLANK, type ChoiceFault, choiceFaults } from './choice-faults.ts';
import { useChoice } from './choice-context.ts';
import { useChoiceWords } from './choice-words.ts';
import classes from './choice.module.css';

/** A choice as it is typed, and the version that it began from. */
export type TypedChoice = { readonly choice: Choice; readonly on: number };

type Props = {
  readonly paper: string;
  /** The version that is kept now. */
  readonly version: number;
  readonly typed: TypedChoice;
  readonly onTyped: (typed: TypedChoice | null) => void;
};

/** What is typed and not kept yet: saved, discarded, or, where somebody else saved meanwhile, one of the two. */
export function SaveBar({ paper, version, typed, onTyped }: Props) {
  const { i18n } = useI18n();
  const { slug } = useChoice();
  const client = useQueryClient();
  const workspace = useWorkspace();
  const save = useMutation({
    mutationFn: ({ choice, on }: TypedChoice) => changePaper({ workspace, alliance: slug, paper, version: on }, choice),
    onSuccess: () => onTyped(null),
    onSettled: () => client.invalidateQueries({ queryKey: ['workspace', workspace] }),
  });
  const leaving = useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname,
    enableBeforeUnload: true,
    withResolver: true,
  });
  const [fault] = choiceFaults(typed.choice);
  const isOvertaken = typed.on !== version;
  // Somebody else's version is told by its own words.
  const refused = save.error instanceof RequestFailure && save.error.status === 412 ? null : save.error;
  const failure = refused === null ? null : failureWords(refused, i18n);
  const discard = (
    <Button size="xs" variant="default" onClick={() => onTyped(null)}>
      <Trans>Discard</Trans>
    </Button>
  );
  if (leaving.status === 'blocked')
    return (
      <Bar
        said={<Trans>What you typed is not saved yet.</Trans>}
        acts={
          <>
            <Button size="xs" onClick={leaving.reset}>
              <Trans>Stay</Trans>
            </Button>
            <Button size="xs" variant="default" onClick={leaving.proceed}>
              <Trans>Leave without saving</Trans>
            </Button>
          </>
        }
      />
    );
  if (isOvertaken)
    return (
      <Bar
        said={<Trans>Somebody else saved this choice meanwhile.</Trans>}
        acts={
          <>
            <Button size="xs" variant="default" onClick={() => onTyped(null)}>
              <Trans>Take theirs</Trans>
            </Button>
            <Button size="xs" variant="default" onClick={() => onTyped({ ...typed, on: version })}>
              <Trans>Keep mine, to save over it</Trans>
            </Button>
          </>
        }
      />
    );
  return (
    <Bar
      said={fault ? <FaultWords fault={fault} /> : failure && `${failure.happened} ${failure.todo}`}
      acts={
        <>
          <span>
            <Trans>Not saved yet</Trans>
          </span>
          <Button size="xs" loading={save.isPending} disabled={fault !== undefined} onClick={() => save.mutate(typed)}>
            <Trans>Save</Trans>
          </Button>
          {discard}
        </>
      }
    />
  );
}

function Bar({ said, acts }: { readonly said: ReactNode; readonly acts: ReactNode }) {
  return (
    <div className={classes.bar} data-screen-only>
      {said !== null && (
        <span className={classes.caution} role="alert">
          ▲ {said}
        </span>
      )}
      {acts}
    </div>
  );
}

/** Why it cannot be saved yet, and where. */
function FaultWords({ fault }: { readonly fault: ChoiceFault }) {
  const { t } = useLingui();
  const said = useChoiceWords();
  if (fault.code === BLANK) return t`Something has no name: give the question and each part one.`;
  const { message, fix } = said.fault(fault);
  return (
    <>
      {message}
      {said.ends(message)} {fix}
    </>
  );
}
