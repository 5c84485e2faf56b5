import { createContext, useContext } from 'react';
import type { MeasuredFirm, PanelMeasureName } from '@entente/contract/portfolio';
import type { MeasureSearch } from '../../api/measures-queries.ts';

type Firm = Pick<MeasuredFirm, 'kind' | 'slug'>;

/** Where values of a page are opened: the workspace, how they are counted, and of whom they are. */
export type MeasuresView = {
  readonly workspace: string;
  readonly search: MeasureSearch;
  /** Of a page of one firm; null where each row is of another. */
  readonly firm: Firm | null;
};

export const MeasuresContext = createContext<MeasuresView | null>(null);

export function useMeasuresView(): MeasuresView {
  const view = useContext(MeasuresContext);
  if (!view) throw new Error('useMeasuresView is used outside a page of measures');
  return view;
}

const ROOM = 'measures';

/** Under which address a value is opened: measure, year, and of whom where the page has many. */
export const inspectedId = (measure: PanelMeasureName, year: number, firm: Firm | null = null): string =>
  [ROOM, measure, year, ...(firm === null ? [] : [firm.kind, firm.slug])].join('.');

export type InspectedValue = {
  readonly measure: string;
  readonly year: number;
  readonly firm: Firm | null;
};

/** What an address of the inspector means on a page of measures; null: something else. */
export function inspectedValue(id: string | null): InspectedValue | null {
  const [room, measure = '', year = '', kind, ...slug] = (id ?? '').split('.');
  if (room !== ROOM || !/^\d{1,4}$/.test(year)) return null;
  const isFirm = kind === 'house' || kind === 'organisation';
  return { measure, year: Number(year), firm: isFirm ? { kind, slug: slug.join('.') } : null };
}
