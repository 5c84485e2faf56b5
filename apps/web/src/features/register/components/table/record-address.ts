import { useRouter, useSearch } from '@tanstack/react-router';
import { createContext, type MouseEvent, useCallback, useContext } from 'react';
import { searchText } from '../../../../lib/page-search.ts';

/** Where the page of a record is, by what its pages are called. */
export type RecordAddress = (page: string, record: string) => string;

const RecordAddressContext = createContext<RecordAddress>(() => '#');
export const RecordAddressProvider = RecordAddressContext.Provider;
export const useRecordAddress = (): RecordAddress => useContext(RecordAddressContext);

/**
 * Addresses for the hundreds of links of a table, made once: a router's link in each cell would cost more than all else
 * that is drawn while scrolling. They keep the date and the firm in focus, as all links do.
 */
export function useAddressesOf(workspace: string): RecordAddress {
  const search = useSearch({ strict: false });
  const kept = searchText({ asOf: search.asOf, focal: search.focal });
  return useCallback(
    (page, record) => `/w/${encodeURIComponent(workspace)}/${page}/${encodeURIComponent(record)}${kept}`,
    [workspace, kept],
  );
}

/** Follows a plain press on one of those links within the application. */
export function useLinkPress(): (event: MouseEvent) => void {
  const router = useRouter();
  return useCallback(
    (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-record]') : null;
      const isPlain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
      if (link === null || !isPlain) return;
      event.preventDefault();
      router.history.push(`${link.pathname}${link.search}`);
    },
    [router],
  );
}
