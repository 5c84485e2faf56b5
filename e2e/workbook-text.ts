import { inflateRawSync } from 'node:zlib';

/** A part of a ZIP archive by its name, found in the directory at the archive's end. */
function partOf(zip: Buffer, name: string): string {
  for (let at = zip.indexOf('PK\u0001\u0002'); at >= 0; at = zip.indexOf('PK\u0001\u0002', at + 4)) {
    const [packed, nameLength] = [zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28)];
    if (zip.toString('utf8', at + 46, at + 46 + nameLength) !== name) continue;
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    return inflateRawSync(zip.subarray(start, start + packed)).toString('utf8');
  }
  throw new Error(`The archive has no ${name}`);
}

/** The texts of a workbook's first sheet, row by row. */
export function sheetRows(workbook: Buffer): readonly (readonly string[])[] {
  const xml = partOf(workbook, 'xl/worksheets/sheet1.xml');
  return [...xml.matchAll(/<row [^]*?<\/row>/g)].map(([row]) =>
    [...row.matchAll(/<(?:t|v)(?: [^>]*)?>([^<]*)<\/(?:t|v)>/g)].map(([, text = '']) => text),
  );
}
