/** Figures as written in full width, with separators or with a percent sign are meant as plain figures. */
export const figureOf = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s*(?:%|percent|per cent|パーセント)\s*$/iu, '')
    .replace(/(?<=\d),(?=\d{3}(?:\D|$))/gu, '')
    .trim();
