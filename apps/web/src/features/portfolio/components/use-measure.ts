import { useMemo } from 'react';
import { estimatedMeasure, type Measure } from './text-width.ts';

/** Measures text in the page's own type, so that words in a drawing keep clear of each other whatever font there is. */
export function useMeasure(fontSize: number): Measure {
  return useMemo(() => {
    const context = document.createElement('canvas').getContext('2d');
    if (!context) return estimatedMeasure(fontSize);
    // Widths as the drawing has them, which is not fitted to whole pixels.
    context.textRendering = 'geometricPrecision';
    const family = getComputedStyle(document.body).fontFamily;
    const known = new Map<string, number>();
    return (text, weight = 'normal') => {
      const key = `${weight} ${text}`;
      const before = known.get(key);
      if (before !== undefined) return before;
      context.font = `${weight === 'bold' ? 600 : 400} ${fontSize}px ${family}`;
      const { width } = context.measureText(text);
      known.set(key, width);
      return width;
    };
  }, [fontSize]);
}
