const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u;
const NARROW = /[ iljtfrI1.,:;'|()[\]/–-]/u;

/** How wide a text stands in the drawing's type, in pixels. */
export type Measure = (text: string, weight?: 'normal' | 'bold') => number;

/** About how wide a line of text stands, in pixels, without a canvas to measure it on: errs to the wide side. */
export function textWidth(text: string, fontSize: number): number {
  let ems = 0;
  for (const character of text) ems += WIDE.test(character) ? 1 : NARROW.test(character) ? 0.38 : 0.6;
  return ems * fontSize;
}

/** Breaks a text into at most `most` lines of a width, between words, or after a Japanese middle dot; the rest stays on the last line. */
export function textLines(text: string, width: number, measure: Measure, most: number): string[] {
  const words = text.match(/[^\s・]+[\s・]*/gu) ?? [text];
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    if (line !== '' && lines.length < most - 1 && measure((line + word).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += word;
  }
  return [...lines, line.trimEnd()];
}

/** Measures without a browser, by `textWidth`. */
export const estimatedMeasure =
  (fontSize: number): Measure =>
  (text, weight = 'normal') =>
    textWidth(text, fontSize) * (weight === 'bold' ? 1.08 : 1);
