import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import path from 'node:path';
import type { SignedHead } from '@entente/contract/audit';
import { chooseDataFolder } from '../platform/data-folder.ts';
import type { Configuration } from '../platform/configuration.ts';
import { readText, writePrivately } from '../platform/files.ts';
import { StartRefusal } from '../platform/start-refusal.ts';

/** What is signed of a head: all that it says, in one order. */
const signedText = ({ workspace, sequence, digest, signedAt }: Omit<SignedHead, 'key' | 'signature'>): Buffer =>
  Buffer.from(`entente audit head 1\n${workspace}\n${sequence}\n${digest}\n${signedAt}`);

const publicText = (key: KeyObject): string => key.export({ format: 'jwk' }).x ?? '';

/** The key that heads are signed with: a file beside the database and not in it, made when a head is first signed. */
export function ensureAuditKey(configuration: Configuration): KeyObject {
  const file = path.join(chooseDataFolder(configuration).path, 'audit-key.pem');
  const stored = readText(file);
  if (stored === null) {
    const { privateKey } = generateKeyPairSync('ed25519');
    writePrivately(file, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
    return privateKey;
  }
  try {
    return createPrivateKey(stored);
  } catch {
    throw new StartRefusal({
      code: 'secrets-broken',
      message: `${file} does not hold the key that audit heads are signed with any more.`,
      fix: 'Put it back from a backup; without it, move it away: heads are then signed with a new key, and witnesses tell the old.',
    });
  }
}

/** The key that a head names. */
export const publicKeyOf = (privateKey: KeyObject): string => publicText(createPublicKey(privateKey));

/** A head, signed. */
export function headSigned(privateKey: KeyObject, head: Omit<SignedHead, 'key' | 'signature'>): SignedHead {
  return {
    ...head,
    key: publicKeyOf(privateKey),
    signature: sign(null, signedText(head), privateKey).toString('base64url'),
  };
}

/** Whether a text is the one spelling of its bytes: the last sign of base64url holds bits that decoding leaves out. */
const isOneSpelling = (text: string): boolean => Buffer.from(text, 'base64url').toString('base64url') === text;

/** Whether a head was signed by the key it names, in the spelling in which keys and signatures are written. */
export function isSigned(head: SignedHead): boolean {
  if (!isOneSpelling(head.key) || !isOneSpelling(head.signature)) return false;
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: head.key }, format: 'jwk' });
    return verify(null, signedText(head), key, Buffer.from(head.signature, 'base64url'));
  } catch {
    return false;
  }
}
