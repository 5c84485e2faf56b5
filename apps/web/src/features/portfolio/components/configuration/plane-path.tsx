import { useLingui } from '@lingui/react/macro';
import { useInspector } from '../../../../ui/inspector-context.ts';
import { pressable } from '../inspectable.tsx';
import { usePortfolioWords } from '../words.ts';
import classes from './configuration-plane.module.css';
import { type DrawnPoint, type DrawnStep, type PlaneDrawing, radiusOf } from './plane-drawing.ts';

const ARROW_FROM = 26;

/** The path with its direction, a point for each place, and its years. */
export function PlanePath({ drawing: { steps, points } }: { readonly drawing: PlaneDrawing }) {
  return (
    <g>
      {steps.map((step, index) => (
        <Step key={index} step={step} />
      ))}
      {points.map((point) => (
        <Point key={`${point.lens} ${point.point.scope} ${point.point.shaping}`} point={point} />
      ))}
    </g>
  );
}

function Step({ step }: { readonly step: DrawnStep }) {
  const { x1, y1, x2, y2, phase, lens } = step;
  const length = Math.hypot(x2 - x1, y2 - y1);
  const angle = (Math.atan2(y2 - y1, x2 - x1) * 180) / Math.PI;
  return (
    <g className={classes.step} data-phase={phase} data-lens={lens}>
      <line x1={x1} y1={y1} x2={x2} y2={y2} />
      {length >= ARROW_FROM && (
        <path d="M-4 -4 L4 0 L-4 4 Z" transform={`translate(${(x1 + x2) / 2} ${(y1 + y2) / 2}) rotate(${angle})`} />
      )}
    </g>
  );
}

function Point({ point }: { readonly point: DrawnPoint }) {
  const { t } = useLingui();
  const words = usePortfolioWords();
  const { show, activeId } = useInspector();
  const { x, y, phase, lens, contested, label, labelBox, year } = point;
  const id = `portfolio.${lens === 'recent' ? 'recent' : 'year'}.${year}`;
  const entry = point.point.entries.find((each) => each.year === year) ?? point.point.entries[0];
  const radius = radiusOf(phase, lens);
  const name = entry ? words.typeName(entry.label) : '';
  const { scope, shaping } = point.point;
  const said = contested
    ? t`${label}: scope ${scope}, shaping ${shaping}, ${name}, contested`
    : t`${label}: scope ${scope}, shaping ${shaping}, ${name}`;
  return (
    <g
      className={classes.point}
      data-phase={phase}
      data-lens={lens}
      data-contested={contested || undefined}
      data-active={activeId === id || undefined}
      aria-label={lens === 'recent' ? t`Ten-year lens, ${said}` : said}
      {...pressable(() => show(id))}
    >
      <title>{said}</title>
      <circle className={classes.reach} cx={x} cy={y} r={14} />
      {lens === 'recent' ? (
        <rect className={classes.mark} x={x - radius} y={y - radius} width={2 * radius} height={2 * radius} />
      ) : (
        <circle className={classes.mark} cx={x} cy={y} r={radius} />
      )}
      <text className={classes.years} x={labelBox.x + labelBox.width / 2} y={labelBox.y + 11.5} textAnchor="middle">
        {label}
      </text>
    </g>
  );
}
