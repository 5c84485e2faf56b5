import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useInspector } from '../../../ui/inspector-context.ts';
import type { Looks } from '../model/drawn-looks.ts';
import { placesIn, type Places } from '../model/layout.ts';
import { hasWebGl, SigmaDrawing } from '../model/sigma-drawing.ts';
import { inspectedNode, inspectedTie, nodeInspected, tieInspected } from '../network-inspected.ts';
import classes from './network-canvas.module.css';
import { useNetwork } from './network-context.ts';

const STEP = 0.15;

/** The network as WebGL draws it: one clicks a node or a tie, moves and zooms with the pointer, the keys or the buttons. */
export function NetworkCanvas({ places }: { readonly places: Places }) {
  const { t } = useLingui();
  const { model, shown, colouring, sizes, inks, view } = useNetwork();
  const { activeId, show, close } = useInspector();
  const isStill = useReducedMotion(undefined, { getInitialValueInEffect: false });
  const frame = useRef<HTMLDivElement>(null);
  const drawing = useRef<SigmaDrawing | null>(null);
  const sight = useRef<SigmaDrawing['sight'] | null>(null);
  // Without WebGL the table says the same.
  const [isPoor] = useState(() => !hasWebGl());
  const placed = useMemo(() => placesIn(model, places), [model, places]);
  const node = model.placeOf.get(nodeInspected(activeId) ?? '') ?? null;
  const tie = tieInspected(activeId, model);
  const looks: Looks = useMemo(
    () => ({ shown, colours: colouring.colours, sizes, inks, node, tie }),
    [shown, colouring, sizes, inks, node, tie],
  );
  const latest = useRef({ looks, show, close });
  useEffect(() => {
    latest.current = { looks, show, close };
  });

  useEffect(() => {
    const container = frame.current;
    if (container === null) return;
    const focusThen = (act: () => void): void => {
      container.focus({ preventScroll: true });
      act();
    };
    const made = new SigmaDrawing(
      container,
      { model, places: placed, whole: [...places.values()] },
      latest.current.looks,
      {
        onNode: (at) => focusThen(() => latest.current.show(inspectedNode(model.ids[at] ?? ''))),
        onTie: (at) => focusThen(() => latest.current.show(inspectedTie(model, at))),
        onNothing: () => latest.current.close(),
      },
      isStill,
    );
    if (sight.current !== null) made.see(sight.current);
    drawing.current = made;
    container.dataset['drawn'] = String(model.ids.length);
    return () => {
      sight.current = made.sight;
      drawing.current = null;
      made.end();
    };
  }, [model, placed, places, isStill]);

  useEffect(() => drawing.current?.setLooks(looks), [looks]);
  useEffect(() => {
    if (node !== null) drawing.current?.bring(node);
  }, [node]);
  const { focus, steps } = view;
  const around = useRef(shown);
  useEffect(() => {
    around.current = shown;
  }, [shown]);
  useEffect(() => {
    const nodes = [...around.current.nodes].flatMap((flag, at) => (flag === 1 ? [at] : []));
    drawing.current?.fit(focus === null ? null : nodes);
  }, [focus, steps]);

  const fit = (): void => {
    drawing.current?.fit([...shown.nodes].flatMap((flag, at) => (flag === 1 ? [at] : [])));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const moves: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => drawing.current?.pan(-STEP, 0),
      ArrowRight: () => drawing.current?.pan(STEP, 0),
      ArrowUp: () => drawing.current?.pan(0, STEP),
      ArrowDown: () => drawing.current?.pan(0, -STEP),
      '+': () => drawing.current?.zoom(1 / 1.5),
      '-': () => drawing.current?.zoom(1.5),
      '0': fit,
    };
    const move = moves[event.key];
    if (move === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    move();
  };
  if (isPoor) {
    return (
      <p className={classes.poor}>
        <Trans>This browser cannot draw with WebGL. The table holds the same nodes and measures.</Trans>
      </p>
    );
  }
  return (
    <div className={classes.place}>
      <div
        ref={frame}
        className={classes.canvas}
        tabIndex={0}
        role="application"
        aria-label={t`Drawing of the network. Arrow keys move it, plus and minus zoom, 0 shows all; T shows the same as a table.`}
        onKeyDown={onKeyDown}
      />
      <div className={classes.buttons}>
        <ActionIcon variant="default" size="md" aria-label={t`Zoom in`} onClick={() => drawing.current?.zoom(1 / 1.5)}>
          +
        </ActionIcon>
        <ActionIcon variant="default" size="md" aria-label={t`Zoom out`} onClick={() => drawing.current?.zoom(1.5)}>
          −
        </ActionIcon>
        <ActionIcon variant="default" size="md" aria-label={t`Show all`} onClick={fit}>
          ⤢
        </ActionIcon>
      </div>
    </div>
  );
}
