import { EdtfDate } from '@entente/core/kernel';

/** What the address of the history narrows it to. */
export type HistorySearch = {
  /** `kind:slug` or `kind:id`. */
  record?: string;
  actor?: string;
  command?: string;
  /** Days of the reader's calendar, both inside. */
  from?: string;
  to?: string;
};

const RECORD = /^[a-z-]{1,30}:[a-z0-9]+(?:-[a-z0-9]+)*$/;
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const COMMAND = /^[a-z]+(?:-[a-z]+)*$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

type Admitted = Readonly<Record<string, (value: string) => boolean>>;

function searchOf(search: Readonly<Record<string, unknown>>, admitted: Admitted): Record<string, string> {
  const given = Object.entries(admitted).flatMap(([name, admits]): [string, string][] => {
    const value = search[name];
    return typeof value === 'string' && value.length <= 120 && admits(value) ? [[name, value]] : [];
  });
  return Object.fromEntries(given);
}

const isDay = (value: string): boolean => DAY.test(value) && EdtfDate.parse(value).ok;

/** Keeps what can be read; a malformed part of an address is left out, not an error. */
export const historySearchFrom = (search: Readonly<Record<string, unknown>>): HistorySearch =>
  searchOf(search, {
    record: (value) => RECORD.test(value),
    actor: (value) => ID.test(value),
    command: (value) => COMMAND.test(value),
    from: isDay,
    to: isDay,
  });

/** What the address of the discrepancies narrows them to. */
export type DiscrepancySearch = {
  kind?: string;
  source?: string;
  record?: string;
  /** Left out: both. */
  open?: 'true' | 'false';
};

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export const discrepancySearchFrom = (search: Readonly<Record<string, unknown>>): DiscrepancySearch =>
  searchOf(search, {
    kind: (value) => COMMAND.test(value),
    source: (value) => SLUG.test(value),
    record: (value) => RECORD.test(value),
    open: (value) => value === 'true' || value === 'false',
  });
