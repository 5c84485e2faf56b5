import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';

const ROUTE = '/w/$workspace/network';
const MOST_STEPS = 100;

/** What makes a step: all of the address but what the inspector shows. */
const stepOf = (search: Readonly<Record<string, string | undefined>>): string => {
  const { inspect: _inspect, ...rest } = search;
  return JSON.stringify(
    Object.entries(rest)
      .filter(([, value]) => value !== undefined)
      .sort(),
  );
};

export type ViewSteps = {
  readonly undo: (() => void) | null;
  readonly redo: (() => void) | null;
  readonly change: (next: Readonly<Record<string, string | undefined>>) => void;
};

/** Steps of looking, back and forth. The address holds where one stands, so that the browser's own way back is one too. */
export function useViewSteps(): ViewSteps {
  const search = useSearch({ from: ROUTE });
  const navigate = useNavigate({ from: ROUTE });
  const now = stepOf(search);
  const [past, setPast] = useState<readonly string[]>([]);
  const [future, setFuture] = useState<readonly string[]>([]);
  const known = useRef(now);
  const own = useRef(false);

  useEffect(() => {
    if (known.current === now) return;
    const before = known.current;
    known.current = now;
    if (own.current) {
      own.current = false;
      return;
    }
    setPast((steps) => [...steps, before].slice(-MOST_STEPS));
    setFuture([]);
  }, [now]);

  const goTo = useCallback(
    (step: string) => {
      own.current = true;
      const wanted = Object.fromEntries(JSON.parse(step) as [string, string][]);
      void navigate({ search: ({ inspect }) => ({ ...wanted, ...(inspect && { inspect }) }), resetScroll: false });
    },
    [navigate],
  );
  const undo = useCallback(() => {
    const last = past.at(-1);
    if (last === undefined) return;
    setPast(past.slice(0, -1));
    setFuture([...future, now]);
    goTo(last);
  }, [past, future, now, goTo]);
  const redo = useCallback(() => {
    const next = future.at(-1);
    if (next === undefined) return;
    setFuture(future.slice(0, -1));
    setPast([...past, now]);
    goTo(next);
  }, [past, future, now, goTo]);
  const change = useCallback(
    (next: Readonly<Record<string, string | undefined>>) =>
      void navigate({ search: (before) => ({ ...before, ...next }), resetScroll: false }),
    [navigate],
  );
  return { undo: past.length > 0 ? undo : null, redo: future.length > 0 ? redo : null, change };
}
