import { useLingui } from '@lingui/react/macro';
import type { RefObject } from 'react';
import { useInspector } from '../../../../ui/inspector-context.ts';
import { pressable } from '../inspectable.tsx';
import { AllianceBar } from './alliance-bar.tsx';
import { DisputeFlag } from './dispute-flag.tsx';
import classes from './milestones.module.css';
import { type MilestonesLayout, type PlacedLane, SIZES } from './milestones-layout.ts';

type Props = {
  readonly lanes: readonly PlacedLane[];
  readonly layout: MilestonesLayout;
  readonly colourOf: (slug: string) => string;
  /** The last day that counts as come. */
  readonly until: string;
  /** Group of the lane names when it has to stay in view while the drawing scrolls. */
  readonly named: RefObject<SVGGElement | null> | null;
};

/** A lane for each partner with the alliances that tie it as bars. */
export function Lanes({ lanes, layout, colourOf, until, named }: Props) {
  return (
    <>
      {lanes.map(({ lane, top, bars }) => (
        <g key={`${lane.kind} ${lane.slug}`}>
          <line className={classes.laneLine} x1={0} x2={layout.width} y1={top} y2={top} />
          {bars.map((placed) => (
            <AllianceBar key={placed.shape.bar.alliance} placed={placed} colour={colourOf(lane.slug)} until={until} />
          ))}
        </g>
      ))}
      {lanes.flatMap(({ lane, bars }) =>
        bars.map(({ shape, labels, y }) =>
          labels.flagX === null ? null : (
            <DisputeFlag
              key={`${lane.kind} ${lane.slug} ${shape.bar.alliance}`}
              x={labels.flagX}
              y={y}
              disputed={shape.bar.disputed}
            />
          ),
        ),
      )}
      <g ref={named} data-follows-scroll={named ? true : undefined}>
        {lanes.map((placed) => (
          <LaneName
            key={`${placed.lane.kind} ${placed.lane.slug}`}
            placed={placed}
            colour={colourOf(placed.lane.slug)}
          />
        ))}
      </g>
    </>
  );
}

function LaneName({ placed, colour }: { readonly placed: PlacedLane; readonly colour: string }) {
  const { t } = useLingui();
  const { show } = useInspector();
  const { lane, nameLines, top } = placed;
  const y = top + SIZES.lanePadding;
  return (
    <g
      className={classes.lane}
      aria-label={t`Partner ${lane.name}`}
      {...pressable(() => show(`portfolio.partner.${lane.slug}`))}
    >
      <title>{lane.name}</title>
      <rect x={2} y={y + 3} width={10} height={10} rx={2} fill={colour} />
      <text>
        {nameLines.map((line, index) => (
          <tspan key={index} x={20} y={y + 12.5 + index * 15}>
            {`${line} `}
          </tspan>
        ))}
      </text>
    </g>
  );
}
