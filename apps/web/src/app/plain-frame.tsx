import { Trans } from '@lingui/react/macro';
import { Link, Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { LoadingState } from '../ui/states.tsx';
import { AccountMenu } from './account-menu.tsx';
import classes from './plain-frame.module.css';
import { ColourSchemeMenu, LanguageMenu } from './preferences.tsx';
import shell from './shell.module.css';

/** The frame of pages that belong to no workspace: signing in, and one's own account. */
export function PlainFrame() {
  return (
    <>
      <a className={shell.skip} href="#page">
        <Trans>Skip to the page</Trans>
      </a>
      <header className={classes.bar}>
        <Link to="/" className={classes.brand}>
          Entente
        </Link>
        <div className={classes.preferences}>
          <LanguageMenu />
          <ColourSchemeMenu />
          <AccountMenu />
        </div>
      </header>
      <main className={`${shell.page} ${classes.page}`} id="page" tabIndex={-1}>
        <Suspense fallback={<LoadingState />}>
          <Outlet />
        </Suspense>
      </main>
    </>
  );
}
