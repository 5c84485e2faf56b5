import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Skeleton, useComputedColorScheme } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useEffect, useId, useMemo, useState } from 'react';
import type { ChartInks, ChartOption } from './chart-option.ts';
import classes from './chart.module.css';

const ChartCanvas = lazy(async () => ({ default: (await import('./chart-canvas.tsx')).ChartCanvas }));

type Props = {
  readonly title: ReactNode;
  /** What the drawing shows, in a sentence or two. */
  readonly description: string;
  /** The drawing, with the colours of the theme that is on. Keep it stable (`useCallback`): a new one draws anew. */
  readonly option: (inks: ChartInks) => ChartOption;
  /** The same facts as a table. */
  readonly twin: ReactNode;
  readonly height: number;
  /** Called with the `data` item that was clicked and its series. */
  readonly onSelect?: (item: { readonly seriesId: string; readonly index: number; readonly name: string }) => void;
};

const INK_NAMES = {
  text: '--mantine-color-text',
  quiet: '--ink-quiet',
  line: '--line',
  lineStrong: '--line-strong',
  ground: '--mantine-color-body',
  groundQuiet: '--ground-quiet',
  accent: '--accent',
  caution: '--ink-caution',
} as const;

function inksOf(element: Element): ChartInks {
  const style = getComputedStyle(element);
  const ink = (name: string): string => style.getPropertyValue(name).trim();
  const named = Object.fromEntries(Object.entries(INK_NAMES).map(([key, name]) => [key, ink(name)]));
  return {
    ...(named as Omit<ChartInks, 'series' | 'fontFamily'>),
    series: Array.from({ length: 8 }, (_, slot) => ink(`--series-${slot + 1}`)),
    fontFamily: style.fontFamily,
  };
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input,textarea,select,[contenteditable="true"]') !== null;

/** A drawing with its table twin, which `T` and a button put in its place. */
export function Chart({ title, description, option, twin, height, onSelect }: Props) {
  const { t } = useLingui();
  const scheme = useComputedColorScheme('light');
  const heading = useId();
  const [asTable, setAsTable] = useState(false);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
      if (plain && event.key.toLowerCase() === 't') setAsTable((before) => !before);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  // The scheme is named here because the inks are read from the page, which it colours.
  const drawn = useMemo(() => ({ scheme, option: option(inksOf(document.body)) }), [option, scheme]);
  return (
    <figure className={classes.figure} aria-labelledby={heading}>
      <figcaption className={classes.caption}>
        <span id={heading} className={classes.title}>
          {title}
        </span>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          flex="none"
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? <Trans>Drawing (T)</Trans> : <Trans>Table (T)</Trans>}
        </Button>
      </figcaption>
      {asTable ? (
        twin
      ) : (
        <Suspense fallback={<Skeleton role="status" height={height} aria-label={t`Loading the drawing`} />}>
          <ChartCanvas option={drawn.option} description={description} height={height} onSelect={onSelect} />
        </Suspense>
      )}
    </figure>
  );
}
