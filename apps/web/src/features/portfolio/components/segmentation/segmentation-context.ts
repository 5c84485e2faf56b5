import type { SegmentationAnswer } from '@entente/contract/portfolio';
import { createContext, useContext } from 'react';

/** What every part of the page reads from. */
export type SegmentationView = { readonly workspace: string; readonly answer: SegmentationAnswer };

export const SegmentationContext = createContext<SegmentationView | null>(null);

export function useSegmentation(): SegmentationView {
  const view = useContext(SegmentationContext);
  if (!view) throw new Error('useSegmentation is used outside the page of segmentation');
  return view;
}
