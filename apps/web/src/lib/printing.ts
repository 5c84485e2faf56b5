import { useEffect } from 'react';

/** What a page does before it is put on paper, such as reading what the screen does not show. */
export type PrintPreparation = {
  /** Whether nothing is left to be done, so that the browser may print at once. */
  readonly isReady: () => boolean;
  readonly prepare: () => Promise<void>;
};

const preparations = new Set<PrintPreparation>();

/** Puts the page on paper once its parts are ready; what fails is missing there, and its place says so. */
export async function printPage(): Promise<void> {
  const unready = [...preparations].filter(({ isReady }) => !isReady());
  await Promise.allSettled(unready.map(({ prepare }) => prepare()));
  window.print();
}

const isPrintKey = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean =>
  key.toLowerCase() === 'p' && (ctrlKey || metaKey) && !altKey && !shiftKey;

/** Has a preparation run before the page is printed by `printPage` or by Ctrl+P; it must be stable. */
export function usePrintPreparation(preparation: PrintPreparation): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!isPrintKey(event) || event.defaultPrevented || preparation.isReady()) return;
      event.preventDefault();
      void printPage();
    };
    preparations.add(preparation);
    window.addEventListener('keydown', onKeyDown);
    return () => {
      preparations.delete(preparation);
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [preparation]);
}
