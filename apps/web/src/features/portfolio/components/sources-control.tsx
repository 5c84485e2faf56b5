import type { MeasuresAnswer } from '@entente/contract/portfolio';
import { Trans } from '@lingui/react/macro';
import { Button, Checkbox, Popover } from '@mantine/core';
import type { MeasureSearch } from '../api/measures-queries.ts';

type Props = {
  readonly sources: Readonly<MeasuresAnswer['sources']>;
  readonly search: MeasureSearch;
  readonly onChange: (search: MeasureSearch) => void;
};

/** Which sources count; what none of them states is left out. */
export function SourcesControl({ sources, search, onChange }: Props) {
  const all = sources.map(({ key }) => key);
  const chosen = search.sources?.split(',') ?? all;
  const change = (keys: readonly string[]): void => {
    if (keys.length === 0) return;
    const { sources: _before, ...rest } = search;
    const kept = all.filter((key) => keys.includes(key));
    onChange(kept.length === all.length ? rest : { ...rest, sources: kept.join(',') });
  };
  const [count, whole] = [chosen.length, all.length];
  return (
    <Popover position="bottom-start" withinPortal shadow="sm">
      <Popover.Target>
        <Button size="xs" variant="default" fw={400}>
          {search.sources === undefined ? (
            <Trans>All sources</Trans>
          ) : (
            <Trans>
              {count} of {whole} sources
            </Trans>
          )}
        </Button>
      </Popover.Target>
      <Popover.Dropdown maw="24rem">
        <Checkbox.Group
          label={<Trans>Sources</Trans>}
          description={<Trans>What none of the chosen sources states is left out. At least one is needed.</Trans>}
          value={[...chosen]}
          onChange={change}
        >
          <div>
            {sources.map(({ key, title, year }) => (
              <Checkbox
                key={key}
                value={key}
                size="xs"
                mt={6}
                label={`${key} ${title}${year === null ? '' : ` (${year})`}`}
              />
            ))}
          </div>
        </Checkbox.Group>
      </Popover.Dropdown>
    </Popover>
  );
}
