import { useLingui } from '@lingui/react/macro';
import { NativeSelect } from '@mantine/core';
import type { MeasuresAnswer } from '@entente/contract/portfolio';
import { LEVELS, POPULATIONS } from '@entente/core/portfolio';
import type { MeasureSearch } from '../../api/measures-queries.ts';
import { SourcesControl } from '../sources-control.tsx';
import { usePortfolioWords } from '../words.ts';

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
      <SourcesControl sources={answer.sources} search={search} onChange={onChange} />
    </>
  );
}
