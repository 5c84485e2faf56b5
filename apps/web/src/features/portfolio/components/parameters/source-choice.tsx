import { Trans, useLingui } from '@lingui/react/macro';
import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { usePortfolioView } from '../portfolio-context.ts';
import { usePortfolioWords } from '../words.ts';
import classes from './parameters-drawer.module.css';

type Props = {
  /** Null: all. */
  readonly chosen: readonly string[] | null;
  readonly onChange: (sources: readonly string[] | null) => void;
  readonly comparison: ReactNode;
};

/** Sources to count, each with the number of its claims; what no chosen source states is absent. */
export function SourceChoice({ chosen, onChange, comparison }: Props) {
  const { t } = useLingui();
  const { answer } = usePortfolioView();
  const words = usePortfolioWords();
  const sources = answer.sources.filter(({ claims }) => claims > 0);
  const all = sources.map(({ key }) => key);
  const change = (keys: readonly string[]): void => {
    if (keys.length === 0) return;
    onChange(keys.length === all.length ? null : all.filter((key) => keys.includes(key)));
  };
  const value = [...(chosen ?? all)];
  return (
    <div>
      <Checkbox.Group
        label={t`Sources`}
        description={t`What none of the chosen sources states is left out. At least one is needed.`}
        value={value}
        onChange={change}
      >
        <div className={classes.choices}>
          {sources.map(({ key, title, year, claims }) => (
            <Checkbox
              key={key}
              value={key}
              size="xs"
              label={
                <>
                  <b>{key}</b> {title}
                  {year !== null && ` (${year})`}
                  <span className={classes.claims}>
                    {' '}
                    <Trans>{words.count(claims)} claims</Trans>
                  </span>
                </>
              }
            />
          ))}
        </div>
      </Checkbox.Group>
      {comparison && <div className={classes.comparison}>{comparison}</div>}
    </div>
  );
}
