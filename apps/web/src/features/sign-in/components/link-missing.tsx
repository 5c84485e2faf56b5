import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';

/** A page that is opened by a link, opened without one. */
export function LinkMissing() {
  return (
    <>
      <p>
        <Trans>This page is opened by a link that was given to you. Open the link again, whole.</Trans>
      </p>
      <p>
        <Link to="/sign-in">
          <Trans>Sign in</Trans>
        </Link>
      </p>
    </>
  );
}
