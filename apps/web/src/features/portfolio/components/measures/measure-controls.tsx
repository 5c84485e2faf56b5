import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, NativeSelect, Popover } from '@mantine/core';
import type { MeasuresAnswer } from '@entente/contract/portfolio';
import { LEVELS, POPULATIONS } from '@entente/core/portfolio';
import type { MeasureSearch } from '../../api/measures-queries.ts';
import { usePortfolioWords } from '../words.ts';
import classes from './measures.module.css';

type Props = {
  readonly answer: Pick<MeasuresAnswer, 'population' | 'level' | 'sources'>;
  readonly search: MeasureSearch;
  readonly onChange: (search: MeasureSearch) => void;
};

/** How the measures are counted; kept in the address. */
export function MeasureControls({ answer, search, onChange }: Props) {
  const { t } = useLingui();
  const words = usePortfolioWords();
  return (
    <>
      <NativeSelect
        size="xs"
        label={t`Population`}
        value={answer.population}
        data={POPULATIONS.map((value) => ({ value, label: words.population(value) }))}
        onChange={(event) => onChange({ ...search, population: event.currentTarget.value })}
      />
      <NativeSelect
        size="xs"
        label={t`A firm is`}
        value={answer.level}
        data={LEVELS.map((value) => ({
          value,
          label: value === 'house' ? t`its house with all members` : t`the organisation alone`,
        }))}
        onChange={(event) => {
          const { level: _before, ...rest } = search;
          onChange(event.currentTarget.value === 'house' ? rest : { ...rest, level: event.currentTarget.value });
        }}
      />
      <SourcesControl answer={answer} search={search} onChange={onChange} />
    </>
  );
}

/** Which sources count; what none of them states is left out. */
function SourcesControl({ answer, search, onChange }: Props) {
  const all = answer.sources.map(({ key }) => key);
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
          <div className={classes.list}>
            {answer.sources.map(({ key, title, year }) => (
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
