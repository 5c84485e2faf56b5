import type { SessionAnswer } from '@entente/contract/sign-in';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { choosePasskey, isTurnedAway, knowsPasskeys } from '../api/passkeys.ts';
import { askForPasskey, signInWithPasskey } from '../api/session-requests.ts';

const canOffer = async (): Promise<boolean> =>
  knowsPasskeys() &&
  'isConditionalMediationAvailable' in PublicKeyCredential &&
  (await PublicKeyCredential.isConditionalMediationAvailable());

/**
 * Signing in with a passkey: at the press of a button, and, while the page stands open, among what the browser offers for
 * the field of the e-mail. A browser asks one question at a time, so the button takes the offer back first.
 */
export function usePasskey(onSignedIn: (session: SessionAnswer) => void) {
  const offer = useRef<AbortController | null>(null);
  const signedIn = useRef(onSignedIn);
  signedIn.current = onSignedIn;
  const press = useMutation({
    mutationFn: async () => {
      offer.current?.abort();
      return signInWithPasskey(await choosePasskey(await askForPasskey()));
    },
    onSuccess: onSignedIn,
  });
  const { mutate: take, error } = useMutation({
    mutationFn: signInWithPasskey,
    onSuccess: (session) => signedIn.current(session),
  });
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    offer.current = controller;
    const isOver = (): boolean => signal.aborted;
    const offerPasskeys = async (): Promise<void> => {
      if (!(await canOffer()) || isOver()) return;
      const options = await askForPasskey();
      if (isOver()) return;
      take(await choosePasskey(options, { mediation: 'conditional', signal }));
    };
    // Nobody has asked for the offer yet: where it cannot be made, the form stands as it is.
    offerPasskeys().catch((cause: unknown) => {
      if (!isTurnedAway(cause)) controller.abort();
    });
    return () => controller.abort();
  }, [take]);
  return { press, error: press.error ?? error };
}
