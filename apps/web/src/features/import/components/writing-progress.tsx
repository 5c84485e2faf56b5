import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useWords } from '../../../lib/use-words.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { importProgressQuery } from '../api/import-queries.ts';
import { stopImport } from '../api/import-writes.ts';
import classes from './import.module.css';

/** How far an import is with being written, with its pace and what is left; and the way to stop it. */
export function WritingProgress({ id }: { readonly id: string }) {
  const { t } = useLingui();
  const words = useWords();
  const workspace = useWorkspace();
  const { data } = useQuery(importProgressQuery(workspace, id));
  const stop = useMutation({ mutationFn: () => stopImport(workspace, id) });
  const { written, total, seconds } = data?.writing ?? { written: 0, total: 0, seconds: 0 };
  const pace = seconds > 0 ? written / seconds : 0;
  const left = pace > 0 ? Math.ceil((total - written) / pace) : null;
  const [done, all, rate] = [words.count(written), words.count(total), words.count(Math.round(pace))];
  return (
    <div className={classes.writing}>
      <p role="status">
        {written === 0 ? (
          <Trans>Writing …</Trans>
        ) : written === total ? (
          <Trans>All rows are written; the last checks are made …</Trans>
        ) : (
          <Trans>
            {done} of {all} rows, {rate} a second
          </Trans>
        )}
        {left !== null && left > 0 && (
          <>
            {' · '}
            <Plural value={left} one="about # second left" other="about # seconds left" />
          </>
        )}
      </p>
      <progress
        className={classes.progress}
        aria-label={t`Written`}
        max={Math.max(total, 1)}
        {...(written === 0 ? {} : { value: written })}
      />
      <Button variant="default" size="xs" loading={stop.isPending || stop.isSuccess} onClick={() => stop.mutate()}>
        <Trans>Stop</Trans>
      </Button>
    </div>
  );
}
