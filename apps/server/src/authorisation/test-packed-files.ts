import { inflateRawSync } from 'node:zlib';
import { parquetReadObjects } from 'hyparquet';
import { pdfText } from './test-pdf-text.ts';

const CENTRAL = Buffer.from('PK\u0001\u0002', 'latin1');
const STORED = 0;

/** What lies in a workbook: a ZIP archive, read by its list of contents. */
function unpacked(archive: Buffer): string {
  const parts: string[] = [];
  for (let at = archive.indexOf(CENTRAL); at >= 0; at = archive.indexOf(CENTRAL, at + CENTRAL.length)) {
    const local = archive.readUInt32LE(at + 42);
    const begin = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const packed = archive.subarray(begin, begin + archive.readUInt32LE(at + 20));
    const isStored = archive.readUInt16LE(at + 10) === STORED;
    parts.push((isStored ? packed : inflateRawSync(packed)).toString('latin1'));
  }
  return parts.join('\n');
}

/** The rows of a Parquet file, which stand in it compressed. */
async function rowsIn(file: Buffer): Promise<string> {
  const rows = await parquetReadObjects({ file: new Uint8Array(file).buffer });
  return rows.map((row) => Object.values(row).map(String).join('\t')).join('\n');
}

/** What stands packed in an answer: a workbook's or document's parts, a Parquet file's rows, a PDF's words; nothing in any other. */
export async function packedText(bytes: Buffer): Promise<string> {
  const begin = bytes.subarray(0, 4).toString('latin1');
  if (begin.startsWith('PK')) return unpacked(bytes);
  if (begin === '%PDF') return pdfText(bytes);
  return begin === 'PAR1' ? rowsIn(bytes) : '';
}
