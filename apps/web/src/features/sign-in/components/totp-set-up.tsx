import { Trans, useLingui } from '@lingui/react/macro';
import { Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { QrCode } from '../../../ui/qr-code.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { confirmTotp } from '../api/account-requests.ts';
import { EntryForm } from './entry-form.tsx';
import { groupedSecret } from './grouped-secret.ts';
import classes from './sign-in.module.css';

type Props = {
  readonly secret: string;
  /** The same for an authenticator on this device, `otpauth://…`. */
  readonly uri: string;
  readonly onCodes: (codes: readonly string[]) => Promise<void>;
};

/** Puts a secret into an authenticator, and shows by a code that it is there. */
export function TotpSetUp({ secret, uri, onCodes }: Props) {
  const { t } = useLingui();
  const confirm = useMutation({
    mutationFn: confirmTotp,
    onSuccess: ({ recoveryCodes }) => onCodes(recoveryCodes),
  });
  return (
    <Stack gap="sm">
      <div>
        <Trans>Point the camera of your authenticator at this code:</Trans>
        <QrCode text={uri} label={t`QR code for an authenticator; the secret below says the same`} />
      </div>
      <div>
        <Trans>Or type this secret into your authenticator, as a code that changes with time:</Trans>
        <code className={classes.secret}>{groupedSecret(secret)}</code>
        <CopyButton text={secret} />
      </div>
      <p>
        <Trans>
          Is the authenticator on this device? <a href={uri}>Open it</a>
        </Trans>
      </p>
      <EntryForm
        submit={t`Switch codes on`}
        pending={confirm.isPending}
        error={confirm.error}
        onSubmit={(typed) => confirm.mutate(typed('code'))}
      >
        <TextInput
          name="code"
          label={t`The code that it shows now`}
          required
          maxLength={40}
          inputMode="numeric"
          autoComplete="one-time-code"
        />
      </EntryForm>
    </Stack>
  );
}
