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

/** Reads an address's search part as plain texts: `asOf=2005` is "2005", not a number. */
export function searchFrom(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

/** Writes it back; what is not set is left out. */
export function searchText(search: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(search).filter(
    (entry): entry is [string, string | number] =>
      (typeof entry[1] === 'string' && entry[1] !== '') || typeof entry[1] === 'number',
  );
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text === '' ? '' : `?${text}`;
}
