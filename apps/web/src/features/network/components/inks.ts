import { useComputedColorScheme } from '@mantine/core';
import { useMemo } from 'react';
import type { Inks } from '../model/colouring.ts';

/** From little to much; each stands out from its ground, and from its neighbours. */
const RAMPS = {
  light: ['#7fb0cc', '#4f90b5', '#2b6f97', '#125073', '#062f47'],
  dark: ['#2f6b89', '#4789a8', '#6baac6', '#9acbe0', '#d9f0fa'],
} as const;

/** The page's colours in the theme that is on. */
export function useInks(): Inks {
  const scheme = useComputedColorScheme('light');
  return useMemo(() => {
    const style = getComputedStyle(document.body);
    const ink = (name: string): string => style.getPropertyValue(name).trim();
    return {
      text: ink('--mantine-color-text'),
      quiet: ink('--ink-quiet'),
      line: ink('--line-strong'),
      ground: ink('--mantine-color-body'),
      accent: ink('--accent'),
      series: Array.from({ length: 8 }, (_, slot) => ink(`--series-${slot + 1}`)),
      ramp: RAMPS[scheme],
      fontFamily: style.fontFamily,
    };
  }, [scheme]);
}
