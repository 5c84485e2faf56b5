import { Trans } from '@lingui/react/macro';
import classes from './shell.module.css';

/** Shown when the server holds no workspace at all. */
export function NoWorkspace() {
  return (
    <main className={classes.page} id="page">
      <h1>
        <Trans>There is no workspace yet.</Trans>
      </h1>
      <p>
        <Trans>
          Load the case library with <code>npx entente cases load --workspace demo --reset</code>, then load this page
          again.
        </Trans>
      </p>
    </main>
  );
}
