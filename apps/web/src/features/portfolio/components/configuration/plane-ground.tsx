import type { ConfigurationType } from '@entente/core/portfolio';
import classes from './configuration-plane.module.css';
import type { PlaneDrawing } from './plane-drawing.ts';

type Props = {
  readonly drawing: PlaneDrawing;
  /** The quadrant in which the portfolio stands. */
  readonly label: ConfigurationType;
  readonly xTitle: string;
  readonly yTitle: string;
};

/** Quadrants with their names, thresholds, and axes from 0. */
export function PlaneGround({ drawing: { scale, quadrants }, label, xTitle, yTitle }: Props) {
  const { left, right, top, bottom, xBorder, yBorder, height } = scale;
  const middle = (top + bottom) / 2;
  return (
    <g>
      {quadrants.map(({ type, area, lines, title, anchor }) => (
        <g key={type}>
          {type === label && <rect className={classes.standing} {...area} />}
          <text className={classes.quadrant} data-here={type === label || undefined} textAnchor={anchor}>
            {lines.map((line, index) => (
              <tspan key={line} x={anchor === 'end' ? title.x + title.width : title.x} y={title.y + 11 + index * 15}>
                {line}
              </tspan>
            ))}
          </text>
        </g>
      ))}
      <rect className={classes.frame} x={left} y={top} width={right - left} height={bottom - top} />
      <line className={classes.threshold} x1={xBorder} x2={xBorder} y1={top} y2={bottom} />
      <line className={classes.threshold} x1={left} x2={right} y1={yBorder} y2={yBorder} />
      <g className={classes.axis}>
        {scale.xTicks.map((tick) => (
          <g key={tick}>
            <line x1={scale.x(tick)} x2={scale.x(tick)} y1={bottom} y2={bottom + 4} />
            <text x={scale.x(tick)} y={bottom + 16} textAnchor="middle">
              {tick}
            </text>
          </g>
        ))}
        {scale.yTicks.map((tick) => (
          <g key={tick}>
            <line x1={left - 4} x2={left} y1={scale.y(tick)} y2={scale.y(tick)} />
            <text x={left - 8} y={scale.y(tick) + 4} textAnchor="end">
              {tick}
            </text>
          </g>
        ))}
        <text className={classes.axisTitle} x={(left + right) / 2} y={height - 6} textAnchor="middle">
          {xTitle}
        </text>
        <text className={classes.axisTitle} transform={`translate(12 ${middle}) rotate(-90)`} textAnchor="middle">
          {yTitle}
        </text>
      </g>
    </g>
  );
}
