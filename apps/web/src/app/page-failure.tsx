import { Trans, useLingui } from '@lingui/react/macro';
import { type ErrorComponentProps, Link } from '@tanstack/react-router';
import { usePageTitle } from '../ui/page-title.ts';
import { FailureState } from '../ui/states.tsx';
import classes from './shell.module.css';

/** A page that could not be drawn. */
export function PageFailure({ error, reset }: ErrorComponentProps) {
  return (
    <main className={classes.page} id="page">
      <FailureState error={error} onRetry={reset} />
    </main>
  );
}

/** An address that leads nowhere. */
export function PageMissing() {
  return (
    <main className={classes.page} id="page">
      <NothingHere />
    </main>
  );
}

/** The same within the frame of a page that exists. */
export function NothingHere() {
  const { t } = useLingui();
  usePageTitle(t`There is no page at this address.`);
  return (
    <>
      <h1>
        <Trans>There is no page at this address.</Trans>
      </h1>
      <p>
        <Trans>The address may be mistyped, or from another version of Entente. Nothing is lost.</Trans>
      </p>
      <Link to="/">
        <Trans>To the start page</Trans>
      </Link>
    </>
  );
}
