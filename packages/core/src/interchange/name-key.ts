const PLAIN = /^[\u0021-\u007e]+(?: [\u0021-\u007e]+)*$/;

/** What two spellings of one name share: width, case and spaces make no other name. */
export const nameKey = (name: string): string =>
  (PLAIN.test(name) ? name : name.normalize('NFKC').trim().replace(/\s+/g, ' ')).toLowerCase();
