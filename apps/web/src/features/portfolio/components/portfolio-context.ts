import { createContext, useContext } from 'react';
import type { PortfolioAnswer } from '@entente/contract/portfolio';
import type { Reading } from './configuration/reading.ts';

/** What every part of the page reads from: the answer, its reading on the as-of day, and where its records live. */
export type PortfolioView = {
  readonly workspace: string;
  readonly firm: string;
  readonly answer: PortfolioAnswer;
  /** Null before the first alliance. */
  readonly reading: Reading | null;
  /** The as-of date as written; null is today. */
  readonly asOf: string | null;
  readonly day: string;
};

export const PortfolioContext = createContext<PortfolioView | null>(null);

export function usePortfolioView(): PortfolioView {
  const view = useContext(PortfolioContext);
  if (!view) throw new Error('usePortfolioView is used outside the portfolio page');
  return view;
}
