/*
 * Makes messy-portfolio.xlsx and messy-portfolio-shift-jis.csv: a list of alliances as people keep them, with a title, a
 * header over two rows, merged cells, an empty column, dates in every manner of writing, two shares in one cell, full-width
 * figures, a total and a footnote. Run with `node test-data/import/make-messy-portfolio.mjs`. All firms are invented.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import exceljs from 'exceljs';

const TITLE = '提携一覧 Alliance portfolio';
const GROUPS = ['提携名 / Alliance', 'Partners', '', 'Share', '設立 Established', 'End', '', 'Type', '備考'];
const PARTS = ['', 'Partner A', 'Partner B', '', '', '', '', '', ''];
const ROWS = [
  ['青葉ヘロン鋳造', '青葉歯車製作所', 'Blue Heron Castings Ltd', '50%:50%', 'Apr 2003', '', '', 'JV', ''],
  ['月見ターン販売', '月見工業株式会社', 'Tern & Finch Motors', '５１：４９', '平成15年4月', '2010', '', '合弁', ''],
  ['Egret Licence', '青葉歯車製作所', '白鷺精密股份有限公司', '', 'about 1995', '31/12/2005', '', 'technology licence', '更新あり'],
  ['島風燕鷗', '島風機械', '燕鷗汽車', '６０％／４０％', '民國92年4月', '現在', '', '合資', ''],
  ['Finch Supply', '月見工業株式会社', 'Tern & Finch Motors', 'n/a', '10/11/12', '', '', 'supply', ''],
  ['Harbour Gears', '島風機械', 'Blue Heron Castings Ltd', '', 'late 1990s', '2003/3', '', 'R&D', ''],
  ['Plover Sales', '燕鷗汽車', 'Tern & Finch Motors', '', '03/04/2010', '', '', '販売提携', ''],
];
const TOTAL = ['合計', '７件', '', '', '', '', '', '', ''];
const NOTE = ['※ 出資比率は設立時のもの', '', '', '', '', '', '', '', ''];

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

async function writeWorkbook() {
  const workbook = new exceljs.Workbook();
  workbook.created = new Date(Date.UTC(2012, 0, 1));
  workbook.modified = workbook.created;
  const sheet = workbook.addWorksheet('提携一覧');
  sheet.getCell('A1').value = TITLE;
  sheet.mergeCells('A1:I1');
  sheet.getRow(3).values = GROUPS;
  sheet.getRow(4).values = PARTS;
  for (const column of ['A', 'D', 'E', 'F', 'H', 'I']) sheet.mergeCells(`${column}3:${column}4`);
  sheet.mergeCells('B3:C3');
  ROWS.forEach((row, index) => {
    sheet.getRow(5 + index).values = row;
  });
  sheet.getRow(5 + ROWS.length).values = TOTAL;
  sheet.getRow(6 + ROWS.length).values = NOTE;
  // One real date and one bare year, as spreadsheets hold them.
  sheet.getCell('F6').value = 2010;
  sheet.getCell('F10').value = new Date(Date.UTC(2003, 2, 1));
  sheet.getCell('F10').numFmt = 'yyyy/m';
  workbook.addWorksheet('メモ').getCell('A1').value = '更新は毎年四月';
  await workbook.xlsx.writeFile(here('messy-portfolio.xlsx'));
}

/** Bytes of each sign in Shift_JIS, found by decoding every pair of bytes. */
function shiftJisBytes() {
  const decoder = new TextDecoder('shift_jis', { fatal: true });
  const bytes = new Map();
  for (let lead = 0x81; lead <= 0xfc; lead += 1) {
    for (let trail = 0x40; trail <= 0xfc; trail += 1) {
      try {
        const sign = decoder.decode(new Uint8Array([lead, trail]));
        if ([...sign].length === 1 && !bytes.has(sign)) bytes.set(sign, [lead, trail]);
      } catch {
        // No sign has these bytes.
      }
    }
  }
  return bytes;
}

function writeShiftJis() {
  const known = shiftJisBytes();
  const lines = [[TITLE], GROUPS, PARTS, ...ROWS, TOTAL, NOTE].map((row) => row.join(','));
  // Shift_JIS has no sign for 份, and an older one for 鷗.
  const text = `${lines.join('\r\n')}\r\n`.replaceAll('股份', '').replaceAll('鷗', '鴎');
  const bytes = [...text].flatMap((sign) => {
    const code = sign.codePointAt(0);
    if (code < 0x80) return [code];
    return known.get(sign) ?? [0x3f];
  });
  writeFileSync(here('messy-portfolio-shift-jis.csv'), new Uint8Array(bytes));
}

await writeWorkbook();
writeShiftJis();
