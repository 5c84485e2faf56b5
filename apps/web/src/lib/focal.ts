import { createContext, useContext } from 'react';

/** The firm from whose side the pages are read; null while none is known. */
export const FocalContext = createContext<string | null>(null);

export const useFocal = (): string | null => useContext(FocalContext);
