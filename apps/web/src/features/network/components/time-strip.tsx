import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Slider, Switch } from '@mantine/core';
import { useEffect, useState } from 'react';
import { today, useAsOf } from '../../../lib/as-of.ts';
import { useNetwork } from './network-context.ts';
import classes from './time-strip.module.css';

const WIDTH = 1000;
const HEIGHT = 28;

/** The years, with what begins above the line and what ends below it; a year is chosen by the slider, or from change to change. */
export function TimeStrip() {
  const { t } = useLingui();
  const { model, view, change } = useNetwork();
  const asOf = useAsOf();
  const { year: years, begun, ended } = model.answer.years;
  const chosen = Number(asOf.day.slice(0, 4));
  const [held, setHeld] = useState(chosen);
  useEffect(() => setHeld(chosen), [chosen]);
  const thisYear = Number(today().slice(0, 4));
  const first = Math.min(years[0] ?? thisYear, chosen);
  const last = Math.max(thisYear, years.at(-1) ?? thisYear, chosen);
  const goTo = (year: number | undefined): void => {
    if (year !== undefined) change({ asOf: year >= thisYear ? undefined : String(year), time: undefined });
  };
  if (years.length === 0) return null;
  const most = Math.max(...begun, ...ended, 1);
  const wide = WIDTH / Math.max(1, last - first + 1);
  const high = (count: number): number => (count === 0 ? 0 : Math.max(1.5, (count / most) * (HEIGHT / 2)));
  const before = years.findLast((year) => year < chosen);
  const after = years.find((year) => year > chosen);
  const at = years.indexOf(chosen);
  const [came, went] = [begun[at] ?? 0, ended[at] ?? 0];
  return (
    <div className={classes.strip}>
      <div className={classes.head}>
        <span className={classes.year} aria-live="polite">
          {view.isTimeless ? <Trans>All years together</Trans> : (asOf.text ?? t`today`)}
        </span>
        <Button.Group>
          <Button size="compact-xs" variant="default" disabled={before === undefined} onClick={() => goTo(before)}>
            ‹ <Trans>Earlier change</Trans>
          </Button>
          <Button size="compact-xs" variant="default" disabled={after === undefined} onClick={() => goTo(after)}>
            <Trans>Later change</Trans> ›
          </Button>
        </Button.Group>
        <span className={classes.told}>
          {!view.isTimeless && (
            <>
              <Plural value={came} one="# membership begins" other="# memberships begin" />
              {' · '}
              <Plural value={went} one="# ends" other="# end" />
              {' · '}
              {chosen}
            </>
          )}
        </span>
        <Switch
          size="xs"
          label={t`All that is recorded, whatever the day`}
          checked={view.isTimeless}
          onChange={(event) => change({ time: event.currentTarget.checked ? 'all' : undefined })}
        />
      </div>
      <svg
        className={classes.bars}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t`Memberships that begin and end, year by year`}
      >
        {years.map((year, nth) => (
          <g key={year} data-chosen={year === held || undefined}>
            <rect
              x={(year - first) * wide}
              width={Math.max(1, wide * 0.8)}
              y={HEIGHT / 2 - high(begun[nth] ?? 0)}
              height={high(begun[nth] ?? 0)}
            />
            <rect
              className={classes.ended}
              x={(year - first) * wide}
              width={Math.max(1, wide * 0.8)}
              y={HEIGHT / 2}
              height={high(ended[nth] ?? 0)}
            />
          </g>
        ))}
      </svg>
      <Slider
        size="xs"
        min={first}
        max={last}
        step={1}
        value={held}
        label={(year) => String(year)}
        thumbLabel={t`Year of the network`}
        disabled={view.isTimeless}
        onChange={setHeld}
        onChangeEnd={goTo}
      />
      <div className={classes.ends} aria-hidden="true">
        <span>{first}</span>
        <span>{last}</span>
      </div>
    </div>
  );
}
