import { crc32, deflateRawSync } from 'node:zlib';

/** A file of an archive. */
export type ArchivedFile = { readonly name: string; readonly text: string };

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** 1 January 1980, 00:00, the first moment that the format knows: the same files are the same bytes. */
const MOMENT = 0x00210000;
const NAMES_IN_UTF8 = 0x0800;
const DEFLATED = 8;

/** A ZIP archive of a few files (PKWARE APPNOTE 6.3, sections 4.3.7 to 4.3.16), without dates. */
export function archiveOf(files: readonly ArchivedFile[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, text } of files) {
    const bytes = Buffer.from(text, 'utf8');
    const packed = deflateRawSync(bytes);
    const called = Buffer.from(name, 'utf8');
    const told = Buffer.alloc(26);
    told.writeUInt16LE(20, 0);
    told.writeUInt16LE(NAMES_IN_UTF8, 2);
    told.writeUInt16LE(DEFLATED, 4);
    told.writeUInt32LE(MOMENT, 6);
    told.writeUInt32LE(crc32(bytes), 10);
    told.writeUInt32LE(packed.length, 14);
    told.writeUInt32LE(bytes.length, 18);
    told.writeUInt16LE(called.length, 22);
    const begin = Buffer.alloc(4);
    begin.writeUInt32LE(LOCAL);
    const entry = Buffer.alloc(6);
    entry.writeUInt32LE(CENTRAL);
    entry.writeUInt16LE(20, 4);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    parts.push(begin, told, called, packed);
    directory.push(entry, told, place, called);
    at += begin.length + told.length + called.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, listed, end]);
}
