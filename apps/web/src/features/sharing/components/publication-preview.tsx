import type { PublicationPreview as Previewed } from '@entente/contract/sharing';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useWorkspace } from '../../../lib/workspace.ts';
import { FailureState, LoadingState } from '../../../ui/states.tsx';
import { previewQuery } from '../api/publication-requests.ts';
import classes from './compose.module.css';
import { RoomContentTables } from './room-content.tsx';

/** Exactly what whoever is chosen will get, read by the same reading that publishes. */
export function PublicationPreview({ alliance, title, selection }: Previewed) {
  const { t } = useLingui();
  return (
    <section className={classes.preview} aria-label={t`What they will see`} tabIndex={0}>
      <p className={classes.previewHead}>
        <Trans>What they will see</Trans>
      </p>
      <h2 className={classes.previewTitle}>{title}</h2>
      {selection.length === 0 ? (
        <p className={classes.quiet}>
          <Trans>Nothing is chosen yet.</Trans>
        </p>
      ) : (
        <Previews alliance={alliance} selection={selection} />
      )}
      <p className={classes.never}>
        <Trans>
          Never leaves, whatever is chosen: what is for the firm or its clean team alone, notes, objectives, people,
          sources, own fields.
        </Trans>
      </p>
    </section>
  );
}

function Previews({ alliance, selection }: Omit<Previewed, 'title'>) {
  const workspace = useWorkspace();
  // The title is typed while this is shown, and is not part of what is read.
  const { data, error, refetch } = useQuery(previewQuery(workspace, { alliance, title: '–', selection }));
  if (error) return <FailureState inline error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState />;
  return (
    <>
      <p className={classes.quiet}>
        <Trans>
          {data.alliance}, shared by {data.firm}
        </Trans>
      </p>
      <RoomContentTables content={data} heading="h3" name="preview" />
    </>
  );
}
