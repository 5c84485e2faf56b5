import { useLingui } from '@lingui/react/macro';
import { Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useInspector } from '../../../ui/inspector-context.ts';
import { namesFolded, nodesNamed } from '../model/nodes-named.ts';
import { inspectedNode } from '../network-inspected.ts';
import { useNetwork } from './network-context.ts';
import classes from './view-controls.module.css';

const FOUND_AT_ONCE = 30;

/** Finds a node by its name and shows it. */
export function FindNode() {
  const { t } = useLingui();
  const { model } = useNetwork();
  const { show } = useInspector();
  const [wanted, setWanted] = useState('');
  const { nodes } = model.answer;
  const folded = useMemo(() => namesFolded(nodes.name), [nodes]);
  // The list of many thousand names is looked through here; what it shows is a handful.
  const data = useMemo(
    () =>
      nodesNamed(folded, wanted, FOUND_AT_ONCE).map((node) => ({
        value: model.ids[node] ?? '',
        label: nodes.name[node] ?? '',
      })),
    [folded, wanted, model, nodes],
  );
  return (
    <Select
      className={classes.find}
      size="xs"
      label={t`Find in the network`}
      placeholder={t`Name`}
      searchable
      searchValue={wanted}
      onSearchChange={setWanted}
      filter={({ options }) => options}
      selectFirstOptionOnChange
      clearable
      value={null}
      data={data}
      nothingFoundMessage={t`Nobody of this name takes part on this day`}
      onChange={(id) => {
        if (id !== null) show(inspectedNode(id));
      }}
    />
  );
}
