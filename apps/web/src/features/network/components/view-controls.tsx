import { Trans, useLingui } from '@lingui/react/macro';
import { Button, SegmentedControl, Select } from '@mantine/core';
import { COLOURS, MAGNITUDES } from '../network-search.ts';
import { FindNode } from './find-node.tsx';
import { useNetwork } from './network-context.ts';
import { useNetworkWords } from './use-network-words.ts';
import type { ViewSteps } from './use-view-steps.ts';
import classes from './view-controls.module.css';

/** What is drawn, and how. */
export function ViewControls({ steps }: { readonly steps: ViewSteps }) {
  const { t } = useLingui();
  const { view, change } = useNetwork();
  const words = useNetworkWords();
  return (
    <div className={classes.row}>
      <FindNode />
      <div>
        <span className={classes.label} id="network-level">
          <Trans>Nodes</Trans>
        </span>
        <SegmentedControl
          size="xs"
          aria-labelledby="network-level"
          value={view.level}
          data={[
            { value: 'organisation', label: t`Firms` },
            { value: 'house', label: t`Houses` },
          ]}
          onChange={(level) =>
            change({ level: level === 'house' ? level : undefined, focus: undefined, component: undefined })
          }
        />
      </div>
      <Select
        size="xs"
        className={classes.select}
        label={t`Colour by`}
        allowDeselect={false}
        value={view.colour}
        data={COLOURS.map((value) => ({ value, label: words.colour(value) }))}
        onChange={(colour) => change({ colour: colour === 'house' ? undefined : (colour ?? undefined) })}
      />
      <Select
        size="xs"
        className={classes.select}
        label={t`Size by`}
        allowDeselect={false}
        value={view.size}
        data={MAGNITUDES.map((value) => ({ value, label: words.measure(value) }))}
        onChange={(size) => change({ size: size === 'degree' ? undefined : (size ?? undefined) })}
      />
      <Button.Group className={classes.steps}>
        <Button
          size="xs"
          variant="default"
          disabled={steps.undo === null}
          title={t`Undo the last step of looking (Ctrl Z)`}
          onClick={() => steps.undo?.()}
        >
          <Trans>Step back</Trans>
        </Button>
        <Button
          size="xs"
          variant="default"
          disabled={steps.redo === null}
          title={t`Do it again (Ctrl Shift Z)`}
          onClick={() => steps.redo?.()}
        >
          <Trans>Step forward</Trans>
        </Button>
      </Button.Group>
    </div>
  );
}
