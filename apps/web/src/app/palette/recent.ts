import { forgetStored, readStored, writeStored } from '../../lib/storage.ts';

/** A page of a record that was looked at. */
export type RecentPage = { readonly path: string; readonly title: string };

const MOST = 8;
const KEYS = 'entente.recent.';
const keyOf = (workspace: string): string => `${KEYS}${workspace}`;
/** Pages of one record each; lists stand in the navigation. */
const RECORD_PAGE =
  /^\/w\/[^/]+\/(?:(?:alliances|partners|sources|houses|people|events)\/(?!new$)[^/]+|organisations\/[^/]+\/portfolio)$/;
const TITLE = / · Entente$/;

const isRecent = (value: unknown): value is RecentPage =>
  typeof value === 'object' &&
  value !== null &&
  'path' in value &&
  typeof value.path === 'string' &&
  'title' in value &&
  typeof value.title === 'string';

/** The pages looked at last on this machine, the latest first. */
export function recentPages(workspace: string): readonly RecentPage[] {
  try {
    const stored: unknown = JSON.parse(readStored(keyOf(workspace)) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isRecent).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** Remembers a page under the title that the browser shows; other pages than those of records are passed over. */
export function rememberPage(workspace: string, path: string, title: string): void {
  if (!RECORD_PAGE.test(path) || !TITLE.test(title)) return;
  const page = { path, title: title.replace(TITLE, '') };
  const others = recentPages(workspace).filter((other) => other.path !== path);
  writeStored(keyOf(workspace), JSON.stringify([page, ...others].slice(0, MOST)));
}

/** Whoever signs out leaves no names of records on the machine. */
export const forgetPages = (): void => forgetStored(KEYS);
