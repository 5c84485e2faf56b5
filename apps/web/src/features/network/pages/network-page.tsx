import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Progress } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { type ReactNode, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { today, useAsOf } from '../../../lib/as-of.ts';
import { useHouseOrder } from '../../../lib/house-colours.ts';
import { usePageTitle } from '../../../ui/page-title.ts';
import { EmptyState, FailureState, LoadingState } from '../../../ui/states.tsx';
import { type NetworkRequest, networkQuery } from '../api/network-queries.ts';
import { useInks } from '../components/inks.ts';
import { LeftOut } from '../components/left-out.tsx';
import { NetworkCanvas } from '../components/network-canvas.tsx';
import { NetworkContext, type NetworkPageContext, useNetwork } from '../components/network-context.ts';
import { NetworkExports } from '../components/network-exports.tsx';
import { NetworkFilters } from '../components/network-filters.tsx';
import { NetworkInspector } from '../components/network-inspector.tsx';
import { NetworkLegend } from '../components/network-legend.tsx';
import { NodeTable } from '../components/node-table.tsx';
import { TimeStrip } from '../components/time-strip.tsx';
import { type PlacesProgress, usePlaces } from '../components/use-places.ts';
import { useViewSteps, type ViewSteps } from '../components/use-view-steps.ts';
import { ViewControls } from '../components/view-controls.tsx';
import { colouringOf, sizesOf } from '../model/colouring.ts';
import type { Places } from '../model/layout.ts';
import { networkModel, valuesOf } from '../model/network-model.ts';
import { shownOf } from '../model/shown.ts';
import { viewFrom } from '../network-search.ts';
import classes from './network-page.module.css';

const ROUTE = '/w/$workspace/network';

/** Who works with whom, how strongly each depends on few, and how that came about. */
export function NetworkPage() {
  const { t } = useLingui();
  usePageTitle(t`Network`);
  const { workspace } = useParams({ from: ROUTE });
  const search = useSearch({ from: ROUTE });
  const view = useMemo(() => viewFrom(search), [search]);
  const asOf = useAsOf();
  const { level, sources, isTimeless } = view;
  const request: NetworkRequest = useMemo(
    () => ({ workspace, asOf: isTimeless ? null : (asOf.text ?? today()), level, sources }),
    [workspace, isTimeless, asOf.text, level, sources],
  );
  const network = useQuery(networkQuery(request));
  const steps = useViewSteps();
  const found = usePlaces(request);
  const inks = useInks();
  const houses = useHouseOrder();
  const answer = network.data;
  const model = useMemo(() => (answer === undefined ? null : networkModel(answer)), [answer]);
  const shown = useMemo(() => (model === null ? null : shownOf(model, view)), [model, view]);
  const sizes = useMemo(() => (model === null ? [] : sizesOf(valuesOf(model, view.size))), [model, view.size]);
  const colouring = useMemo(
    () => (model === null || shown === null ? null : colouringOf(model, view.colour, shown.nodes, inks, houses)),
    [model, view.colour, shown, inks, houses],
  );
  const context: NetworkPageContext | null = useMemo(
    () =>
      model === null || shown === null || colouring === null
        ? null
        : { request, model, view, shown, inks, colouring, sizes, change: steps.change },
    [request, model, view, shown, inks, colouring, sizes, steps.change],
  );
  useStepKeys(steps);
  const failure = network.error ?? found.error;
  if (context === null && failure !== null) {
    return <FailureState error={failure} onRetry={() => void network.refetch()} />;
  }
  return (
    <div className={classes.page}>
      <h1>
        <Trans>Network</Trans>
      </h1>
      {failure !== null && <FailureState inline error={failure} onRetry={() => void network.refetch()} />}
      {context === null ? (
        <LoadingState />
      ) : (
        <NetworkContext value={context}>
          <Body steps={steps} places={found.places} progress={found.progress} isStale={network.isPlaceholderData} />
        </NetworkContext>
      )}
    </div>
  );
}

/** Ctrl Z and Ctrl Shift Z go through the steps of looking; in a field they belong to the field. */
function useStepKeys({ undo, redo }: ViewSteps): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (isTyping(event.target) || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
      event.preventDefault();
      if (event.shiftKey) redo?.();
      else undo?.();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [undo, redo]);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input,textarea,select,[contenteditable]') !== null;

/** `T` puts the table in the place of the drawing, and back. */
function useTableKey(put: (change: (before: boolean) => boolean) => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
      if (isPlain && event.key.toLowerCase() === 't') put((before) => !before);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [put]);
}

type BodyProps = {
  readonly steps: ViewSteps;
  readonly places: Places | null;
  readonly progress: PlacesProgress;
  readonly isStale: boolean;
};

function Body({ steps, places, progress, isStale }: BodyProps) {
  const { t } = useLingui();
  const context = useNetwork();
  const { model, shown, view, change } = context;
  const [asTable, setAsTable] = useState(false);
  useTableKey(setAsTable);
  const { answer } = model;
  const isEmpty = answer.years.year.length === 0 && model.ids.length === 0;
  if (isEmpty) {
    return (
      <EmptyState title={<Trans>No alliance has two members yet</Trans>}>
        <Trans>
          The network joins firms that are members of the same alliance. Record alliances and who takes part in them.
        </Trans>
      </EmptyState>
    );
  }
  const focusName = view.focus === null ? null : (answer.nodes.name[model.placeOf.get(view.focus) ?? -1] ?? null);
  const day = answer.asOf ?? t`all years`;
  const title = view.level === 'house' ? t`Network of houses, ${day}` : t`Network of firms, ${day}`;
  const caption = t`${shown.nodeCount} of ${model.ids.length} nodes and ${shown.tieCount} of ${answer.ties.source.length} ties are shown; measures are those of the whole network.`;
  return (
    <>
      <Summary />
      <ViewControls steps={steps} />
      <NetworkFilters />
      {view.focus !== null && (
        <p className={classes.told}>
          {focusName === null ? (
            <Trans>The firm in focus takes part in nothing on this day.</Trans>
          ) : view.steps === 1 ? (
            <Trans>{focusName} and its partners alone.</Trans>
          ) : (
            <Trans>{focusName} and what lies within two steps alone.</Trans>
          )}{' '}
          <Button size="compact-xs" variant="default" onClick={() => change({ focus: undefined, steps: undefined })}>
            <Trans>The whole network</Trans>
          </Button>
        </p>
      )}
      <TimeStrip />
      <figure className={classes.figure} aria-label={title}>
        <figcaption className={classes.head}>
          <NetworkLegend />
          <span className={classes.tools}>
            {places !== null && <NetworkExports places={places} title={title} caption={caption} />}
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              aria-pressed={asTable}
              onClick={() => setAsTable(!asTable)}
            >
              {asTable ? <Trans>Drawing (T)</Trans> : <Trans>Table (T)</Trans>}
            </Button>
          </span>
        </figcaption>
        <div className={isStale ? classes.stale : undefined} aria-busy={isStale}>
          {asTable ? <NodeTable /> : <Drawing places={places} progress={progress} />}
        </div>
      </figure>
      <LeftOut />
      <NetworkInspector />
    </>
  );
}

function Drawing({ places, progress }: Pick<BodyProps, 'places' | 'progress'>): ReactNode {
  return places === null ? <Waiting progress={progress} /> : <NetworkCanvas places={places} />;
}

function Waiting({ progress }: Pick<BodyProps, 'progress'>) {
  const { t } = useLingui();
  const share = useSyncExternalStore(progress.subscribe, progress.now);
  return (
    <div className={classes.waiting} role="status">
      <Trans>Finding a place for every node…</Trans>
      <Progress value={share * 100} aria-label={t`How far the drawing is`} transitionDuration={0} />
    </div>
  );
}

function Summary() {
  const { model, shown } = useNetwork();
  const { answer } = model;
  const nodes = model.ids.length;
  const ties = answer.ties.source.length;
  return (
    <p className={classes.told}>
      {answer.level === 'house' ? (
        <Plural value={nodes} one="# house" other="# houses" />
      ) : (
        <Plural value={nodes} one="# firm" other="# firms" />
      )}
      {' · '}
      <Plural value={ties} one="# tie" other="# ties" />
      {' · '}
      <Plural value={answer.alliances} one="# alliance" other="# alliances" />
      {shown.nodeCount < nodes && (
        <>
          {' · '}
          <Plural
            value={shown.nodeCount}
            one="# is shown; measures are those of the whole network"
            other="# are shown; measures are those of the whole network"
          />
        </>
      )}
    </p>
  );
}
