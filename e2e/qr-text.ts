/**
 * What a QR code says, read off its modules by ISO/IEC 18004: for the sizes that a link for an authenticator takes (versions
 * 5 to 12), without putting right what cannot be read, because a screen shows all of it.
 */

type Modules = readonly (readonly boolean[])[];

/** Blocks of data at level M: how many, and how many bytes each; the long ones, which come last, have one more. */
const BLOCKS_M: Readonly<Record<number, readonly [short: number, bytes: number, long: number]>> = {
  5: [2, 43, 0],
  6: [4, 27, 0],
  7: [4, 31, 0],
  8: [2, 38, 2],
  9: [3, 36, 2],
  10: [4, 43, 1],
  11: [1, 50, 4],
  12: [6, 36, 2],
};
const ALIGNED: Readonly<Record<number, readonly number[]>> = {
  5: [6, 30],
  6: [6, 34],
  7: [6, 22, 38],
  8: [6, 24, 42],
  9: [6, 26, 46],
  10: [6, 28, 50],
  11: [6, 30, 54],
  12: [6, 32, 58],
};
const MASKS: readonly ((row: number, column: number) => boolean)[] = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_row, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
];

/** The modules of a path that draws each dark one as a square, without the quiet around them. */
function modulesOf(path: string): Modules {
  const dark = Array.from(path.matchAll(/M(\d+) (\d+)h1v1h-1z/g), ([, x, y]) => [Number(x), Number(y)] as const);
  const first = Math.min(...dark.map(([x]) => x));
  const size = Math.max(...dark.map(([x]) => x)) - first + 1;
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [x, y] of dark) (rows[y - first] as boolean[])[x - first] = true;
  return rows;
}

/** Whether a module is one of the code's own marks and holds no data. */
function isMark(version: number, size: number, row: number, column: number): boolean {
  if (row === 6 || column === 6) return true;
  if (row < 9 && (column < 9 || column >= size - 8)) return true;
  if (row >= size - 8 && column < 9) return true;
  if (version >= 7 && ((row < 6 && column >= size - 11) || (column < 6 && row >= size - 11))) return true;
  const centres = ALIGNED[version] ?? [];
  const last = centres.at(-1);
  return centres.some((y) =>
    centres.some((x) => {
      const isFinder = (x === 6 && (y === 6 || y === last)) || (y === 6 && x === last);
      return !isFinder && Math.abs(row - y) <= 2 && Math.abs(column - x) <= 2;
    }),
  );
}

/** All bytes in the order in which they are drawn: upwards and downwards in pairs of columns, from the right. */
function drawnBytes(modules: Modules, version: number): number[] {
  const size = modules.length;
  const at = (row: number, column: number): boolean => modules[row]?.[column] ?? false;
  // Three bits beside the upper left mark name the mask; they are masked themselves, by 101.
  const mask = MASKS[(Number(at(8, 2)) * 4 + Number(at(8, 3)) * 2 + Number(at(8, 4))) ^ 0b101];
  const bits: boolean[] = [];
  let isUpwards = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1) {
      const row = isUpwards ? size - 1 - step : step;
      for (const column of [right, right - 1]) {
        if (!isMark(version, size, row, column)) bits.push(at(row, column) !== mask?.(row, column));
      }
    }
    isUpwards = !isUpwards;
  }
  const bytes: number[] = [];
  for (let bit = 0; bit + 8 <= bits.length; bit += 8) {
    bytes.push(bits.slice(bit, bit + 8).reduce((byte, each) => byte * 2 + Number(each), 0));
  }
  return bytes;
}

/** The text of a code of level M that is drawn by this path. */
export function qrText(path: string): string {
  const modules = modulesOf(path);
  const version = (modules.length - 17) / 4;
  const [short, length, long] = BLOCKS_M[version] ?? [0, 0, 0];
  if (short === 0) throw new Error(`A code of ${modules.length} modules is not read here`);
  const drawn = drawnBytes(modules, version);
  const blocks = Array.from({ length: short + long }, (): number[] => []);
  // Byte by byte in turn from each block; the last of the long ones stand alone at the end.
  for (let nth = 0; nth < length; nth += 1) for (const block of blocks) block.push(drawn.shift() ?? 0);
  for (const block of blocks.slice(short)) block.push(drawn.shift() ?? 0);
  const bits = blocks.flat().flatMap((byte) => Array.from(byte.toString(2).padStart(8, '0')));
  const number = (from: number, count: number): number => Number.parseInt(bits.slice(from, from + count).join(''), 2);
  if (number(0, 4) !== 0b0100) throw new Error('The code holds no bytes');
  const counted = version < 10 ? 8 : 16;
  const bytes = Array.from({ length: number(4, counted) }, (_, nth) => number(4 + counted + nth * 8, 8));
  return new TextDecoder().decode(Uint8Array.from(bytes));
}
