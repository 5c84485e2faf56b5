import { Trans } from '@lingui/react/macro';
import { EmptyState } from '../ui/states.tsx';

/** Shown when the server holds no workspace at all. */
export function NoWorkspace() {
  return (
    <main id="page">
      <EmptyState title={<Trans>There is no workspace yet.</Trans>}>
        <Trans>
          Load the case library with <code>npx entente cases load --workspace demo --reset</code>, then load this page
          again.
        </Trans>
      </EmptyState>
    </main>
  );
}
