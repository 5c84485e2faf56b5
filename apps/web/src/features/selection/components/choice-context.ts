import { createContext, useContext } from 'react';
import type { Choice, ChoiceReading } from './choice-draft.ts';

/** The choice as it is typed, and what follows from it as it was saved. */
export type ChoiceOnPage = {
  readonly slug: string;
  readonly choice: Choice;
  readonly set: (next: Choice) => void;
  readonly reading: ChoiceReading | null;
  /** Whether what is typed differs from what was saved, on which the figures rest. */
  readonly isChanged: boolean;
  readonly canChange: boolean;
  /** Members by id. */
  readonly members: readonly { readonly id: string; readonly name: string }[];
  /** Whoever the paper names and is no longer a member. */
  readonly left: ReadonlySet<string>;
};

export const ChoiceContext = createContext<ChoiceOnPage | null>(null);

export function useChoice(): ChoiceOnPage {
  const value = useContext(ChoiceContext);
  if (value === null) throw new Error('useChoice is used outside the page of a choice');
  return value;
}
