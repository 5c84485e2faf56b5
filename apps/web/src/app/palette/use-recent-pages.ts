import { useEffect } from 'react';
import { rememberPage } from './recent.ts';

/** Remembers each record's page when its title is known: the title follows the data, the address is there before. */
export function useRecentPages(workspace: string): void {
  useEffect(() => {
    const title = document.querySelector('title');
    if (title === null) return;
    const remember = (): void => rememberPage(workspace, window.location.pathname, document.title);
    const observer = new MutationObserver(remember);
    observer.observe(title, { childList: true, characterData: true, subtree: true });
    return () => observer.disconnect();
  }, [workspace]);
}
