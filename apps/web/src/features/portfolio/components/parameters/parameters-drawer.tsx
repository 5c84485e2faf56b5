import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Drawer, Input, Radio, SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { type Level, LEVELS, POPULATIONS, RECENT_WINDOW } from '@entente/core/portfolio';
import { usePortfolioView } from '../portfolio-context.ts';
import { usePortfolioWords } from '../words.ts';
import { areDefaults, DEFAULTS, type Parameters } from './parameters.ts';
import classes from './parameters-drawer.module.css';
import { SourceChoice } from './source-choice.tsx';
import { WholeNumber } from './whole-number.tsx';

type Props = {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly parameters: Parameters;
  readonly onChange: (parameters: Parameters) => void;
  /** What the chosen sources say beside all of them. */
  readonly sourceComparison: ReactNode;
};

/** How the portfolio is read: every choice with a line on what it does, kept in the address. */
export function ParametersDrawer({ opened, onClose, parameters, onChange, sourceComparison }: Props) {
  const { t } = useLingui();
  const words = usePortfolioWords();
  const { answer } = usePortfolioView();
  const set = (change: Partial<Parameters>): void => onChange({ ...parameters, ...change });
  return (
    <Drawer.Root opened={opened} onClose={onClose} position="right" size="24rem" transitionProps={{ duration: 120 }}>
      <Drawer.Overlay backgroundOpacity={0.1} />
      <Drawer.Content>
        <Drawer.Body>
          <div className={classes.head}>
            <Drawer.Title className={classes.title}>
              <Trans>Parameters</Trans>
            </Drawer.Title>
            <Drawer.CloseButton aria-label={t`Close`} />
          </div>
          <div className={classes.parameters}>
            <Radio.Group
              label={t`Population`}
              description={t`Which alliances make up the portfolio.`}
              value={parameters.population ?? answer.report.population}
              onChange={(value) => set({ population: POPULATIONS.find((each) => each === value) ?? null })}
            >
              <div className={classes.choices}>
                {POPULATIONS.map((each) => (
                  <Radio key={each} value={each} label={words.population(each)} size="xs" />
                ))}
              </div>
            </Radio.Group>
            <SourceChoice
              chosen={parameters.sources}
              onChange={(sources) => set({ sources })}
              comparison={sourceComparison}
            />
            <WindowChoice parameters={parameters} set={set} />
            <WholeNumber
              label={t`Scope is extensive from`}
              description={t`So many partner houses, or more.`}
              value={parameters.scopeAt}
              most={1000}
              onChange={(scopeAt) => set({ scopeAt })}
            />
            <WholeNumber
              label={t`Shaping is explorative from`}
              description={t`So many moves that brought something new, or more.`}
              value={parameters.shapingAt}
              most={1000}
              onChange={(shapingAt) => set({ shapingAt })}
            />
            <LevelChoice parameters={parameters} set={set} />
            <Button variant="default" size="xs" disabled={areDefaults(parameters)} onClick={() => onChange(DEFAULTS)}>
              <Trans>Back to the defaults</Trans>
            </Button>
          </div>
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}

type ChoiceProps = { readonly parameters: Parameters; readonly set: (change: Partial<Parameters>) => void };

function WindowChoice({ parameters, set }: ChoiceProps) {
  const { t } = useLingui();
  const { window } = parameters;
  return (
    <Radio.Group
      label={t`Window`}
      description={t`All years count every alliance ever formed; the last years count active alliances and recent moves.`}
      value={window === 'all' ? 'all' : 'last'}
      onChange={(value) => set({ window: value === 'all' ? 'all' : RECENT_WINDOW })}
    >
      <div className={classes.choices}>
        <Radio value="all" label={t`all years`} size="xs" />
        <Radio value="last" label={t`the last years`} size="xs" />
        {window !== 'all' && (
          <WholeNumber
            label={t`Years, both ends counted`}
            value={window}
            most={200}
            onChange={(years) => set({ window: years })}
          />
        )}
      </div>
    </Radio.Group>
  );
}

function LevelChoice({ parameters, set }: ChoiceProps) {
  const { t } = useLingui();
  const names: Readonly<Record<Level, string>> = { house: t`houses`, organisation: t`organisations` };
  return (
    <Input.Wrapper
      labelElement="div"
      label={t`Count partners as`}
      labelProps={{ id: 'level-label' }}
      description={t`Organisations of one business group are one house, or each counts by itself.`}
    >
      <SegmentedControl
        size="xs"
        aria-labelledby="level-label"
        value={parameters.level}
        onChange={(value) => set({ level: LEVELS.find((each) => each === value) ?? DEFAULTS.level })}
        data={LEVELS.map((value) => ({ value, label: names[value] }))}
      />
    </Input.Wrapper>
  );
}
