import type { CredentialOptions } from '@entente/contract/sign-in';

/** What a device answers, as WebAuthn level 3 writes it in JSON. */
export type GivenPasskey = Readonly<Record<string, unknown>>;

/** Whether this browser can ask a device for a passkey, and speaks of it in JSON. */
export const knowsPasskeys = (): boolean =>
  typeof PublicKeyCredential === 'function' && 'parseRequestOptionsFromJSON' in PublicKeyCredential;

/** The reader has turned the device's question away, or it took too long. */
export const isTurnedAway = (error: unknown): boolean =>
  error instanceof DOMException && (error.name === 'NotAllowedError' || error.name === 'AbortError');

async function asked(credential: Promise<Credential | null>): Promise<GivenPasskey> {
  const given = await credential;
  if (!(given instanceof PublicKeyCredential)) throw new DOMException('No passkey was given', 'NotAllowedError');
  return given.toJSON() as GivenPasskey;
}

/** Has the reader choose a passkey. @throws DOMException */
export function choosePasskey(
  { publicKey }: CredentialOptions,
  from: Pick<CredentialRequestOptions, 'mediation' | 'signal'> = {},
): Promise<GivenPasskey> {
  const options = publicKey as unknown as PublicKeyCredentialRequestOptionsJSON;
  return asked(
    navigator.credentials.get({ ...from, publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }),
  );
}

/** Has a device of the reader make a passkey. @throws DOMException */
export function makePasskey({ publicKey }: CredentialOptions): Promise<GivenPasskey> {
  const options = publicKey as unknown as PublicKeyCredentialCreationOptionsJSON;
  return asked(navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }));
}
