import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useWorkspace } from '../../../lib/workspace.ts';
import { useOwnWorkspace } from '../../../lib/workspaces.ts';
import { usePageTitle } from '../../../ui/page-title.ts';
import { EmptyState, FailureState, LoadingState } from '../../../ui/states.tsx';
import { importsQuery } from '../api/import-queries.ts';
import { ChooseTable } from '../components/choose-table.tsx';
import { ImportLists } from '../components/import-lists.tsx';
import classes from '../components/import.module.css';
import { Layouts } from '../components/layouts.tsx';
import { TakeAway } from '../components/take-away.tsx';
import { PasteBlock } from '../components/paste-block.tsx';
import { useUpload } from '../components/use-upload.ts';

/** Where a table comes in, for those who may write; everybody takes tables away here. */
export function ImportStartPage() {
  const { t } = useLingui();
  const own = useOwnWorkspace();
  usePageTitle(t`Import a table`);
  if (own === null) return <LoadingState />;
  if (own.abilities.write) return <ImportStart />;
  return (
    <>
      <h1>
        <Trans>Import a table</Trans>
      </h1>
      <EmptyState title={<Trans>Your role in this workspace lets you read and not write.</Trans>}>
        <Trans>Ask an administrator for another role; the list of members names them.</Trans>
      </EmptyState>
      <TakeAway />
    </>
  );
}

/** Where a table comes in, and where imports that were begun are found again. */
function ImportStart() {
  const workspace = useWorkspace();
  const upload = useUpload(workspace);
  const { data, error, refetch } = useQuery(importsQuery(workspace));
  return (
    <>
      <h1>
        <Trans>Import a table</Trans>
      </h1>
      <p className={classes.lead}>
        <Trans>
          Bring your spreadsheet as it is. Nothing is written until you have seen how each row is understood, and one
          press takes the whole import back.
        </Trans>
      </p>
      <ChooseTable upload={upload} />
      <PasteBlock upload={upload} />
      {error && !data && <FailureState inline error={error} onRetry={() => void refetch()} />}
      {data && <ImportLists imports={data} />}
      <Layouts />
      <TakeAway />
    </>
  );
}
