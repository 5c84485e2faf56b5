import { inflateSync } from 'node:zlib';

const STREAM = /stream\r?\n([^]*)\r?\nendstream/;

function unpackedStream(object: string): string {
  const [, packed] = STREAM.exec(object) ?? [];
  if (packed === undefined || !object.includes('FlateDecode')) return '';
  return inflateSync(Buffer.from(packed, 'latin1')).toString('latin1');
}

const textOf = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** What the glyphs of a font stand for, as its character map lists them. */
function charactersIn(map: string): ReadonlyMap<number, string> {
  const listed = [...map.matchAll(/<([0-9a-f]+)>\s*<[0-9a-f]+>\s*\[([^\]]*)\]/gi)];
  return new Map(
    listed.flatMap(([, first = '', list = '']) =>
      [...list.matchAll(/<([0-9a-f]+)>/gi)].map(
        ([, hex = ''], nth) => [Number.parseInt(first, 16) + nth, textOf(hex)] as const,
      ),
    ),
  );
}

/** The words of a PDF in the order in which they are set; each run of glyphs by the character map of its font. */
export function pdfText(pdf: Buffer): string {
  const objects = new Map(
    [...pdf.toString('latin1').matchAll(/(?:^|\n)(\d+) 0 obj\n([^]*?)\nendobj/g)].map(([, id = '', object = '']) => [
      id,
      object,
    ]),
  );
  const fonts = new Map<string, ReadonlyMap<number, string>>();
  for (const object of objects.values())
    for (const [, name = '', id = ''] of object.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const [, map = ''] = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? '') ?? [];
      fonts.set(name, charactersIn(unpackedStream(objects.get(map) ?? '')));
    }
  const parts: string[] = [];
  for (const object of objects.values()) {
    const content = object.includes('/FontFile') ? '' : unpackedStream(object);
    let font: ReadonlyMap<number, string> | undefined;
    for (const [, name, glyphs] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ|\bEMC\b/g)) {
      if (name !== undefined) font = fonts.get(name);
      else if (glyphs === undefined) parts.push('\n');
      else
        for (const [, hex = ''] of glyphs.matchAll(/<([0-9a-f]+)>/gi))
          for (const glyph of hex.match(/.{4}/g) ?? []) parts.push(font?.get(Number.parseInt(glyph, 16)) ?? '');
    }
  }
  return parts.join('');
}
