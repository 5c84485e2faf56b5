import { EdtfDate } from '@entente/core/kernel';

/** What the address of every page may hold beside its path. */
export type PageSearch = {
  /** The date everything is read at; left out: today. */
  asOf?: string;
  /** The firm from whose side partners are seen. */
  focal?: string;
  /** What the inspector shows. */
  inspect?: string;
  /** Words that narrow a list. */
  q?: string;
};

const SLUG = /^[a-z0-9-]{1,80}$/;
const INSPECTED = /^[a-zA-Z0-9:._~-]{1,200}$/;

/** Keeps what can be read; a malformed part of an address is left out, not an error. */
export function pageSearchFrom(search: Readonly<Record<string, unknown>>): PageSearch {
  const text = (name: string, admits: (value: string) => boolean): Record<string, string> => {
    const value = search[name];
    return typeof value === 'string' && admits(value) ? { [name]: value } : {};
  };
  return {
    ...text('asOf', (value) => value.length <= 20 && EdtfDate.asOf(value).ok),
    ...text('focal', (value) => SLUG.test(value)),
    ...text('inspect', (value) => INSPECTED.test(value)),
    ...text('q', (value) => value !== '' && value.length <= 200),
  };
}

/** Reads an address's search part as plain texts: `asOf=2005` is "2005", not a number; a name given twice has both. */
export function searchFrom(text: string): Record<string, string | string[]> {
  const given = new URLSearchParams(text);
  return Object.fromEntries(
    [...new Set(given.keys())].map((name) => {
      const [first = '', ...more] = given.getAll(name);
      return [name, more.length === 0 ? first : [first, ...more]];
    }),
  );
}

/** Writes it back; what is not set is left out. */
export function searchText(search: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(search).flatMap(([name, value]) => {
    const values: unknown[] = Array.isArray(value) ? value : [value];
    return values.flatMap((one) =>
      (typeof one === 'string' && one !== '') || typeof one === 'number' ? [[name, String(one)]] : [],
    );
  });
  const text = new URLSearchParams(given).toString();
  return text === '' ? '' : `?${text}`;
}
