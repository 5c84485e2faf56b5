import type { PaperOf } from '@entente/contract/dossier';
import { type MetricState, metricState, TREND_READINGS } from '@entente/core/lifecycle';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useWords } from '../../../../lib/use-words.ts';
import { DateText, dateWords } from '../../../../ui/date-text.tsx';
import { InspectButton } from '../../../../ui/inspect-button.tsx';
import { Inspected } from '../../../../ui/inspector.tsx';
import { RuleBody } from '../../../../ui/rule-body.tsx';
import classes from '../evaluation.module.css';
import shared from '../../../../dossier/dossier.module.css';
import { DIRECTION_WORDS, STANDING_WORDS, TREND_WORDS } from '../evaluation-words.ts';
import { useDossier } from '../../../../dossier/dossier-context.ts';

type Metric = PaperOf<'metric'>;
type Props = { readonly id: string; readonly metric: Metric };

const DIGITS = 4;
/** A computed figure in as many digits as are read. */
const shown = (value: number): number => Number(value.toPrecision(DIGITS));

/** Figures with the unit of a metric behind them. */
function useFigures(unit: string | null) {
  const words = useWords();
  const figure = (value: number): string => `${words.count(value)}${unit === null ? '' : ` ${unit}`}`;
  return { figure, signed: (value: number): string => `${value > 0 ? '+' : ''}${figure(shown(value))}` };
}

/** The latest figure of a metric, its trend and what is missing to the target; each opens on how it came about. */
export function MetricFigures({ id, metric }: Props) {
  const { i18n } = useLingui();
  const { day } = useDossier();
  const { figure, signed } = useFigures(metric.unit);
  const state = metricState(metric, day);
  const { latest, change, trend, standing, shortfall, staleDays } = state;
  const inspected = `metric.${id}`;
  if (latest === null)
    return (
      <p className={shared.quiet}>
        <Trans>No reading yet.</Trans>
      </p>
    );
  return (
    <>
      <p>
        <InspectButton id={inspected}>
          <strong>{figure(latest.value)}</strong>
        </InspectButton>{' '}
        <span className={shared.quiet}>
          <DateText value={latest.day} />
          {change !== null && ` · ${signed(change)}`}
          {trend !== null && ` · ${i18n._(TREND_WORDS[trend.verdict])}`}
        </span>
      </p>
      {metric.target !== null && (
        <p className={standing === 'reached' ? classes.good : standing === 'missed' ? shared.caution : shared.quiet}>
          {standing === 'reached' ? '✓ ' : standing === 'missed' ? '▲ ' : ''}
          <Trans>
            {i18n._(STANDING_WORDS[standing])}: {figure(metric.target.value)}
          </Trans>
          {metric.target.by !== null && (
            <>
              {' '}
              <Trans>
                by <DateText value={metric.target.by} />
              </Trans>
            </>
          )}
          {shortfall !== null && shortfall > 0 && (
            <>
              {' · '}
              <Trans>{figure(shown(shortfall))} are missing</Trans>
            </>
          )}
        </p>
      )}
      {staleDays !== null && (
        <p className={shared.caution}>
          <span aria-hidden="true">▲ </span>
          <Plural value={staleDays} one="A reading has been due for # day" other="A reading has been due for # days" />
        </p>
      )}
      <MetricInspected id={inspected} metric={metric} state={state} />
    </>
  );
}

type InspectedProps = { readonly id: string; readonly metric: Metric; readonly state: MetricState };

function MetricInspected({ id, metric, state }: InspectedProps) {
  const { t, i18n } = useLingui();
  const words = useWords();
  const { figure, signed } = useFigures(metric.unit);
  const { latest, trend, shortfall } = state;
  return (
    <Inspected id={id} title={metric.name}>
      <RuleBody
        rule={t`The latest reading up to the date in the bar. The trend is the median of the slopes between all pairs of the latest ${words.count(TREND_READINGS)} readings; fewer than three give none. A target is missed where the last reading up to its day fell short of it.`}
        inputs={[
          { label: t`Latest reading`, value: latest === null ? t`unknown` : figure(latest.value) },
          { label: t`Of the day`, value: latest === null ? t`unknown` : dateWords(latest.day, i18n) },
          { label: t`Source`, value: latest?.source ?? t`not said` },
          { label: t`Which way is better`, value: i18n._(DIRECTION_WORDS[metric.direction]) },
          {
            label: t`Trend, a year`,
            value:
              trend === null
                ? t`unknown`
                : t`${signed(trend.slopeAYear)}, over ${words.count(trend.readings)} readings`,
          },
          { label: t`Missing to the target`, value: shortfall === null ? t`unknown` : figure(shown(shortfall)) },
        ]}
        sources={['Theil 1950', 'Sen 1968, Journal of the American Statistical Association 63, p. 1379']}
        links={[
          <a key="method" href="/docs/methods/lifecycle#evaluation" target="_blank" rel="noreferrer">
            <Trans>Method card: evaluation</Trans>
          </a>,
        ]}
      />
    </Inspected>
  );
}
