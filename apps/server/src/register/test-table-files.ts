import yauzl from 'yauzl';

/** The cells of a CSV file with CRLF at line ends, as RFC 4180 says; the sign of UTF-8 left out. */
export function csvRows(text: string): string[][] {
  const body = text.replace(/^\uFEFF/, '');
  const rows: string[][] = [[]];
  for (const cell of body.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push((cell[1] ?? cell[2] ?? '').replaceAll('""', '"'));
    if (cell[3] === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

/** The sheet of an XLSX workbook, as the XML it is. */
export function sheetXml(bytes: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true }, (fault, zip) => {
      if (fault) return reject(fault);
      zip.on('entry', (entry: yauzl.Entry) => {
        if (entry.fileName !== 'xl/worksheets/sheet1.xml') return zip.readEntry();
        zip.openReadStream(entry, (error, stream) => {
          if (error) return reject(error);
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk));
          stream.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
        });
      });
      zip.on('end', () => reject(new Error('The workbook has no sheet')));
      zip.readEntry();
    });
  });
}

/** Everything that an archive holds, as one text. */
export function unpacked(bytes: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const texts: string[] = [];
    yauzl.fromBuffer(bytes, { lazyEntries: true }, (fault, zip) => {
      if (fault) return reject(fault);
      zip.on('entry', (entry: yauzl.Entry) => {
        zip.openReadStream(entry, (error, stream) => {
          if (error) return reject(error);
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk));
          stream.on('end', () => {
            texts.push(Buffer.concat(chunks).toString('utf8'));
            zip.readEntry();
          });
        });
      });
      zip.on('end', () => resolve(texts.join('\n')));
      zip.readEntry();
    });
  });
}
