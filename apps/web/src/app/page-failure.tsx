import { Trans } from '@lingui/react/macro';
import { type ErrorComponentProps, Link } from '@tanstack/react-router';
import { EmptyState, FailureState } from '../ui/states.tsx';

/** A page that could not be drawn. */
export function PageFailure({ error, reset }: ErrorComponentProps) {
  return <FailureState error={error} onRetry={reset} />;
}

/** An address that leads nowhere. */
export function PageMissing() {
  return (
    <EmptyState
      title={<Trans>There is no page at this address.</Trans>}
      action={
        <Link to="/">
          <Trans>To the start page</Trans>
        </Link>
      }
    >
      <Trans>The address may be mistyped, or from another version of Entente. Nothing is lost.</Trans>
    </EmptyState>
  );
}
