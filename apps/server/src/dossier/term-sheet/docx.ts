import { archiveOf } from './archive.ts';
import type { SheetLanguage, TermSheetDocument } from './document.ts';

/* WordprocessingML as ECMA-376 (5th edition) has it, part 1: 11.3.10 the document, 17.3 paragraphs, 17.7 styles. */

const BEGIN = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const WORDS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** Faces that text programs have, for scripts that they do not find by themselves. */
const FACES: Readonly<Record<SheetLanguage, { readonly eastAsia: string; readonly language: string }>> = {
  en: { eastAsia: 'Microsoft JhengHei', language: 'zh-TW' },
  ja: { eastAsia: 'Yu Gothic', language: 'ja-JP' },
  'zh-Hant': { eastAsia: 'Microsoft JhengHei', language: 'zh-TW' },
};

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Text that may stand in XML 1.0: characters that it does not know are left out. */
const escaped = (text: string): string =>
  [...text]
    .filter((one) => one === '\t' || one === '\n' || (one >= ' ' && !/[\uFFFE\uFFFF\uD800-\uDFFF]/u.test(one)))
    .join('')
    .replaceAll(/[&<>"]/g, (one) => ENTITIES[one] ?? one);

const run = (text: string): string =>
  text
    .split('\n')
    .map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`)
    .join('<w:br/>');

const paragraph = (style: string, text: string): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r>${run(text)}</w:r></w:p>`;

const cell = (width: number, style: string, text: string): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${paragraph(style, text)}</w:tc>`;

function table(rows: readonly (readonly [string, string])[]): string {
  const edge = (side: string): string => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/>`;
  const edges = ['top', 'bottom', 'insideH'].map(edge).join('');
  const lines = rows.map(([text, state]) => `<w:tr>${cell(6800, 'Normal', text)}${cell(2270, 'State', state)}</w:tr>`);
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="9070" w:type="dxa"/><w:tblBorders>${edges}</w:tblBorders>` +
    `<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="6800"/><w:gridCol w:w="2270"/></w:tblGrid>` +
    `${lines.join('')}</w:tbl>`
  );
}

function body({ title, facts, parts }: TermSheetDocument): string {
  const told = facts.map(([label, value]) => paragraph('Normal', `${label}: ${value}`));
  const under = parts.flatMap(({ heading, terms, nothing }) => [
    paragraph('Heading1', heading),
    // A table is followed by a paragraph: two tables in a row would be one.
    terms.length === 0 ? paragraph('State', nothing) : `${table(terms.map(({ text, state }) => [text, state]))}<w:p/>`,
  ]);
  const page =
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="709" w:gutter="0"/>';
  return [paragraph('Title', title), ...told, ...under, `<w:sectPr>${page}</w:sectPr>`].join('');
}

function styles(language: SheetLanguage): string {
  const { eastAsia, language: tag } = FACES[language];
  const style = (id: string, name: string, more: string, size: number): string =>
    `<w:style w:type="paragraph" w:styleId="${id}"${id === 'Normal' ? ' w:default="1"' : ''}><w:name w:val="${name}"/>` +
    `${id === 'Normal' ? '' : '<w:basedOn w:val="Normal"/>'}${more}<w:rPr><w:sz w:val="${size}"/></w:rPr></w:style>`;
  return (
    `${BEGIN}<w:styles ${WORDS}><w:docDefaults><w:rPrDefault><w:rPr>` +
    `<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="${eastAsia}" w:cs="Calibri"/>` +
    `<w:lang w:val="en-GB" w:eastAsia="${tag}"/></w:rPr></w:rPrDefault></w:docDefaults>` +
    style('Normal', 'Normal', '<w:pPr><w:spacing w:after="80"/></w:pPr>', 21) +
    style('Title', 'Title', '<w:pPr><w:spacing w:after="240"/></w:pPr>', 36) +
    style(
      'Heading1',
      'heading 1',
      '<w:pPr><w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="0"/></w:pPr>',
      26,
    ) +
    style('State', 'State', '', 18) +
    '</w:styles>'
  );
}

const relation = (id: number, type: string, target: string): string =>
  `<Relationship Id="r${id}" Type="${type}" Target="${target}"/>`;
const relations = (...list: readonly string[]): string =>
  `${BEGIN}<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`;

/** A term sheet for Word and other text programs; the same words are the same bytes. */
export const termSheetDocx = (document: TermSheetDocument): Buffer =>
  archiveOf([
    {
      name: '[Content_Types].xml',
      text:
        `${BEGIN}<Types xmlns="${PACKAGE}/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        `<Override PartName="/word/document.xml" ContentType="${TYPE}.document.main+xml"/>` +
        `<Override PartName="/word/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
    },
    { name: '_rels/.rels', text: relations(relation(1, `${OFFICE}/officeDocument`, 'word/document.xml')) },
    {
      name: 'word/document.xml',
      text: `${BEGIN}<w:document ${WORDS}><w:body>${body(document)}</w:body></w:document>`,
    },
    { name: 'word/styles.xml', text: styles(document.language) },
    { name: 'word/_rels/document.xml.rels', text: relations(relation(1, `${OFFICE}/styles`, 'styles.xml')) },
  ]);
