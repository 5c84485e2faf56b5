import type { Problem } from '@entente/core/kernel';
import yauzl from 'yauzl';

const MOST_ENTRIES = 2_000;
const MOST_RATIO = 100;
/** Small parts repeat themselves more than any table does and harm nobody. */
const SMALL_BYTES = 4 * 1024 * 1024;

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;
/** An OLE container: an old XLS, or an XLSX that a password encrypts. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const isOle = (bytes: Uint8Array): boolean => OLE.every((byte, index) => bytes[index] === byte);

const at = (file: string): Pick<Problem, 'file' | 'line' | 'column'> => ({ file, line: 1, column: 1 });

const tooLarge = (file: string, message: string): Problem => ({
  ...at(file),
  code: 'workbook-too-large',
  message,
  fix: 'Save the sheet as CSV, or copy the cells that are meant to a new workbook.',
});

const malformed = (file: string): Problem => ({
  ...at(file),
  code: 'table-malformed',
  message: 'The file is no XLSX workbook',
  fix: 'Save it again as XLSX or as CSV.',
});

/** "EncryptedPackage" in UTF-16, as the directory of a container names it. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

function oleProblem(file: string, bytes: Uint8Array): Problem {
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(ENCRYPTED)) {
    return {
      ...at(file),
      code: 'workbook-locked',
      message: 'The workbook is protected by a password',
      fix: 'Save it without a password, or save the sheet as CSV.',
    };
  }
  return { ...malformed(file), message: 'The file is a workbook of the old format XLS' };
}

type Entry = { readonly fileName: string; readonly compressedSize: number; readonly uncompressedSize: number };

const openArchive = (bytes: Uint8Array): Promise<yauzl.ZipFile> =>
  new Promise((resolve, reject) => {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    yauzl.fromBuffer(buffer, { lazyEntries: true, validateEntrySizes: true }, (error, archive) =>
      error === null ? resolve(archive) : reject(error),
    );
  });

/** Whether an entry unpacks to what its directory says: yauzl ends one that holds more with an error. */
const unpacks = (archive: yauzl.ZipFile, entry: yauzl.Entry): Promise<boolean> =>
  new Promise((resolve) => {
    archive.openReadStream(entry, (error, stream) => {
      if (error !== null) return resolve(false);
      stream.on('data', () => undefined);
      stream.on('end', () => resolve(true));
      stream.on('error', () => resolve(false));
    });
  });

/** Walks the entries one after the other; what `judge` says of one ends the walk. */
function walked(
  archive: yauzl.ZipFile,
  judge: (entry: yauzl.Entry) => Promise<Problem | null>,
): Promise<Problem | null> {
  return new Promise((resolve, reject) => {
    archive.on('error', reject);
    archive.on('end', () => resolve(null));
    archive.on('entry', (entry: yauzl.Entry) => {
      judge(entry).then((problem) => {
        if (problem === null) archive.readEntry();
        else {
          archive.close();
          resolve(problem);
        }
      }, reject);
    });
    archive.readEntry();
  });
}

function entryProblem(file: string, entry: Entry, sum: number, most: number): Problem | null {
  const { fileName, compressedSize, uncompressedSize } = entry;
  if (sum > most) return tooLarge(file, `The workbook unpacks to more than ${Math.round(most / 1e6)} MB`);
  if (uncompressedSize > SMALL_BYTES && uncompressedSize > MOST_RATIO * compressedSize) {
    return tooLarge(
      file,
      `A part of the workbook unpacks to ${Math.round(uncompressedSize / compressedSize)} times its size`,
    );
  }
  if (/\.(?:zip|xlsx|xlsm|7z|gz)$/i.test(fileName)) return tooLarge(file, 'The workbook holds another archive');
  return null;
}

/**
 * What speaks against unpacking a workbook, told from its directory and then by unpacking each part into nothing: a directory
 * may lie. Null for what may be read, or is no archive.
 */
export async function unpackedProblem(file: string, bytes: Uint8Array, mostUnpacked: number): Promise<Problem | null> {
  if (isOle(bytes)) return oleProblem(file, bytes);
  if (!isZip(bytes)) return null;
  let archive: yauzl.ZipFile;
  try {
    archive = await openArchive(bytes);
  } catch {
    return malformed(file);
  }
  if (archive.entryCount > MOST_ENTRIES) return tooLarge(file, `The workbook has ${archive.entryCount} parts`);
  let sum = 0;
  try {
    return await walked(archive, async (entry) => {
      sum += entry.uncompressedSize;
      const told = entryProblem(file, entry, sum, mostUnpacked);
      if (told !== null) return told;
      if (entry.isEncrypted()) return oleEncrypted(file);
      const isTrue = entry.fileName.endsWith('/') || (await unpacks(archive, entry));
      return isTrue ? null : tooLarge(file, `The part ${entry.fileName.slice(0, 60)} is not what its directory says`);
    });
  } catch {
    return malformed(file);
  }
}

const oleEncrypted = (file: string): Problem => ({
  ...at(file),
  code: 'workbook-locked',
  message: 'Parts of the workbook are encrypted',
  fix: 'Save it without a password, or save the sheet as CSV.',
});
