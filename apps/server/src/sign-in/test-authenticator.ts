import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** CBOR of what an authenticator sends: whole numbers, bytes, texts, maps (RFC 8949). */
function cbor(value: number | string | Buffer | Map<number | string, unknown>): Buffer {
  const head = (major: number, count: number): Buffer =>
    count < 24
      ? Buffer.from([(major << 5) | count])
      : count < 256
        ? Buffer.from([(major << 5) | 24, count])
        : Buffer.from([(major << 5) | 25, count >> 8, count & 255]);
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  const entries = [...value].flatMap(([key, inner]) => [cbor(key), cbor(inner as Parameters<typeof cbor>[0])]);
  return Buffer.concat([head(5, value.size), ...entries]);
}

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest();
const PRESENT = 0x01;
const VERIFIED = 0x04;
const HAS_CREDENTIAL = 0x40;

type Options = { readonly challenge: string };
type Made = { readonly id: string; readonly rawId: string; readonly type: 'public-key'; readonly response: object };

/** A device that keeps one passkey (ES256) and answers challenges, as WebAuthn level 3 writes it. */
export class TestAuthenticator {
  readonly #id = randomBytes(32);
  readonly #keys: { publicKey: KeyObject; privateKey: KeyObject } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  readonly #origin: string;
  /** Whether the device asks who holds it. */
  verifies = true;
  #counter = 0;

  constructor(origin: string) {
    this.#origin = origin;
  }

  #clientData(type: string, { challenge }: Options, origin: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  #authenticatorData(flags: number, rest: Buffer): Buffer {
    this.#counter += 1;
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.#counter);
    const all = flags | PRESENT | (this.verifies ? VERIFIED : 0);
    return Buffer.concat([sha256(new URL(this.#origin).hostname), Buffer.from([all]), counter, rest]);
  }

  #credential(response: Readonly<Record<string, Buffer>>): Made {
    const id = this.#id.toString('base64url');
    const texts = Object.entries(response).map(([name, bytes]) => [name, bytes.toString('base64url')]);
    return { id, rawId: id, type: 'public-key', response: Object.fromEntries(texts) as object };
  }

  create(options: Options): Made & { readonly clientExtensionResults: object } {
    const { x = '', y = '' } = this.#keys.publicKey.export({ format: 'jwk' });
    const coordinates: [number, Buffer][] = [
      [-2, Buffer.from(x, 'base64url')],
      [-3, Buffer.from(y, 'base64url')],
    ];
    const key = cbor(new Map<number, number | Buffer>([[1, 2], [3, -7], [-1, 1], ...coordinates]));
    const idLength = Buffer.from([0, this.#id.length]);
    const data = this.#authenticatorData(HAS_CREDENTIAL, Buffer.concat([Buffer.alloc(16), idLength, this.#id, key]));
    const attestation = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', data],
    ]);
    const response = {
      clientDataJSON: this.#clientData('webauthn.create', options, this.#origin),
      attestationObject: cbor(attestation),
    };
    return { ...this.#credential(response), clientExtensionResults: {} };
  }

  get(options: Options, origin = this.#origin): Made & { readonly clientExtensionResults: object } {
    const clientDataJSON = this.#clientData('webauthn.get', options, origin);
    const authenticatorData = this.#authenticatorData(0, Buffer.alloc(0));
    const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(clientDataJSON)]), this.#keys.privateKey);
    return { ...this.#credential({ clientDataJSON, authenticatorData, signature }), clientExtensionResults: {} };
  }
}
