import { useBlocker } from '@tanstack/react-router';
import { useCallback, useRef, useState } from 'react';

/** Whether what was typed may be left, asked when something would be lost. */
export type LeaveGuard = {
  /** Tells whether something was typed that is not saved. */
  readonly mark: (isTyped: boolean) => void;
  /** Leaves at once, or asks first. */
  readonly request: () => void;
  readonly isAsking: boolean;
  readonly keep: () => void;
  readonly discard: () => void;
};

/** Holds back from leaving a form with unsaved text: closing it, following a link, closing the browser's tab. */
export function useLeaveGuard(onLeave: () => void): LeaveGuard {
  const typed = useRef(false);
  const [asked, setAsked] = useState(false);
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => typed.current && current.pathname !== next.pathname,
    enableBeforeUnload: () => typed.current,
    withResolver: true,
  });
  const isBlocked = blocker.status === 'blocked';
  const mark = useCallback((isTyped: boolean) => {
    typed.current = isTyped;
  }, []);
  return {
    mark,
    request: () => (typed.current ? setAsked(true) : onLeave()),
    isAsking: asked || isBlocked,
    keep: () => {
      setAsked(false);
      if (isBlocked) blocker.reset();
    },
    discard: () => {
      typed.current = false;
      setAsked(false);
      if (isBlocked) blocker.proceed();
      else onLeave();
    },
  };
}
