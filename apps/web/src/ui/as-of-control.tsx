import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, TextInput, Tooltip } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { axisOf, neighbourOf, positionOf, stopAt, type Tick } from '../lib/as-of-steps.ts';
import classes from './as-of-control.module.css';

type Props = {
  /** The date as written; null is today. */
  readonly text: string | null;
  readonly day: string;
  readonly today: string;
  readonly ticks: readonly Tick[];
  readonly onChange: (text: string | null) => void;
  /** Whether a text can be read as a date. */
  readonly isDate: (text: string) => boolean;
};

const PLAY_MS = 900;
const PLAY_MS_REDUCED = 2000;
const NEARNESS = 0.012;

/** One date for the whole page: typed, dragged along the axis, stepped from event to event, or played. */
export function AsOfControl(props: Props) {
  const { text, day, ticks, onChange } = props;
  const { t } = useLingui();
  const [playing, setPlaying] = useState(false);
  const reduced = useReducedMotion();
  const next = neighbourOf(ticks, day, 1);
  const previous = neighbourOf(ticks, day, -1);
  const nextText = next?.text ?? null;

  useEffect(() => {
    if (!playing) return;
    if (nextText === null) {
      setPlaying(false);
      return;
    }
    const timer = setTimeout(() => onChange(nextText), reduced ? PLAY_MS_REDUCED : PLAY_MS);
    return () => clearTimeout(timer);
  }, [playing, nextText, onChange, reduced]);

  const play = (): void => {
    const [first] = ticks;
    if (!playing && nextText === null && first) onChange(first.text);
    setPlaying(!playing);
  };
  return (
    <div className={classes.control} role="group" aria-label={t`As of`}>
      <AsOfField key={text ?? ''} {...props} />
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t`Event before`}
        disabled={!previous}
        onClick={() => previous && onChange(previous.text)}
      >
        <span aria-hidden="true">‹</span>
      </ActionIcon>
      <AsOfTrack {...props} />
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t`Next event`}
        disabled={!next}
        onClick={() => next && onChange(next.text)}
      >
        <span aria-hidden="true">›</span>
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={playing ? t`Stop` : t`Play from event to event`}
        disabled={ticks.length === 0}
        onClick={play}
      >
        <span aria-hidden="true">{playing ? '❚❚' : '▶'}</span>
      </ActionIcon>
    </div>
  );
}

function AsOfField({ text, onChange, isDate }: Props) {
  const { t } = useLingui();
  const [draft, setDraft] = useState(text ?? '');
  const [wrong, setWrong] = useState(false);
  const settle = (): void => {
    const wanted = draft.trim();
    if (wanted === (text ?? '')) return setWrong(false);
    const readable = wanted === '' || isDate(wanted);
    setWrong(!readable);
    if (readable) onChange(wanted === '' ? null : wanted);
  };
  return (
    <Tooltip
      opened={wrong}
      label={<Trans>Write a year, a month or a day: 2005, 2005-04 or 2005-04-22.</Trans>}
      position="bottom-start"
    >
      <TextInput
        className={classes.field}
        size="xs"
        aria-label={t`As of: year, month or day`}
        placeholder={t`today`}
        leftSection={<Trans>As of</Trans>}
        leftSectionWidth="var(--as-of-label)"
        classNames={{ section: classes.label ?? '' }}
        value={draft}
        error={wrong}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === 'Enter') settle();
          if (event.key === 'Escape') setDraft(text ?? '');
        }}
      />
    </Tooltip>
  );
}

function AsOfTrack({ text, day, today, ticks, onChange }: Props) {
  const { t } = useLingui();
  const track = useRef<HTMLDivElement>(null);
  const [held, setHeld] = useState(false);
  const axis = axisOf(ticks, today);
  const here = ticks.find((tick) => tick.text === text);
  const said = here ? `${here.text}: ${here.labels.join('; ')}` : (text ?? t`today`);
  const percent = (position: number): string => `${(position * 100).toFixed(2)}%`;

  const follow = (event: PointerEvent): void => {
    const box = track.current?.getBoundingClientRect();
    if (!box || box.width === 0) return;
    onChange(stopAt(Math.min(1, Math.max(0, (event.clientX - box.left) / box.width)), ticks, axis, NEARNESS));
  };
  const step = (event: KeyboardEvent): void => {
    const stops: Readonly<Record<string, Tick | null | undefined>> = {
      ArrowRight: neighbourOf(ticks, day, 1),
      ArrowUp: neighbourOf(ticks, day, 1),
      ArrowLeft: neighbourOf(ticks, day, -1),
      ArrowDown: neighbourOf(ticks, day, -1),
      Home: ticks[0],
    };
    if (event.key !== 'End' && !(event.key in stops)) return;
    event.preventDefault();
    if (event.key === 'End') return onChange(null);
    const stop = stops[event.key];
    if (stop) onChange(stop.text);
  };
  return (
    <Tooltip label={said} disabled={!here} opened={held ? true : undefined} position="bottom" maw={420} openDelay={100}>
      <div
        ref={track}
        className={classes.track}
        role="slider"
        tabIndex={0}
        aria-label={t`As of, along the firm's events`}
        aria-valuemin={axis.from}
        aria-valuemax={axis.to}
        aria-valuenow={Math.min(axis.to, Math.max(axis.from, Number(day.slice(0, 4))))}
        aria-valuetext={said}
        onKeyDown={step}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setHeld(true);
          follow(event);
        }}
        onPointerMove={(event) => held && follow(event)}
        onPointerUp={() => setHeld(false)}
        onPointerCancel={() => setHeld(false)}
      >
        <svg className={classes.drawing} aria-hidden="true">
          <line className={classes.axis} x1="0" x2="100%" y1="50%" y2="50%" />
          {ticks.map((tick) => (
            <line
              key={tick.text}
              className={classes.tick}
              data-past={tick.day <= day || undefined}
              x1={percent(positionOf(tick.day, axis))}
              x2={percent(positionOf(tick.day, axis))}
              y1="28%"
              y2="72%"
            />
          ))}
          <circle
            className={classes.thumb}
            cx={percent(positionOf(day, axis))}
            cy="50%"
            r="6"
            data-today={text === null || undefined}
          />
        </svg>
        <span className={classes.from}>{axis.from}</span>
        <span className={classes.to}>{axis.to}</span>
      </div>
    </Tooltip>
  );
}
