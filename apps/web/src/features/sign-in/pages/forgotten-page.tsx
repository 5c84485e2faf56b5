import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { usePageTitle } from '../../../ui/page-title.ts';
import { askForReset } from '../api/session-requests.ts';
import { EmailField, EntryForm } from '../components/entry-form.tsx';
import classes from '../components/sign-in.module.css';

/** Asks for a link that sets a new password. */
export function ForgottenPage() {
  const { t } = useLingui();
  const ask = useMutation({ mutationFn: askForReset });
  usePageTitle(t`Forgotten password`);
  return (
    <div className={classes.entry}>
      <h1>
        <Trans>Forgotten password</Trans>
      </h1>
      {ask.isSuccess ? (
        <p role="status">
          <Trans>
            If an account has this e-mail, a link is on its way to it. The link holds for an hour and works once.
          </Trans>
        </p>
      ) : (
        <EntryForm
          submit={t`Send me a link`}
          pending={ask.isPending}
          error={ask.error}
          onSubmit={(typed) => ask.mutate(typed('email').trim())}
        >
          <EmailField autoFocus />
        </EntryForm>
      )}
      <p>
        <Link to="/sign-in">
          <Trans>Back to signing in</Trans>
        </Link>
      </p>
    </div>
  );
}
