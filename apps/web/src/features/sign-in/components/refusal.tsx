import { useLingui } from '@lingui/react';
import { failureWords } from '../../../lib/failure-words.ts';
import { isTurnedAway } from '../api/passkeys.ts';
import { msg } from '@lingui/core/macro';
import classes from './sign-in.module.css';

const TURNED_AWAY = msg`The device gave no passkey. Try again, or use your password.`;

/** Why it did not work, in one line or two, above what is pressed next. */
export function Refusal({ error }: { readonly error: unknown }) {
  const { i18n } = useLingui();
  if (error === null || error === undefined) return null;
  const { happened, todo } = failureWords(error, i18n);
  return (
    <p role="alert" className={classes.refusal}>
      {isTurnedAway(error) ? (
        i18n._(TURNED_AWAY)
      ) : (
        <>
          <strong className={classes.happened}>{happened}</strong>
          {todo}
        </>
      )}
    </p>
  );
}
