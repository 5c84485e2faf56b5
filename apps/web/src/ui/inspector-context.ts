import { createContext, type ReactNode, useContext } from 'react';

/** What the inspector shows when asked by code rather than by a mark on the page. */
export type InspectorEntry = { readonly title: ReactNode; readonly body: ReactNode };

export type Inspector = {
  /** What is shown, as the address holds it; null when closed or when what is shown has no address. */
  readonly activeId: string | null;
  /** Shows the content of the `Inspected` with this id. */
  readonly show: (id: string) => void;
  /** Shows a title and a body that have no address of their own. */
  readonly open: (entry: InspectorEntry) => void;
  readonly close: () => void;
};

/** How `Inspected` content reaches the panel. */
export type InspectorHost = {
  readonly host: HTMLElement | null;
  /** Tells the panel that content is there; the returned function that it is gone. */
  readonly announce: () => () => void;
};

export const InspectorContext = createContext<Inspector | null>(null);
export const InspectorHostContext = createContext<InspectorHost | null>(null);

/** The inspector of the page: `useInspector().open({ title, body })`, or `.show(id)` for what an `Inspected` holds. */
export function useInspector(): Inspector {
  const inspector = useContext(InspectorContext);
  if (!inspector) throw new Error('useInspector is used outside InspectorProvider');
  return inspector;
}
