import { useLingui } from '@lingui/react/macro';
import { CloseButton } from '@mantine/core';
import {
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { createPortal } from 'react-dom';
import { type Inspector, InspectorContext, type InspectorEntry, InspectorHostContext } from './inspector-context.ts';
import classes from './inspector.module.css';

type Opened = { readonly trigger: HTMLElement | null };

const focusedElement = (): HTMLElement | null =>
  document.activeElement instanceof HTMLElement && document.activeElement !== document.body
    ? document.activeElement
    : null;

/** Whether Escape belongs to something that lies over the page and closes first. */
const isTaken = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('[role="dialog"],[role="menu"],[role="listbox"],[aria-expanded="true"]') !== null;

/** Scrolls what was clicked out from under a panel that came up over it. */
function uncover(trigger: HTMLElement, panel: HTMLElement): void {
  const mark = trigger.getBoundingClientRect();
  const cover = panel.getBoundingClientRect();
  const hidden =
    mark.bottom > cover.top && mark.top < cover.bottom && mark.right > cover.left && mark.left < cover.right;
  if (hidden) window.scrollBy({ top: mark.bottom - cover.top + 24 });
}

type ProviderProps = {
  readonly activeId: string | null;
  readonly onActiveIdChange: (id: string | null) => void;
  /** Lays the page and the panel out side by side. */
  readonly children: (panel: ReactNode) => ReactNode;
};

/** Holds the inspector of a page: one panel, whose content the address names. */
export function InspectorProvider({ activeId, onActiveIdChange, children }: ProviderProps) {
  const [host, setHost] = useState<HTMLElement | null>(null);
  const [entry, setEntry] = useState<InspectorEntry | null>(null);
  const [contents, setContents] = useState(0);
  const opened = useRef<Opened>({ trigger: null });

  const announce = useCallback(() => {
    setContents((count) => count + 1);
    return () => setContents((count) => count - 1);
  }, []);
  const close = useCallback(() => {
    setEntry(null);
    onActiveIdChange(null);
    const { trigger } = opened.current;
    if (trigger?.isConnected) trigger.focus({ preventScroll: true });
  }, [onActiveIdChange]);

  const inspector = useMemo<Inspector>(
    () => ({
      activeId,
      show: (id) => {
        opened.current = { trigger: focusedElement() };
        setEntry(null);
        onActiveIdChange(id);
      },
      open: (next) => {
        opened.current = { trigger: focusedElement() };
        onActiveIdChange(null);
        setEntry(next);
      },
      close,
    }),
    [activeId, close, onActiveIdChange],
  );
  const hostContext = useMemo(() => ({ host, announce }), [host, announce]);
  const isOpen = entry !== null || (activeId !== null && contents > 0);
  const panel = (
    <InspectorPanel isOpen={isOpen} subject={entry ?? activeId} opened={opened} onClose={close} hostRef={setHost}>
      {entry && (
        <>
          <h2 className={classes.title}>{entry.title}</h2>
          {entry.body}
        </>
      )}
    </InspectorPanel>
  );
  return (
    <InspectorContext value={inspector}>
      <InspectorHostContext value={hostContext}>{children(panel)}</InspectorHostContext>
    </InspectorContext>
  );
}

type PanelProps = {
  readonly isOpen: boolean;
  readonly subject: unknown;
  readonly opened: { readonly current: Opened };
  readonly onClose: () => void;
  readonly hostRef: (element: HTMLElement | null) => void;
  readonly children: ReactNode;
};

function InspectorPanel({ isOpen, subject, opened, onClose, hostRef, children }: PanelProps) {
  const { t } = useLingui();
  const panel = useRef<HTMLElement>(null);

  useEffect(() => {
    if (!isOpen) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented && !isTaken(event.target)) onClose();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [isOpen, onClose]);

  useLayoutEffect(() => {
    const element = panel.current;
    if (!isOpen || !element) return;
    element.scrollTo({ top: 0 });
    const { trigger } = opened.current;
    if (!trigger) return;
    uncover(trigger, element);
    element.focus({ preventScroll: true });
  }, [isOpen, subject, opened]);

  return (
    <aside
      ref={panel}
      className={classes.panel}
      hidden={!isOpen}
      tabIndex={-1}
      aria-label={t`Inspector`}
      data-inspector
    >
      <CloseButton className={classes.close} onClick={onClose} aria-label={t`Close the inspector`} />
      <div ref={hostRef}>{children}</div>
    </aside>
  );
}

type InspectedProps = { readonly id: string; readonly title: ReactNode; readonly children: ReactNode };

/** What the inspector shows under an address; it follows the page's data while it is open. */
export function Inspected({ id, title, children }: InspectedProps) {
  const inspector = useContext(InspectorContext);
  return inspector?.activeId === id ? <InspectedContent title={title}>{children}</InspectedContent> : null;
}

function InspectedContent({ title, children }: Omit<InspectedProps, 'id'>) {
  const context = useContext(InspectorHostContext);
  const announce = context?.announce;
  const heading = useId();
  useEffect(() => announce?.(), [announce]);
  if (!context?.host) return null;
  return createPortal(
    <section aria-labelledby={heading}>
      <h2 className={classes.title} id={heading}>
        {title}
      </h2>
      {children}
    </section>,
    context.host,
  );
}
