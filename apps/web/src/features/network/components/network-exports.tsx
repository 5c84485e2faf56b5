import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Menu } from '@mantine/core';
import { useMemo } from 'react';
import { gexfText, graphmlText } from '@entente/core/interchange';
import { today } from '../../../lib/as-of.ts';
import { nodesCsv, networkFileOf, tiesCsv } from '../model/network-files.ts';
import { type Drawn, pictureOf, pngOf, svgOf } from '../model/picture.ts';
import { placesIn, type Places } from '../model/layout.ts';
import { useNetwork } from './network-context.ts';
import { useNetworkWords } from './use-network-words.ts';

/** Hands a file to the reader. */
function handOver(name: string, file: Blob): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

const TYPES = {
  gexf: 'application/gexf+xml',
  graphml: 'application/graphml+xml',
  svg: 'image/svg+xml',
  csv: 'text/csv',
} as const;

/** What is shown, as files: for other programs, for a paper, for a table. */
export function NetworkExports({
  places,
  title,
  caption,
}: {
  readonly places: Places;
  readonly title: string;
  readonly caption: string;
}) {
  const { t } = useLingui();
  const { model, view, shown, colouring, sizes, inks } = useNetwork();
  const words = useNetworkWords();
  const placed = useMemo(() => placesIn(model, places), [model, places]);
  const drawn: Drawn = { model, shown, places: placed, colours: colouring.colours, sizes };
  const name = `network-${view.level}-${model.answer.asOf ?? 'all'}`;
  const file = () => networkFileOf(drawn, { title, description: caption, written: today() });
  const picture = () =>
    pictureOf(drawn, {
      title,
      caption,
      inks,
      legend: colouring.legend.map((entry) => ({
        colour: entry.colour,
        text: `${words.legend(model, view.colour, entry)} (${entry.count})`,
      })),
    });
  const text = (ending: keyof typeof TYPES, written: string, part = ''): void =>
    handOver(`${name}${part}.${ending}`, new Blob([written], { type: `${TYPES[ending]};charset=utf-8` }));
  const items: readonly (readonly [string, () => void])[] = [
    [t`GEXF, for Gephi`, () => text('gexf', gexfText(file()))],
    [t`GraphML, for igraph, NetworkX and others`, () => text('graphml', graphmlText(file()))],
    [t`Drawing as SVG`, () => text('svg', svgOf(picture()))],
    [t`Drawing as PNG`, () => void pngOf(picture()).then((blob) => handOver(`${name}.png`, blob))],
    [t`Nodes and measures as CSV`, () => text('csv', nodesCsv(drawn), '-nodes')],
    [t`Ties as CSV`, () => text('csv', tiesCsv(drawn), '-ties')],
  ];
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button size="compact-sm" variant="subtle" color="gray">
          <Trans>Save as…</Trans>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {items.map(([label, save]) => (
          <Menu.Item key={label} onClick={save}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
