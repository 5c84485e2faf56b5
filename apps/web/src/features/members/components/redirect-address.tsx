import type { ReactNode } from 'react';
import { CopyButton } from '../../../ui/copy-button.tsx';
import classes from './members.module.css';

/** Where a provider sends browsers back to, as it must be registered there. */
export function RedirectAddress({ children }: { readonly children: ReactNode }) {
  const address = `${window.location.origin}/sign-on`;
  return (
    <div className={classes.address}>
      <span>{children}</span>
      <code>{address}</code>
      <CopyButton text={address} />
    </div>
  );
}
