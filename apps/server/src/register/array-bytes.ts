import { invariant } from '@entente/core/kernel';

/** What an array holds whose bytes are made here. */
export type ElementType = 'uuid' | 'text';

/** The numbers that PostgreSQL has for these types (pg_type.dat). */
const TYPE_NUMBERS: Readonly<Record<ElementType, number>> = { uuid: 2950, text: 25 };
/** Dimensions, whether any element is null, the type, how many elements, and the number of the first. */
const HEAD_BYTES = 20;
const LENGTH_BYTES = 4;
const NULL_LENGTH = -1;
const UUID_BYTES = 16;
/** A UTF-16 unit comes to as many bytes of UTF-8 at the most. */
const MOST_BYTES_OF_UNIT = 3;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const DASHES = /-/g;

function mostBytes(type: ElementType, texts: readonly (string | null)[]): number {
  let bytes = HEAD_BYTES;
  for (const text of texts)
    bytes += LENGTH_BYTES + (type === 'uuid' ? UUID_BYTES : (text?.length ?? 0) * MOST_BYTES_OF_UNIT);
  return bytes;
}

function written(bytes: Buffer, type: ElementType, text: string, at: number): number {
  if (type === 'text') return bytes.write(text, at, 'utf8');
  invariant(UUID.test(text), 'an id is a UUID');
  return bytes.write(text.replace(DASHES, ''), at, 'hex');
}

/**
 * Texts as the bytes of a PostgreSQL array of one dimension, in the format that `array_recv` reads (src/backend/utils/adt/arrayfuncs.c):
 * one parameter, whatever it holds. The bytes stand in memory of their own, so that a worker can hand them over.
 * @throws when a text that is to be a UUID is none
 */
export function arrayBytes(type: ElementType, texts: readonly (string | null)[]): Uint8Array<ArrayBuffer> {
  const memory = new ArrayBuffer(mostBytes(type, texts));
  const bytes = Buffer.from(memory);
  bytes.writeInt32BE(1, 0);
  bytes.writeInt32BE(texts.includes(null) ? 1 : 0, 4);
  bytes.writeInt32BE(TYPE_NUMBERS[type], 8);
  bytes.writeInt32BE(texts.length, 12);
  bytes.writeInt32BE(1, 16);
  let at = HEAD_BYTES;
  for (const text of texts) {
    const length = text === null ? NULL_LENGTH : written(bytes, type, text, at + LENGTH_BYTES);
    bytes.writeInt32BE(length, at);
    at += LENGTH_BYTES + Math.max(0, length);
  }
  return new Uint8Array(memory, 0, at);
}
