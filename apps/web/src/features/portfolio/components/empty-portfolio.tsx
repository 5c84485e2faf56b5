import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { POPULATIONS } from '@entente/core/portfolio';
import { keptSearch } from '../../../lib/kept-search.ts';
import { EmptyState } from '../../../ui/states.tsx';
import { areDefaults, DEFAULTS, type Parameters } from './parameters/parameters.ts';
import { usePortfolioView } from './portfolio-context.ts';
import { usePortfolioWords } from './words.ts';

type Props = { readonly parameters: Parameters; readonly onChange: (parameters: Parameters) => void };

/** No alliance in this reading: offers wider populations, all sources, and the list of alliances. */
export function EmptyPortfolio({ parameters, onChange }: Props) {
  const { t } = useLingui();
  const { answer, workspace, firm } = usePortfolioView();
  const words = usePortfolioWords();
  const { population } = answer.report;
  const wider = POPULATIONS.slice(0, POPULATIONS.indexOf(population));
  const name = answer.names.organisations[answer.report.focal] ?? firm;
  const shown = words.population(population);
  const narrowed = parameters.sources !== null;
  return (
    <EmptyState
      title={
        narrowed
          ? t`The chosen sources name no alliance of ${name} that is counted here.`
          : population === 'all'
            ? t`No dated alliance of ${name} is recorded.`
            : t`No alliance of ${name} is counted here: only ${shown} are.`
      }
      action={
        <Group gap="xs">
          {wider.map((each) => (
            <Button
              key={each}
              size="xs"
              variant="default"
              onClick={() => onChange({ ...parameters, population: each })}
            >
              <Trans>Count {words.population(each)}</Trans>
            </Button>
          ))}
          {!areDefaults({ ...parameters, population: null }) && (
            <Button
              size="xs"
              variant="default"
              onClick={() => onChange({ ...DEFAULTS, population: parameters.population })}
            >
              <Trans>Back to the defaults</Trans>
            </Button>
          )}
        </Group>
      }
    >
      <Trans>
        A portfolio is read from dated alliances in which the firm, or its own house, is a member. See{' '}
        <Link to="/w/$workspace/alliances" params={{ workspace }} search={keptSearch}>
          all alliances of the workspace
        </Link>
        .
      </Trans>
    </EmptyState>
  );
}
