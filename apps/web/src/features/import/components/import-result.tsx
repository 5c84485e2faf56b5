import type { ImportAnswer } from '@entente/contract/register';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useWorkspace } from '../../../lib/workspace.ts';
import { changeQuery } from '../api/import-queries.ts';
import { mainFirmsQuery } from '../api/main-firms.ts';
import classes from './import.module.css';
import { PlanWords } from './plan-words.tsx';
import { useImportActions } from './use-import-actions.ts';

/** What an import wrote, where to look at it, and the way back. */
export function ImportResult({ draft }: { readonly draft: ImportAnswer }) {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const { undo } = useImportActions(workspace);
  const { change } = draft;
  const { data: made } = useQuery({ ...changeQuery(workspace, change ?? ''), enabled: change !== null });
  if (change === null) {
    return (
      <section className={classes.result} role="status">
        <p className={classes.resultTitle}>
          <Trans>Nothing changed: the register held all of it already.</Trans>
        </p>
        <NextSteps draft={draft} isUndone={false} />
      </section>
    );
  }
  const isUndone = made !== undefined && made.undoneBy !== null;
  return (
    <section className={classes.result} role="status">
      <p className={classes.resultTitle}>
        {isUndone ? (
          <Trans>This import was undone; the register is as it was before.</Trans>
        ) : (
          <Trans>Imported as one change.</Trans>
        )}
      </p>
      {!isUndone && <PlanWords plan={draft.plan} />}
      <Group gap="xs" my="sm">
        {made?.abilities.undo === true && !isUndone && (
          <Button variant="default" size="xs" loading={undo.isPending} onClick={() => undo.mutate(change)}>
            <Trans>Undo the import</Trans>
          </Button>
        )}
        <Button
          variant="default"
          size="xs"
          renderRoot={(props) => <Link {...props} to="/w/$workspace/history/$change" params={{ workspace, change }} />}
          title={t`Every record and field that changed`}
        >
          <Trans>What it changed</Trans>
        </Button>
      </Group>
      <NextSteps draft={draft} isUndone={isUndone} />
    </section>
  );
}

type NextProps = { readonly draft: ImportAnswer; readonly isUndone: boolean };

function NextSteps({ draft, isUndone }: NextProps) {
  const workspace = useWorkspace();
  const { data: firms = [] } = useQuery({ ...mainFirmsQuery(workspace, draft), enabled: !isUndone });
  return (
    <ul className={classes.next}>
      {!isUndone &&
        firms.map(({ slug, name }) => (
          <li key={slug}>
            <Link
              to="/w/$workspace/organisations/$slug/portfolio"
              params={{ workspace, slug }}
              search={{ focal: slug }}
            >
              <Trans>Open the portfolio of {name}</Trans>
            </Link>
          </li>
        ))}
      {!isUndone && (
        <li>
          <Link to="/w/$workspace/alliances" params={{ workspace }}>
            <Trans>See all alliances</Trans>
          </Link>
        </li>
      )}
      <li>
        <Link to="/w/$workspace/import" params={{ workspace }}>
          <Trans>Import another table</Trans>
        </Link>
      </li>
    </ul>
  );
}
