/** What the address of a table may hold beside what every page's may. */
export type TableSearch = {
  /** `field:operator:value`, all must hold. */
  filter?: readonly string[];
  /** Up to three keys with commas between; a minus sign turns one. */
  sort?: string;
  group?: string;
  /** Names of fields with commas between, in the order of the table. */
  columns?: string;
  /** Id of a saved view. */
  view?: string;
  q?: string;
};

const FIELD = /^-?(?:[a-z][A-Za-z]{0,39}|custom\.[a-z][a-z0-9-]{0,39})$/;
const FILTER = /^[a-zA-Z0-9.-]{1,60}:[a-z]{1,10}(?::|$)/;
const ID = /^[0-9a-f-]{36}$/;
const MOST_FILTERS = 50;

const areFields = (text: string): boolean => text.length <= 2000 && text.split(',').every((name) => FIELD.test(name));

/** Keeps what can be read; a malformed part of an address is left out, not an error. */
export function tableSearchFrom(search: Readonly<Record<string, unknown>>): TableSearch {
  const text = (name: string, admits: (value: string) => boolean): Record<string, string> => {
    const value = search[name];
    return typeof value === 'string' && admits(value) ? { [name]: value } : {};
  };
  const given: unknown[] = Array.isArray(search['filter']) ? search['filter'] : [search['filter']];
  const filter = given.filter((one): one is string => typeof one === 'string' && FILTER.test(one));
  return {
    ...(filter.length === 0 ? {} : { filter: filter.slice(0, MOST_FILTERS) }),
    ...text('sort', areFields),
    ...text('group', (value) => FIELD.test(value)),
    ...text('columns', areFields),
    ...text('view', (value) => ID.test(value)),
  };
}
