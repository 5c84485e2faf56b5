import type { AccountAnswer } from '@entente/contract/sign-in';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../../../ui/dialog.tsx';
import { Section } from '../../../ui/section.tsx';
import { beginTotp, endTotp, renewRecoveryCodes } from '../api/account-requests.ts';
import { PasswordDialog } from './password-dialog.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { TotpSetUp } from './totp-set-up.tsx';
import { useRefreshedAccount } from './use-account-change.ts';

/** What stands open over the page. */
type Task =
  | { readonly as: 'begin' | 'renew' | 'end' }
  | { readonly as: 'confirm'; readonly secret: string; readonly uri: string }
  | { readonly as: 'codes'; readonly codes: readonly string[] };

/** Codes of an authenticator as the second step of signing in, and the codes for the day it is lost. */
export function CodesSection({ account }: { readonly account: AccountAnswer }) {
  const { t } = useLingui();
  const [task, setTask] = useState<Task | null>(null);
  const refresh = useRefreshedAccount();
  const { secondFactor } = account;
  const close = (): void => setTask(null);
  const showCodes = async (codes: readonly string[]): Promise<void> => {
    setTask({ as: 'codes', codes });
    await refresh();
  };
  const actions = {
    begin: async (password: string) => setTask({ as: 'confirm', ...(await beginTotp(password)) }),
    renew: async (password: string) => showCodes((await renewRecoveryCodes(password)).recoveryCodes),
    end: async (password: string) => {
      await endTotp(password);
      close();
      await refresh();
    },
  };
  const titles = { begin: t`Switch codes on`, renew: t`New recovery codes`, end: t`Switch codes off` };
  const asked = task?.as === 'begin' || task?.as === 'renew' || task?.as === 'end' ? task.as : null;
  return (
    <Section id="codes" title={<Trans>Codes of an authenticator</Trans>}>
      <p>
        <Trans>With these on, signing in by password asks for a code of your telephone as well.</Trans>
      </p>
      {secondFactor === null ? (
        <Button size="xs" variant="default" onClick={() => setTask({ as: 'begin' })}>
          <Trans>Switch codes on…</Trans>
        </Button>
      ) : (
        <>
          <p>
            <strong>
              <Trans>Codes are on.</Trans>
            </strong>{' '}
            <Plural
              value={secondFactor.recoveryCodesLeft}
              one="# recovery code is left."
              other="# recovery codes are left."
            />
          </p>
          <Group gap="xs">
            <Button size="xs" variant="default" onClick={() => setTask({ as: 'renew' })}>
              <Trans>New recovery codes…</Trans>
            </Button>
            <Button size="xs" variant="default" onClick={() => setTask({ as: 'end' })}>
              <Trans>Switch codes off…</Trans>
            </Button>
          </Group>
        </>
      )}
      <PasswordDialog
        key={asked}
        opened={asked !== null}
        title={asked === null ? '' : titles[asked]}
        submit={t`Go on`}
        onClose={close}
        onConfirm={(password) => (asked === null ? Promise.resolve() : actions[asked](password))}
      />
      <Dialog opened={task?.as === 'confirm'} title={titles.begin} onClose={close}>
        {task?.as === 'confirm' && <TotpSetUp secret={task.secret} uri={task.uri} onCodes={showCodes} />}
      </Dialog>
      <Dialog opened={task?.as === 'codes'} title={t`Recovery codes`} onClose={close}>
        {task?.as === 'codes' && <RecoveryCodes codes={task.codes} onDone={close} />}
      </Dialog>
    </Section>
  );
}
