import type { ImportAnswer } from '@entente/contract/register';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useWorkspace } from '../../../lib/workspace.ts';
import { FailureState } from '../../../ui/states.tsx';
import { importQuery } from '../api/import-queries.ts';
import { commitImport } from '../api/import-writes.ts';
import classes from './import.module.css';
import { WritingProgress } from './writing-progress.tsx';
import { PlanWords, writesAnything } from './plan-words.tsx';
import { stepTitle } from './step-rail.tsx';
import { type Step, stepsOf } from './steps.ts';

type Props = { readonly draft: ImportAnswer; readonly busy: boolean; readonly onDone: () => void };

/** What an import will write, and the button that writes it; while something is open it says what. */
export function FinishBar({ draft, busy, onDone }: Props) {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const key = useRef(crypto.randomUUID());
  const open = stepsOf(draft).filter((step) => step.open > 0);
  const commit = useMutation({
    mutationFn: () => commitImport(workspace, draft, reason.trim() === '' ? null : reason.trim(), key.current),
    onSuccess: ({ import: done }) => {
      client.setQueryData(importQuery(workspace, draft.id).queryKey, done);
      onDone();
      void client.invalidateQueries({ queryKey: ['workspace', workspace] });
    },
    onError: () => {
      key.current = crypto.randomUUID();
      void client.invalidateQueries({ queryKey: importQuery(workspace, draft.id).queryKey });
    },
  });
  const isReady = draft.status === 'ready' && open.length === 0 && !busy;
  const writes = writesAnything(draft.plan);
  return (
    <section className={classes.finish} aria-label={t`Import`}>
      {commit.error && <FailureState inline error={commit.error} />}
      <div className={classes.finishWords} id="import-plan" aria-live="polite">
        {open.length > 0 && <OpenWords open={open} />}
        {open.length === 0 && draft.plan.length > 0 && (
          <>
            <p>
              {writes ? (
                <Trans>This will be written, as one change:</Trans>
              ) : (
                <Trans>Nothing changes: the register holds all of it.</Trans>
              )}
            </p>
            <PlanWords plan={draft.plan} />
          </>
        )}
        {open.length === 0 && draft.plan.length === 0 && (
          <p>
            <Trans>Reading the table again …</Trans>
          </p>
        )}
      </div>
      {commit.isPending && <WritingProgress id={draft.id} />}
      <form
        className={classes.finishForm}
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) commit.mutate();
        }}
      >
        {isReady && writes && !commit.isPending && (
          <TextInput
            size="xs"
            aria-label={t`Reason, kept in the history`}
            placeholder={t`Reason (kept in the history)`}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            maxLength={500}
          />
        )}
        <Button
          type="submit"
          aria-describedby="import-plan"
          data-disabled={!isReady || undefined}
          aria-disabled={!isReady}
          loading={commit.isPending}
        >
          {writes || open.length > 0 ? <Trans>Import</Trans> : <Trans>Finish</Trans>}
        </Button>
      </form>
    </section>
  );
}

/** What still stands in the way, each leading to its step. */
function OpenWords({ open }: { readonly open: readonly Step[] }) {
  return (
    <p>
      <Trans>Before the import:</Trans>{' '}
      {open.map(({ name, open: count }, at) => (
        <span key={name}>
          {at > 0 && ' · '}
          <a href={`#${name}`}>
            {stepTitle(name)} (<Plural value={count} one="# open" other="# open" />)
          </a>
        </span>
      ))}
    </p>
  );
}
