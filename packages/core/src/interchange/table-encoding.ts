import { analyse } from 'chardet';
import { Outcome, type Problem } from '../kernel/index.ts';

/** The text of a file, the encoding it was read in, and how sure that is, 0 to 1. */
export type TableText = { readonly text: string; readonly encoding: string; readonly confidence: number };

/** What tables come in, besides what a byte order mark or the bytes of UTF-8 tell. */
const ENCODINGS = ['shift_jis', 'euc-jp', 'big5', 'gb18030', 'windows-1252'] as const;
const UNMARKED = 'utf-8';

const decoded = (bytes: Uint8Array, label: string): string | null => {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return UNMARKED;
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

/** UTF-16 without a mark: separators and figures leave a zero in every second byte. */
function zeroBytes(bytes: Uint8Array): string | null {
  const zeros = [0, 0];
  const length = Math.min(bytes.length, 4096);
  for (let index = 0; index < length; index += 1)
    if (bytes[index] === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (Math.max(even, odd) < length / 20 || Math.min(even, odd) > Math.max(even, odd) / 10) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

/** Controls and symbols outside ASCII: text that holds them was most likely read in the wrong encoding. */
const ODD = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffd\p{Co}]|(?![\u0000-\u007f])\p{S}/gu;
/** Words and signs that tables of alliances hold; a reading in which they stand is hardly a wrong one. */
const EXPECTED =
  /株式|会社|會社|公司|股份|有限|合弁|合資|合资|企業|企业|提携|聯盟|联盟|出資|名称|名稱|開始|終了|設立|成立|國|国|日本|台灣|台湾|中國|中国|自動車|汽車|工業|工业|[ぁ-んァ-ヴー]/g;
const HALF_WIDTH_KANA = /[\uff61-\uff9f]/g;
const FOREIGN = /[^\u0000-\u007f]/gu;

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** How much a reading looks like words: what is expected, against what is odd, among all signs beyond ASCII. */
function likelihood(text: string, encoding: string, told: number): number {
  const foreign = Math.max(1, countOf(text, FOREIGN));
  const odd = (countOf(text, ODD) + countOf(text, HALF_WIDTH_KANA) / 2) / foreign;
  const expected = Math.min(1, countOf(text, EXPECTED) / foreign / 0.2);
  const plain =
    encoding === 'windows-1252' ? countOf(text, /\p{Ll}[\u00c0-\u00ff]|[\u00c0-\u00ff]\p{Ll}/gu) / foreign : 0;
  return Math.max(0, Math.min(1, 0.4 * told + 0.5 * Math.max(expected, plain) + 0.1 - odd));
}

export const undecodable = (file: string): Problem => ({
  file,
  line: 1,
  column: 1,
  code: 'encoding-unknown',
  message: 'The text is in no encoding that could be told',
  fix: 'Save the table as UTF-8 and read it again.',
});

const SAMPLE_BYTES = 200_000;

/** The first part of a long file, cut where a line ends. */
export function sampleOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SAMPLE_BYTES) return bytes;
  const end = bytes.lastIndexOf(0x0a, SAMPLE_BYTES);
  return bytes.subarray(0, end > 0 ? end + 1 : SAMPLE_BYTES);
}

function guessed(bytes: Uint8Array): TableText | null {
  const sample = sampleOf(bytes);
  const told = new Map(analyse(sample).map((match) => [match.name.toLowerCase(), match.confidence / 100]));
  const names = new Set<string>([...ENCODINGS, ...told.keys()]);
  const readings = [...names].flatMap((encoding) => {
    const text = decoded(sample, encoding);
    return text === null ? [] : [{ encoding, score: likelihood(text, encoding, told.get(encoding) ?? 0) }];
  });
  for (const { encoding, score } of readings.sort((one, other) => other.score - one.score)) {
    const text = decoded(bytes, encoding);
    if (text !== null) return { text, encoding, confidence: Math.round(score * 100) / 100 };
  }
  return null;
}

/**
 * The text of a table file: in the encoding that is told, else UTF-8, else what a byte order mark or the bytes themselves
 * tell (UTF-16, Shift_JIS, EUC-JP, Big5, GB 18030, Windows-1252, …).
 * @param encoding what somebody says it is, as a label of the Encoding Standard
 */
export function decodeTable(file: string, bytes: Uint8Array, encoding: string | null = null): Outcome<TableText> {
  const named = encoding ?? byteOrderMark(bytes) ?? zeroBytes(bytes);
  const text = decoded(bytes, named ?? UNMARKED);
  if (text !== null) return Outcome.of({ text, encoding: named ?? UNMARKED, confidence: 1 });
  const guess = named === null ? guessed(bytes) : null;
  return guess ? Outcome.of(guess) : Outcome.refuse(undecodable(file));
}
