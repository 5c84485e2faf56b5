import type { Overlap } from '@entente/core/register';
import { useSegmentationWords } from './segmentation-words.ts';
import classes from './segmentation.module.css';

const SIGNS: Readonly<Record<Overlap, string>> = { certain: '●', possible: '◐', none: '○' };

/** A verdict by sign and word. */
export function VerdictMark({ overlap }: { readonly overlap: Overlap }) {
  const words = useSegmentationWords();
  return (
    <span className={classes.verdict} data-overlap={overlap}>
      <span aria-hidden="true">{SIGNS[overlap]} </span>
      {words.overlap(overlap)}
    </span>
  );
}
