import { Trans, useLingui } from '@lingui/react/macro';
import { Switch } from '@mantine/core';
import { useState } from 'react';
import { Drawing } from '../drawing.tsx';
import { usePortfolioView } from '../portfolio-context.ts';
import { useMeasure } from '../use-measure.ts';
import { usePortfolioWords } from '../words.ts';
import { lensDepartures } from './lens-departures.ts';
import { PLANE_FONT, planeDrawing } from './plane-drawing.ts';
import { PlaneGround } from './plane-ground.tsx';
import { PlanePath } from './plane-path.tsx';
import { PathTable } from './path-table.tsx';
import type { Reading } from './reading.ts';
import classes from './configuration-plane.module.css';

const HEIGHT = { wide: 420, narrow: 360 } as const;

/** The 2x2 of scope and shaping with the portfolio's path through it. */
export function ConfigurationPlane({ reading }: { readonly reading: Reading }) {
  const { t } = useLingui();
  const { firm } = usePortfolioView();
  const [recentShown, setRecentShown] = useState(true);
  const parts = lensDepartures(reading.path, reading.recent).length > 0;
  const heightFor = (width: number): number => (width < 480 ? HEIGHT.narrow : HEIGHT.wide);
  return (
    <Drawing
      title={<Trans>Configuration</Trans>}
      fileName={`${firm}-configuration`}
      fileTitle={t`Configuration of the alliance portfolio: ${firm}`}
      height={HEIGHT.wide}
      twin={<PathTable reading={reading} />}
      actions={
        parts && (
          <Switch
            size="xs"
            label={t`Ten-year lens`}
            checked={recentShown}
            onChange={(event) => setRecentShown(event.currentTarget.checked)}
          />
        )
      }
    >
      {(width) => <Plane reading={reading} width={width} height={heightFor(width)} withRecent={recentShown && parts} />}
    </Drawing>
  );
}

type PlaneProps = {
  readonly reading: Reading;
  readonly width: number;
  readonly height: number;
  readonly withRecent: boolean;
};

function Plane({ reading, width, height, withRecent }: PlaneProps) {
  const { t } = useLingui();
  const words = usePortfolioWords();
  const { answer } = usePortfolioView();
  const measure = useMeasure(PLANE_FONT);
  const { scopeAt, shapingAt } = answer.report;
  const drawing = planeDrawing(reading, answer.report, { width, height }, withRecent, words.typeName, measure);
  const { year, scope, shaping, label } = reading.entry;
  const name = words.typeName(label);
  return (
    <svg
      className={classes.plane}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="group"
      aria-label={t`Path of the portfolio over scope and shaping, one point for each place. In ${year} it stands at scope ${scope} and shaping ${shaping}: ${name}.`}
    >
      <PlaneGround
        drawing={drawing}
        label={label}
        xTitle={t`Scope: partner houses (extensive from ${scopeAt})`}
        yTitle={t`Shaping: explorative moves (explorative from ${shapingAt})`}
      />
      <PlanePath drawing={drawing} />
    </svg>
  );
}
