import { csvText } from '@entente/core/member-tables';

/** Begins with a letter or figure and holds nothing that CSV marks: most names, which are written as they are. */
const PLAIN = /^[\p{L}\p{N}][^",\r\n]*$/u;

/** A name as a CSV cell. */
export const nameCell = (name: string): string => (PLAIN.test(name) ? name : csvText([[name]], 'unix').slice(0, -1));

/** A number as a CSV cell; NaN, what is not defined, is empty. */
export const numberCell = (value: number): string => (Number.isNaN(value) ? '' : String(value));
