import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { downloadText } from './download.ts';
import classes from './drawing.module.css';
import { standaloneSvg } from './svg-file.ts';

type Props = {
  readonly title: ReactNode;
  /** Name of the file it is saved as, without its ending. */
  readonly fileName: string;
  /** Title inside that file. */
  readonly fileTitle: string;
  readonly actions?: ReactNode;
  /** The same facts as a table, which `T` and a button put in the drawing's place. */
  readonly twin: ReactNode;
  /** Height kept free until the drawing knows its width. */
  readonly height: number;
  readonly children: (width: number) => ReactNode;
};

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input,textarea,select,[contenteditable="true"]') !== null;

function useTableKey(toggle: () => void): void {
  const latest = useRef(toggle);
  useEffect(() => {
    latest.current = toggle;
  }, [toggle]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
      if (plain && event.key.toLowerCase() === 't') latest.current();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** A drawing of our own with its table twin and its file: fitted to its place, drawn again when that changes. */
export function Drawing({ title, fileName, fileTitle, actions, twin, height, children }: Props) {
  const heading = useId();
  const [asTable, setAsTable] = useState(false);
  const { ref, width } = useElementSize<HTMLDivElement>();
  const frame = useRef<HTMLElement>(null);
  useTableKey(() => setAsTable((before) => !before));

  const save = (): void => {
    const drawing = frame.current?.querySelector('svg');
    if (drawing) downloadText(`${fileName}.svg`, 'image/svg+xml', standaloneSvg(drawing, fileTitle));
  };
  return (
    <figure ref={frame} className={classes.figure} aria-labelledby={heading}>
      <figcaption className={classes.caption}>
        <h2 id={heading} className={classes.title}>
          {title}
        </h2>
        <div className={classes.actions}>
          {!asTable && actions}
          {!asTable && (
            <Button size="compact-xs" variant="subtle" color="gray" fw={400} onClick={save}>
              <Trans>Save as SVG</Trans>
            </Button>
          )}
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            fw={400}
            aria-pressed={asTable}
            onClick={() => setAsTable(!asTable)}
          >
            {asTable ? <Trans>Drawing (T)</Trans> : <Trans>Table (T)</Trans>}
          </Button>
        </div>
      </figcaption>
      <div ref={ref}>{asTable ? twin : width > 0 ? children(width) : <div style={{ height }} />}</div>
    </figure>
  );
}
