import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { usePageTitle } from '../../../ui/page-title.ts';
import { resetPassword } from '../api/session-requests.ts';
import { EntryForm, PasswordField } from '../components/entry-form.tsx';
import { LinkMissing } from '../components/link-missing.tsx';
import classes from '../components/sign-in.module.css';
import { useLinkToken } from '../components/use-link-token.ts';

/** Sets a new password by the link that was sent. */
export function NewPasswordPage() {
  const { t } = useLingui();
  const token = useLinkToken();
  const set = useMutation({ mutationFn: resetPassword });
  usePageTitle(t`New password`);
  return (
    <div className={classes.entry}>
      <h1>
        <Trans>New password</Trans>
      </h1>
      {token === null ? (
        <LinkMissing />
      ) : set.isSuccess ? (
        <>
          <p role="status">
            <Trans>The new password holds. Every device was signed out.</Trans>
          </p>
          <p>
            <Link to="/sign-in">
              <Trans>Sign in</Trans>
            </Link>
          </p>
        </>
      ) : (
        <EntryForm
          submit={t`Set the password`}
          pending={set.isPending}
          error={set.error}
          onSubmit={(typed) => set.mutate({ token, password: typed('password') })}
        >
          <PasswordField as="new" autoFocus />
        </EntryForm>
      )}
    </div>
  );
}
