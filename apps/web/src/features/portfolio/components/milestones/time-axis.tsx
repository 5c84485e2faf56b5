import { useMeasure } from '../use-measure.ts';
import classes from './milestones.module.css';
import { SIZES } from './milestones-layout.ts';
import type { TimeScale } from './time-scale.ts';

type Props = {
  readonly scale: TimeScale;
  readonly height: number;
  /** Where the as-of date lies; null when the pages read today. */
  readonly line: { readonly x: number; readonly text: string } | null;
};

const FLAG_PADDING = 6;

/** Years along the top with faint lines down, and the as-of line. */
export function TimeAxis({ scale, height, line }: Props) {
  const measure = useMeasure(SIZES.font);
  const half = line ? measure(line.text, 'bold') / 2 + FLAG_PADDING : 0;
  const middle = line ? Math.min(scale.right - half, Math.max(scale.left + half, line.x)) : 0;
  const hidden = (x: number): boolean => line !== null && Math.abs(x - middle) < half + 4;
  return (
    <g className={classes.axis}>
      {line && (
        <rect
          className={classes.later}
          x={line.x}
          y={SIZES.axis}
          width={Math.max(0, scale.right - line.x)}
          height={height - SIZES.axis}
        />
      )}
      {scale.years.map((year) => {
        const x = scale.x(`${String(year).padStart(4, '0')}-01-01`);
        return (
          <g key={year}>
            <line x1={x} x2={x} y1={SIZES.axis - 5} y2={height} />
            {!hidden(x + 14) && (
              <text x={x + 2} y={SIZES.axis - 9}>
                {year}
              </text>
            )}
          </g>
        );
      })}
      {line && (
        <g className={classes.asOf}>
          <line x1={line.x} x2={line.x} y1={SIZES.axis - 3} y2={height} />
          <rect x={middle - half} y={1} width={2 * half} height={SIZES.axis - 5} rx={3} />
          <text x={middle} y={SIZES.axis - 9} textAnchor="middle">
            {line.text}
          </text>
        </g>
      )}
    </g>
  );
}
