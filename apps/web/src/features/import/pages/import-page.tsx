import type { ImportAnswer } from '@entente/contract/register';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useWorkspace } from '../../../lib/workspace.ts';
import { usePageTitle } from '../../../ui/page-title.ts';
import { FailureState, LoadingState } from '../../../ui/states.tsx';
import { ColumnsStep } from '../components/columns-step.tsx';
import { FinishBar } from '../components/finish-bar.tsx';
import { ImportResult } from '../components/import-result.tsx';
import { useImportWords } from '../components/import-words.ts';
import classes from '../components/import.module.css';
import { NamesStep } from '../components/names-step.tsx';
import { QuestionsStep } from '../components/questions-step.tsx';
import { ReadingStep } from '../components/reading-step.tsx';
import { RowsStep } from '../components/rows-step.tsx';
import { StepRail } from '../components/step-rail.tsx';
import { stepsOf } from '../components/steps.ts';
import { type Draft, useDraft } from '../components/use-draft.ts';
import { useImportActions } from '../components/use-import-actions.ts';

/** One import, from what was read to what is written; left and come back to, it stands as it was. */
export function ImportPage() {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const id = useParams({ strict: false, select: (params: { id?: string }) => params.id }) ?? '';
  const state = useDraft(workspace, id);
  usePageTitle(state.draft?.name ?? t`Import a table`);
  if (state.error) return <FailureState error={state.error} onRetry={() => void state.retry()} />;
  if (state.draft === null) return <LoadingState />;
  return (
    <>
      <Head draft={state.draft} />
      {state.draft.status === 'committed' ? (
        <ImportResult draft={state.draft} />
      ) : (
        <Steps state={state} draft={state.draft} />
      )}
    </>
  );
}

function Head({ draft }: { readonly draft: ImportAnswer }) {
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const own = useImportWords();
  const { discard } = useImportActions(workspace);
  const throwAway = async (): Promise<void> => {
    await discard.mutateAsync(draft);
    await navigate({ to: '/w/$workspace/import', params: { workspace } });
  };
  return (
    <div className={classes.head}>
      <div>
        <Link to="/w/$workspace/import" params={{ workspace }} className={classes.back}>
          <Trans>Imports</Trans>
        </Link>
        <h1>{draft.name}</h1>
        <p className={classes.quiet}>{own.bytes(draft.bytes)}</p>
      </div>
      {draft.status !== 'committed' && (
        <Button size="xs" variant="default" loading={discard.isPending} onClick={() => void throwAway()}>
          <Trans>Discard</Trans>
        </Button>
      )}
    </div>
  );
}

function Steps({ state, draft }: { readonly state: Draft; readonly draft: ImportAnswer }) {
  const { busy, failure, change } = state;
  return (
    <div className={classes.frame} aria-busy={busy}>
      <StepRail steps={stepsOf(draft)} />
      <div className={classes.steps}>
        {failure !== null && <FailureState inline error={failure} />}
        <ReadingStep draft={draft} onChange={change} />
        <ColumnsStep draft={draft} onChange={change} />
        <QuestionsStep draft={draft} onChange={change} />
        <NamesStep draft={draft} onChange={change} />
        <RowsStep draft={draft} onChange={change} />
      </div>
      <FinishBar draft={draft} busy={busy} onDone={() => window.scrollTo({ top: 0 })} />
    </div>
  );
}
