import {
  BorderStyle,
  Document,
  HeadingLevel,
  type IParagraphOptions,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { SheetLanguage, TermSheetDocument } from './document.ts';

/** Faces that text programs have, for scripts that they do not find by themselves. */
const FACES: Readonly<Record<SheetLanguage, { readonly eastAsia: string; readonly language: string }>> = {
  en: { eastAsia: 'Microsoft JhengHei', language: 'zh-TW' },
  ja: { eastAsia: 'Yu Gothic', language: 'ja-JP' },
  'zh-Hant': { eastAsia: 'Microsoft JhengHei', language: 'zh-TW' },
};

/** A4 with margins of 25 mm, and two columns between them, in twentieths of a point. */
const PAGE = { size: { width: 11_906, height: 16_838 }, margin: { top: 1418, right: 1418, bottom: 1418, left: 1418 } };
const COLUMNS = [6800, 2270] as const;
const EDGE = { style: BorderStyle.SINGLE, size: 4, color: 'BFBFBF' };
const BARE = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/** Text that may stand in XML 1.0: characters that it does not know are left out. */
const known = (text: string): string => text.replaceAll(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');

const paragraph = (text: string, options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({
    ...options,
    children: known(text)
      .split('\n')
      .map((line, nth) => new TextRun({ text: line, ...(nth > 0 && { break: 1 }) })),
  });

const cell = (width: number, text: string, style?: string): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    children: [paragraph(text, style === undefined ? {} : { style })],
  });

const table = (terms: TermSheetDocument['parts'][number]['terms']): Table =>
  new Table({
    width: { size: COLUMNS[0] + COLUMNS[1], type: WidthType.DXA },
    columnWidths: [...COLUMNS],
    layout: TableLayoutType.FIXED,
    borders: { top: EDGE, bottom: EDGE, insideHorizontal: EDGE, left: BARE, right: BARE, insideVertical: BARE },
    rows: terms.map(
      ({ text, state }) => new TableRow({ children: [cell(COLUMNS[0], text), cell(COLUMNS[1], state, 'State')] }),
    ),
  });

/** A term sheet for Word and other text programs. */
export function termSheetDocx({ language, title, facts, parts }: TermSheetDocument): Promise<Buffer> {
  const { eastAsia, language: tag } = FACES[language];
  const under = parts.flatMap(({ heading, terms, nothing }) => [
    paragraph(heading, { heading: HeadingLevel.HEADING_1 }),
    // A table is followed by a paragraph: two tables in a row would be one.
    ...(terms.length === 0 ? [paragraph(nothing, { style: 'State' })] : [table(terms), paragraph('')]),
  ]);
  return Packer.toBuffer(
    new Document({
      title: known(title),
      creator: 'Entente',
      lastModifiedBy: 'Entente',
      styles: {
        default: {
          document: {
            run: {
              size: 21,
              font: { ascii: 'Calibri', hAnsi: 'Calibri', cs: 'Calibri', eastAsia },
              language: { value: 'en-GB', eastAsia: tag },
            },
            paragraph: { spacing: { after: 80 } },
          },
          title: { run: { size: 36 }, paragraph: { spacing: { after: 240 } } },
          heading1: { run: { size: 26 }, paragraph: { keepNext: true, spacing: { before: 240, after: 80 } } },
        },
        paragraphStyles: [{ id: 'State', name: 'State', basedOn: 'Normal', run: { size: 18 } }],
      },
      sections: [
        {
          properties: { page: PAGE },
          children: [
            paragraph(title, { heading: HeadingLevel.TITLE }),
            ...facts.map(([label, value]) => paragraph(`${label}: ${value}`)),
            ...under,
          ],
        },
      ],
    }),
  );
}
