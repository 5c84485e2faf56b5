import { Trans } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { CopyButton } from '../../../ui/copy-button.tsx';
import classes from './sign-in.module.css';

type Props = { readonly codes: readonly string[]; readonly onDone: () => void };

/** The codes for the day the authenticator is lost, this once. */
export function RecoveryCodes({ codes, onDone }: Props) {
  const site = window.location.host;
  return (
    <>
      <p>
        <Trans>
          Each of these codes signs you in to {site} once, instead of the authenticator. They are shown this once: print
          them, or keep them where your passwords are.
        </Trans>
      </p>
      <ul className={classes.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Group gap="xs" className={classes.unprinted}>
        <CopyButton text={codes.join('\n')} />
        <Button size="xs" variant="default" onClick={() => window.print()}>
          <Trans>Print</Trans>
        </Button>
        <Button size="xs" onClick={onDone}>
          <Trans>I have kept them</Trans>
        </Button>
      </Group>
    </>
  );
}
