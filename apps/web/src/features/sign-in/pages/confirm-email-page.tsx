import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { sessionQuery } from '../../../lib/session.ts';
import { usePageTitle } from '../../../ui/page-title.ts';
import { accountKey } from '../api/account-requests.ts';
import { verifyEmail } from '../api/session-requests.ts';
import { LinkMissing } from '../components/link-missing.tsx';
import { Refusal } from '../components/refusal.tsx';
import classes from '../components/sign-in.module.css';
import { useLinkToken } from '../components/use-link-token.ts';

/** Shows by the link that e-mail reaches its owner; pressed, because programs that look at e-mail open links too. */
export function ConfirmEmailPage() {
  const { t } = useLingui();
  const token = useLinkToken();
  const client = useQueryClient();
  const confirm = useMutation({
    mutationFn: verifyEmail,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: accountKey });
      await client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    },
  });
  usePageTitle(t`Confirm your e-mail`);
  return (
    <div className={classes.entry}>
      <h1>
        <Trans>Confirm your e-mail</Trans>
      </h1>
      {token === null ? (
        <LinkMissing />
      ) : confirm.isSuccess ? (
        <p role="status">
          <Trans>
            Your e-mail is confirmed. <Link to="/">Go to the register</Link>
          </Trans>
        </p>
      ) : (
        <>
          <p>
            <Trans>Entente knows with this that its e-mail reaches you.</Trans>
          </p>
          <Refusal error={confirm.error} />
          <Button mt="sm" loading={confirm.isPending} onClick={() => confirm.mutate(token)}>
            <Trans>Confirm</Trans>
          </Button>
        </>
      )}
    </div>
  );
}
