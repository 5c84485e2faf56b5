import { inflateSync } from 'node:zlib';

/** The streams of a PDF, unpacked; those that are no text are passed over. */
function streamsOf(pdf: Buffer): readonly string[] {
  const streams: string[] = [];
  let at = 0;
  for (;;) {
    const found = pdf.indexOf('stream', at);
    if (found < 0) return streams;
    const end = pdf.indexOf('endstream', found);
    const start = found + (pdf[found + 6] === 0x0d ? 8 : 7);
    at = end < 0 ? pdf.length : end + 9;
    try {
      streams.push(inflateSync(pdf.subarray(start, end), { finishFlush: 2 }).toString('latin1'));
    } catch {
      // An image or an embedded font, which holds no words.
    }
  }
}

const charactersOf = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** What the glyphs of a font stand for, as its character map says. */
function charactersIn(map: string): ReadonlyMap<number, string> {
  const characters = new Map<number, string>();
  for (const [, block = ''] of map.matchAll(/beginbfchar([^]*?)endbfchar/g)) {
    for (const [, glyph = '', text = ''] of block.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g)) {
      characters.set(Number.parseInt(glyph, 16), charactersOf(text));
    }
  }
  for (const [, block = ''] of map.matchAll(/beginbfrange([^]*?)endbfrange/g)) {
    const ranges = /<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g;
    for (const [, first = '', last = '', text = ''] of block.matchAll(ranges)) {
      const [from, to, code] = [first, last, text].map((hex) => Number.parseInt(hex, 16)) as [number, number, number];
      for (let glyph = from; glyph <= to; glyph += 1) {
        characters.set(glyph, String.fromCodePoint(code + glyph - from));
      }
    }
  }
  return characters;
}

/**
 * The words of a PDF as Chromium writes it, without spaces, once for each of its fonts: which font a run of glyphs is of
 * is not followed, so that each reading has the words of its own font right and others wrong.
 */
export function textsOf(pdf: Buffer): readonly string[] {
  const streams = streamsOf(pdf);
  const glyphs = streams
    .filter((stream) => /\bTj|\bTJ/.test(stream))
    .flatMap((stream) => [...stream.matchAll(/<([0-9A-Fa-f]+)>/g)].map(([, hex = '']) => hex))
    .flatMap((hex) => hex.match(/.{4}/g) ?? [])
    .map((hex) => Number.parseInt(hex, 16));
  return streams
    .filter((stream) => stream.includes('begincmap'))
    .map(charactersIn)
    .map((characters) =>
      glyphs
        .map((glyph) => characters.get(glyph) ?? '')
        .join('')
        .replace(/\s/g, ''),
    );
}
