import { randomBytes } from 'node:crypto';

const MOST_COUNT = 0x0f_ff;

/**
 * A maker of ids for many rows: UUIDs of version 7, each after the one before it. Rows written in their order keep together in
 * every index that they are found by, so that writing a million of them touches few pages at a time.
 */
export function orderedIds(now: () => number = Date.now): () => string {
  let time = 0;
  let count = 0;
  let chance = Buffer.alloc(0);
  let used = 0;
  return () => {
    const current = now();
    if (current > time) {
      time = current;
      count = 0;
    } else {
      count += 1;
      if (count > MOST_COUNT) {
        time += 1;
        count = 0;
      }
    }
    if (used + 8 > chance.length) {
      chance = randomBytes(8 * 1024);
      used = 0;
    }
    const tail = chance.toString('hex', used, used + 8);
    used += 8;
    const head = time.toString(16).padStart(12, '0');
    const variant = '89ab'[Number.parseInt(tail[0] ?? '0', 16) % 4] ?? '8';
    return `${head.slice(0, 8)}-${head.slice(8)}-7${count.toString(16).padStart(3, '0')}-${variant}${tail.slice(1, 4)}-${tail.slice(4)}`;
  };
}
