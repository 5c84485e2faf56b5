import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { failureWords } from '../lib/failure-words.ts';
import { useFailureTitle } from './page-title.ts';
import classes from './states.module.css';

/** Grey lines where text will stand; nothing jumps when it comes. */
export function LoadingState({ lines = 6 }: { readonly lines?: number }) {
  const { t } = useLingui();
  return (
    <div role="status" aria-label={t`Loading`} className={classes.loading}>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={14} width={`${90 - ((line * 17) % 45)}%`} radius="sm" />
      ))}
    </div>
  );
}

type EmptyProps = { readonly title: ReactNode; readonly children?: ReactNode; readonly action?: ReactNode };

/** Nothing here yet: says so, and what to do next. */
export function EmptyState({ title, children, action }: EmptyProps) {
  return (
    <div className={classes.state}>
      <p className={classes.title}>{title}</p>
      {children && <div className={classes.words}>{children}</div>}
      {action}
    </div>
  );
}

type FailureProps = {
  readonly error: unknown;
  readonly onRetry?: (() => void) | undefined;
  /** Within a page that has its own heading. */
  readonly inline?: boolean;
};

/** Something failed: what happened, what is safe, what to do. */
export function FailureState({ error, onRetry, inline = false }: FailureProps) {
  const Heading = inline ? 'p' : 'h1';
  const { i18n } = useLingui();
  const words = failureWords(error, i18n);
  useFailureTitle(inline ? null : words.happened);
  return (
    <div className={classes.state} role="alert">
      <Heading className={classes.title}>
        <span aria-hidden="true" className={classes.mark}>
          ▲{' '}
        </span>
        {words.happened}
      </Heading>
      <p className={classes.words}>{words.safe}</p>
      <p className={classes.words}>{words.todo}</p>
      {words.reference !== null && <p className={classes.reference}>{words.reference}</p>}
      {onRetry && (
        <Button variant="default" size="xs" onClick={onRetry}>
          <Trans>Try again</Trans>
        </Button>
      )}
    </div>
  );
}
