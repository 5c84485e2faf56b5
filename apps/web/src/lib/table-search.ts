/** What the address of a table may hold beside what every page's may. */
export type TableSearch = {
  /** `field:operator:value`, all must hold. */
  filter?: readonly string[];
  /** Up to three keys with commas between; a minus sign turns one. */
  sort?: string;
  group?: string;
  /** Whether groups are open, those in `but` the other way. */
  open?: 'all' | 'none';
  /** Groups by their values as filters take them. */
  but?: readonly string[];
  /** Names of fields with commas between, in the order of the table. */
  columns?: string;
  /** Id of a saved view. */
  view?: string;
  q?: string;
};

const FIELD = /^-?(?:[a-z][A-Za-z]{0,39}|custom\.[a-z][a-z0-9-]{0,39})$/;
const FILTER = /^[a-zA-Z0-9.-]{1,60}:[a-z]{1,10}(?::|$)/;
const ID = /^[0-9a-f-]{36}$/;
const GROUP = /^(?:empty$|is:[^])/;
const MOST_FILTERS = 50;
const MOST_GROUPS = 200;

const areFields = (text: string): boolean => text.length <= 2000 && text.split(',').every((name) => FIELD.test(name));

/** Keeps what can be read; a malformed part of an address is left out, not an error. */
export function tableSearchFrom(search: Readonly<Record<string, unknown>>): TableSearch {
  const text = (name: string, admits: (value: string) => boolean): Record<string, string> => {
    const value = search[name];
    return typeof value === 'string' && admits(value) ? { [name]: value } : {};
  };
  const texts = (name: string, form: RegExp): readonly string[] => {
    const given: unknown[] = Array.isArray(search[name]) ? search[name] : [search[name]];
    return given.filter((one): one is string => typeof one === 'string' && form.test(one));
  };
  const filter = texts('filter', FILTER);
  const but = texts('but', GROUP);
  return {
    ...(filter.length === 0 ? {} : { filter: filter.slice(0, MOST_FILTERS) }),
    ...text('open', (value) => value === 'all' || value === 'none'),
    ...(but.length === 0 ? {} : { but: but.slice(0, MOST_GROUPS) }),
    ...text('sort', areFields),
    ...text('group', (value) => FIELD.test(value)),
    ...text('columns', areFields),
    ...text('view', (value) => ID.test(value)),
  };
}
