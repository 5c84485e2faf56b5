import { Trans, useLingui } from '@lingui/react/macro';
import { Checkbox } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { usePageTitle } from '../../../ui/page-title.ts';
import { setUp } from '../api/session-requests.ts';
import { EmailField, EntryForm, NameField, PasswordField } from '../components/entry-form.tsx';
import { LinkMissing } from '../components/link-missing.tsx';
import classes from '../components/sign-in.module.css';
import { useEntered } from '../components/use-entered.ts';
import { useLinkToken } from '../components/use-link-token.ts';

/** Whether the page was opened on the machine that serves it: whoever tried the demo sits there. */
const isThisMachine = (host: string): boolean => host === 'localhost' || host === '[::1]' || /^127\./.test(host);

/** Makes the first account of a new installation. */
export function SetUpPage() {
  const { t } = useLingui();
  const token = useLinkToken();
  const navigate = useNavigate();
  const enter = useEntered();
  const make = useMutation({
    mutationFn: setUp,
    onSuccess: async (session) => {
      enter(session);
      await navigate({ to: '/' });
    },
  });
  usePageTitle(t`Set up Entente`);
  return (
    <div className={classes.entry}>
      <h1>
        <Trans>Set up Entente</Trans>
      </h1>
      {token === null ? (
        <LinkMissing />
      ) : (
        <>
          <p>
            <Trans>Make the first account. Others join by your invitation.</Trans>
          </p>
          <EntryForm
            submit={t`Make the account`}
            pending={make.isPending}
            error={make.error}
            onSubmit={(typed) =>
              make.mutate({
                token,
                name: typed('name').trim(),
                email: typed('email').trim(),
                password: typed('password'),
                takeOver: typed('takeOver') === 'on',
              })
            }
          >
            <NameField />
            <EmailField />
            <PasswordField as="new" />
            <Checkbox
              name="takeOver"
              defaultChecked={isThisMachine(window.location.hostname)}
              label={t`Take over what was entered here without an account`}
              description={t`You own the workspaces of the demo; what was written in them stays under the name of the local user.`}
            />
          </EntryForm>
        </>
      )}
    </div>
  );
}
