import { Trans } from '@lingui/react/macro';
import { type PointerEvent, useState } from 'react';
import type { PanelMeasureName } from '@entente/contract/portfolio';
import { useInspector } from '../../../../ui/inspector-context.ts';
import type { MeasureUnit } from './measure-groups.ts';
import { MeasureTerm } from './measure-term.tsx';
import { MeasureValue } from './measure-value.tsx';
import { useMeasureWords } from './measure-words.ts';
import { inspectedId } from './measures-view.ts';
import classes from './measures.module.css';
import { stepPath, topOf, type YearValue } from './step-path.ts';

type Props = {
  readonly measure: PanelMeasureName;
  readonly unit: MeasureUnit;
  readonly values: readonly YearValue[];
  /** The year whose value is told. */
  readonly year: number;
};

/** One measure through the years: its name, its value in the year read, and the years as steps. */
export function SmallMultiple({ measure, unit, values, year }: Props) {
  const words = useMeasureWords();
  const { show } = useInspector();
  const [pointed, setPointed] = useState<YearValue | null>(null);
  const now = values.find((each) => each.year === year);
  const top = topOf(values, unit === 'share' || unit === 'index');
  const [first, last] = [values[0]?.year ?? year, values.at(-1)?.year ?? year];
  const at = (event: PointerEvent<SVGSVGElement>): YearValue | null => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const nth = Math.floor(((event.clientX - left) / width) * values.length);
    return values[Math.min(values.length - 1, Math.max(0, nth))] ?? null;
  };
  const isUndefined = values.every(({ value }) => value === null);
  return (
    <div className={classes.multiple}>
      <div className={classes.caption}>
        <h3 className={classes.name}>
          <MeasureTerm of={measure}>{words.label(measure)}</MeasureTerm>
        </h3>
        <span className={classes.now}>
          <MeasureValue id={inspectedId(measure, year)} measure={measure} unit={unit} value={now?.value ?? null} />
        </span>
      </div>
      {/* The drawing repeats what the values and the table tell; a hand on it reads and opens other years. */}
      <svg
        className={classes.drawing}
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
        aria-hidden="true"
        onPointerMove={(event) => setPointed(at(event))}
        onPointerLeave={() => setPointed(null)}
        onClick={() => pointed && show(inspectedId(measure, pointed.year))}
      >
        <rect className={classes.year} {...bandOf(values, year)} y={0} height={100} />
        {pointed && <rect className={classes.pointed} {...bandOf(values, pointed.year)} y={0} height={100} />}
        <line className={classes.ground} x1={0} x2={100} y1={100} y2={100} />
        <path className={classes.steps} d={stepPath(values, top)} />
      </svg>
      <div className={classes.axis} aria-hidden="true">
        <span>{first}</span>
        <span className={classes.told}>
          {pointed ? (
            <>
              {pointed.year}{' '}
              <b>{pointed.value === null ? <Trans>not defined</Trans> : words.value(pointed.value, unit, measure)}</b>
            </>
          ) : isUndefined ? (
            <Trans>not defined in any year</Trans>
          ) : (
            <Trans>up to {unit === 'index' ? words.number(top) : words.value(top, unit)}</Trans>
          )}
        </span>
        <span>{last}</span>
      </div>
    </div>
  );
}

function bandOf(values: readonly YearValue[], year: number): { readonly x: number; readonly width: number } {
  const width = 100 / Math.max(1, values.length);
  const nth = values.findIndex((each) => each.year === year);
  return { x: nth * width, width: nth < 0 ? 0 : width };
}
