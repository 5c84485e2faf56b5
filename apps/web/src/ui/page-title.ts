import { useEffect } from 'react';

/** Names the page in the browser's tab. */
export function usePageTitle(title: string | null | undefined): void {
  useEffect(() => {
    document.title = title ? `${title} · Entente` : 'Entente';
  }, [title]);
}

/** Names the tab after what went wrong for as long as that is shown; null when the page itself is well. */
export function useFailureTitle(happened: string | null): void {
  useEffect(() => {
    if (happened === null) return;
    const before = document.title;
    document.title = `${happened} · Entente`;
    return () => {
      document.title = before;
    };
  }, [happened]);
}
