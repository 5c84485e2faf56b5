import { randomBytes, randomInt } from 'node:crypto';

const HEADS = 2 ** 48;
const MOST_STEP = 2 ** 16;
const AT_A_TIME = 1024;
/** Of chance for one id: four for the step, ten for the rest. */
const BYTES = 14;

/**
 * A maker of ids for many rows written at once: random UUIDs (version 4) whose first twelve digits grow from a random place by
 * random steps. Rows written in their order keep together in every index that they are found by, so that writing a million of
 * them touches few pages at a time; unlike ids made from the clock they tell nobody when.
 */
export function orderedIds(): () => string {
  let head = randomInt(HEADS - 1);
  let chance = Buffer.alloc(0);
  let used = 0;
  return () => {
    if (used === chance.length) {
      chance = randomBytes(BYTES * AT_A_TIME);
      used = 0;
    }
    head = (head + 1 + (chance.readUInt32BE(used) % MOST_STEP)) % HEADS;
    const tail = chance.toString('hex', used + 4, used + BYTES);
    used += BYTES;
    const digits = head.toString(16).padStart(12, '0');
    const variant = '89ab'[Number.parseInt(tail[3] ?? '0', 16) % 4] ?? '8';
    return `${digits.slice(0, 8)}-${digits.slice(8)}-4${tail.slice(0, 3)}-${variant}${tail.slice(4, 7)}-${tail.slice(7, 19)}`;
  };
}
