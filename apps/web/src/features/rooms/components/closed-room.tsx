import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { usePageTitle } from '../../../ui/page-title.ts';

/** Where no room is open, or not any more: nothing of one is said. */
export function ClosedRoom({ wasOpen }: { readonly wasOpen: boolean }) {
  const { t } = useLingui();
  const heading = useRef<HTMLHeadingElement>(null);
  usePageTitle(t`No room is open here`);
  // What was read, or typed into, is gone: who reads by ear is told here.
  useEffect(() => {
    if (wasOpen) heading.current?.focus();
  }, [wasOpen]);
  return (
    <div role={wasOpen ? 'alert' : undefined}>
      <h1 ref={heading} tabIndex={-1}>
        {wasOpen ? <Trans>This room has been closed.</Trans> : <Trans>No room is open here.</Trans>}
      </h1>
      <p>
        {wasOpen ? (
          <Trans>The firm withdrew it, or its time is over. What you sent stays with the firm.</Trans>
        ) : (
          <Trans>There is none at this address, or it is not open to you.</Trans>
        )}
      </p>
      <Link to="/rooms">
        <Trans>To the rooms open to you</Trans>
      </Link>
    </div>
  );
}
