import type { ReleasePreview } from '@entente/contract/clean-team';
import { useLingui as useI18n } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { failureWords } from '../../../lib/failure-words.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { previewQuery } from '../api/release-requests.ts';
import { AggregateValue } from './aggregate-value.tsx';
import classes from './clean-team.module.css';
import { Behind } from './release-facts.tsx';

/** What the aggregate would be as it is chosen now, or why it may not leave the team. */
export function PreviewOutcome({ preview }: { readonly preview: ReleasePreview }) {
  const { i18n } = useI18n();
  const { data, error } = useQuery(previewQuery(useWorkspace(), preview));
  const words = error === null ? null : failureWords(error, i18n);
  return (
    <div className={classes.told} role="status">
      {preview.records.length === 0 && (
        <p className={classes.quiet}>
          <Trans>Choose figures above.</Trans>
        </p>
      )}
      {preview.records.length > 0 && words !== null && (
        <>
          <p>
            <span aria-hidden="true">▲ </span>
            {words.happened}
          </p>
          <p className={classes.quiet}>{words.todo}</p>
        </>
      )}
      {preview.records.length > 0 && words === null && data && (
        <>
          <p className={classes.value}>
            <AggregateValue told={data} />
          </p>
          <p className={classes.quiet}>
            <Behind told={data} />
          </p>
        </>
      )}
    </div>
  );
}
