import { AsyncLocalStorage } from 'node:async_hooks';
import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

/** The clock and the randomness of one request: twins that do the same at the same moment get the same ids and times. */
export type Moment = { readonly at: Date; readonly stream: string };

type Drawing = Moment & { readonly drawn: Map<string, number> };

const moments = new AsyncLocalStorage<Drawing>();

/** Runs something at a moment; whatever it awaits happens at it too. */
export const atMoment = <T>(moment: Moment, run: () => Promise<T>): Promise<T> =>
  moments.run({ ...moment, drawn: new Map() }, run);

/** Bytes that follow from the stream and from how many of this length were drawn before: a connection that opens draws others. */
function drawnBytes({ stream, drawn }: Drawing, size: number): Buffer {
  const nth = (drawn.get(`${size}`) ?? 0) + 1;
  drawn.set(`${size}`, nth);
  const key = crypto.createHash('sha256').update(`${stream} ${size} ${nth}`).digest();
  return crypto.createCipheriv('aes-256-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(size));
}

function drawnUuid(drawing: Drawing): crypto.UUID {
  const digits = drawnBytes(drawing, 16).toString('hex');
  const parts = [digits.slice(0, 8), digits.slice(8, 12), `4${digits.slice(13, 16)}`, `8${digits.slice(17, 20)}`];
  return [...parts, digits.slice(20)].join('-') as crypto.UUID;
}

type Filled = (error: Error | null, bytes: Buffer) => void;

/**
 * From now on this process takes its clock and its randomness from the moment that it is at, and outside of any from the
 * machine. The product's own code is the same: what it asks of Node is answered otherwise.
 * @returns puts everything back
 */
export function pinProcess(): () => void {
  const { randomUUID, randomBytes } = crypto;
  const RealDate = Date;
  const web = globalThis.crypto;
  const getRandomValues = web.getRandomValues.bind(web);
  crypto.randomUUID = (...asked: Parameters<typeof randomUUID>) => {
    const drawing = moments.getStore();
    return drawing === undefined ? randomUUID(...asked) : drawnUuid(drawing);
  };
  crypto.randomBytes = ((size: number, filled?: Filled) => {
    const drawing = moments.getStore();
    if (drawing === undefined) return filled === undefined ? randomBytes(size) : randomBytes(size, filled);
    const bytes = drawnBytes(drawing, size);
    if (filled !== undefined) process.nextTick(filled, null, bytes);
    return filled === undefined ? bytes : undefined;
  }) as typeof randomBytes;
  web.getRandomValues = <T extends ArrayBufferView | null>(array: T): T => {
    const drawing = moments.getStore();
    if (drawing === undefined || array === null) return getRandomValues(array as never);
    const { buffer, byteOffset, byteLength } = array;
    new Uint8Array(buffer, byteOffset, byteLength).set(drawnBytes(drawing, byteLength));
    return array;
  };
  syncBuiltinESMExports();
  const now = (): number => moments.getStore()?.at.getTime() ?? RealDate.now();
  globalThis.Date = new Proxy(RealDate, {
    construct: (real, given: unknown[]) => Reflect.construct(real, given.length === 0 ? [now()] : given) as Date,
    get: (real, key) => (key === 'now' ? now : (Reflect.get(real, key) as unknown)),
  });
  return () => {
    crypto.randomUUID = randomUUID;
    crypto.randomBytes = randomBytes;
    web.getRandomValues = getRandomValues;
    globalThis.Date = RealDate;
    syncBuiltinESMExports();
  };
}
