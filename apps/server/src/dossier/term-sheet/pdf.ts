import PDFDocument from 'pdfkit';
import type { SheetLanguage, TermSheetDocument } from './document.ts';
import { type Slice, sliceFor, UNKNOWN_CHARACTER } from './faces.ts';

const MARGIN = 64;
const INK = '#1a1a1a';
const QUIET = '#5c5c5c';
const LINE_HEIGHT = 1.5;

type Look = { readonly size: number; readonly ink: string; readonly before: number; readonly tag: 'H1' | 'H2' | 'P' };
const LOOKS = {
  title: { size: 19, ink: INK, before: 0, tag: 'H1' },
  fact: { size: 10, ink: INK, before: 3, tag: 'P' },
  heading: { size: 13, ink: INK, before: 16, tag: 'H2' },
  term: { size: 10.5, ink: INK, before: 5, tag: 'P' },
  state: { size: 9, ink: QUIET, before: 0, tag: 'P' },
} as const satisfies Readonly<Record<string, Look>>;

/** Characters of one slice that follow on one another. */
type Run = { readonly slice: Slice; readonly text: string };
type Pdf = InstanceType<typeof PDFDocument>;

function runsOf(text: string, language: SheetLanguage): readonly Run[] {
  const runs: { slice: Slice; text: string }[] = [];
  for (const character of text) {
    const last = runs.at(-1);
    if (last?.slice.has(character.codePointAt(0) ?? 0) === true) {
      last.text += character;
      continue;
    }
    const own = sliceFor(character, language);
    const slice = own ?? sliceFor(UNKNOWN_CHARACTER, language);
    if (slice !== null) runs.push({ slice, text: own === null ? UNKNOWN_CHARACTER : character });
  }
  return runs;
}

/** No line begins with these: they close what stands before them (JIS X 4051, section 6.1). */
const CLOSING = /^[\s、。，．・：；？！」』）〕】》〉’”…ー々,.:;?!)\]}%％]/u;
/** No line ends with these. */
const OPENING = /[「『（〔【《〈‘“([{]$/u;

/** Parts between which a line may be broken. */
function breakable(line: string, language: SheetLanguage): readonly string[] {
  const words: string[] = [];
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'word' }).segment(line)) {
    const last = words.at(-1);
    if (last !== undefined && (CLOSING.test(segment) || OPENING.test(last))) words[words.length - 1] = last + segment;
    else words.push(segment);
  }
  return words;
}

const face = (pdf: Pdf, { name, bytes }: Slice, size: number): Pdf =>
  pdf.registerFont(name, bytes).font(name).fontSize(size);

/** How wide text is, in points. */
function widthOf(pdf: Pdf, runs: readonly Run[], size: number): number {
  return runs.reduce((width, { slice, text }) => {
    return width + face(pdf, slice, size).widthOfString(text);
  }, 0);
}

/** Text as lines that are no wider than the page; a word that is wider is broken anywhere. */
function linesOf(pdf: Pdf, text: string, { size, wide }: { size: number; wide: number }, language: SheetLanguage) {
  const measured = (part: string): number => widthOf(pdf, runsOf(part, language), size);
  return text.split('\n').flatMap((paragraph) => {
    const lines = [''];
    let left = wide;
    const put = (part: string, width: number): void => {
      if (width > left && lines.at(-1) !== '') {
        lines.push('');
        left = wide;
      }
      lines.push(`${lines.pop() ?? ''}${part}`);
      left -= width;
    };
    for (const word of breakable(paragraph, language)) {
      const width = measured(word);
      if (width <= wide) put(word, width);
      else for (const character of word) put(character, measured(character));
    }
    return lines.map((line) => line.trimEnd());
  });
}

/** Sets text, line by line, each character in a face that has it, and goes on to the next page where one is full. */
function set(pdf: Pdf, text: string, { size, ink, before, tag }: Look, language: SheetLanguage): void {
  const { width, height } = pdf.page;
  const lines = linesOf(pdf, text, { size, wide: width - 2 * MARGIN }, language);
  let y = pdf.y + before;
  for (const line of lines) {
    if (y + size * LINE_HEIGHT > height - MARGIN) {
      pdf.addPage();
      y = MARGIN;
    }
    const top = y;
    pdf.addStructure(
      pdf.struct(tag, {}, () => {
        let x = MARGIN;
        for (const run of runsOf(line, language)) {
          face(pdf, run.slice, size).fillColor(ink);
          pdf.text(run.text, x, top, { lineBreak: false });
          x += pdf.widthOfString(run.text);
        }
      }),
    );
    y += size * LINE_HEIGHT;
  }
  pdf.y = y;
}

/** A term sheet as PDF, with the faces of its characters in it; the same version is the same bytes. */
export async function termSheetPdf(document: TermSheetDocument): Promise<Buffer> {
  const { language, title, facts, parts, writtenAt } = document;
  const pdf = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    tagged: true,
    displayTitle: true,
    lang: language,
    pdfVersion: '1.7',
    info: { Title: title, CreationDate: writtenAt ?? new Date(0) },
  });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => pdf.once('end', resolve));
  const put = (text: string, look: Look): void => {
    set(pdf, text, look, language);
  };
  put(title, LOOKS.title);
  for (const [label, value] of facts) put(`${label}: ${value}`, LOOKS.fact);
  for (const { heading, terms, nothing } of parts) {
    put(heading, LOOKS.heading);
    if (terms.length === 0) put(nothing, LOOKS.state);
    for (const { text, state } of terms) {
      put(text, LOOKS.term);
      put(state, LOOKS.state);
    }
  }
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}
