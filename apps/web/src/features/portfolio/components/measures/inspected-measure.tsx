import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { type MeasureInputsAnswer, PANEL_MEASURES, type PanelMeasureName } from '@entente/contract/portfolio';
import { dateWords } from '../../../../ui/date-text.tsx';
import { Inspected } from '../../../../ui/inspector.tsx';
import { useInspector } from '../../../../ui/inspector-context.ts';
import { RuleBody, type RuleInput } from '../../../../ui/rule-body.tsx';
import { FailureState, LoadingState } from '../../../../ui/states.tsx';
import { useWords } from '../../../../lib/use-words.ts';
import { measureInputsQuery } from '../../api/measures-queries.ts';
import { usePortfolioWords } from '../words.ts';
import { ContactList } from './contact-list.tsx';
import { InputLists } from './input-lists.tsx';
import { FORMULAS, useMeasureWords } from './measure-words.ts';
import classes from './measures.module.css';
import { inspectedValue, useMeasuresView } from './measures-view.ts';

const measureNamed = (name: string): PanelMeasureName | null => PANEL_MEASURES.find((each) => each === name) ?? null;

/** The inspector of a page of measures: what the address names, asked for when it is opened. */
export function MeasuresInspector() {
  const { activeId } = useInspector();
  const { workspace, search, firm: own } = useMeasuresView();
  const words = useMeasureWords();
  const named = inspectedValue(activeId);
  const measure = measureNamed(named?.measure ?? '');
  const firm = named?.firm ?? own;
  const asked = named !== null && measure !== null && firm !== null;
  const opened = useQuery({
    ...measureInputsQuery({
      workspace,
      search,
      firm: firm ?? { kind: 'organisation', slug: '' },
      year: named?.year ?? 0,
      measure: measure ?? 'size',
    }),
    enabled: asked,
  });
  if (!asked || activeId === null) return null;
  return (
    <Inspected id={activeId} title={words.label(measure)}>
      {opened.data ? (
        <InspectedMeasure answer={opened.data} />
      ) : opened.error ? (
        <FailureState inline error={opened.error} onRetry={() => void opened.refetch()} />
      ) : (
        <LoadingState />
      )}
    </Inspected>
  );
}

function InspectedMeasure({ answer }: { readonly answer: MeasureInputsAnswer }) {
  const { t } = useLingui();
  const words = useMeasureWords();
  const { column } = answer;
  const formula = FORMULAS[column.name];
  return (
    <RuleBody
      rule={words.rule(column.name)}
      inputs={useInputs(answer)}
      links={[
        <a key="card" href="/docs/methods/panel#measures-a-year" target="_blank" rel="noreferrer">
          {t`Method card: measures a year`}
        </a>,
      ]}
    >
      {formula !== undefined && <p className={classes.formula}>{formula}</p>}
      {answer.value === null && (
        <p>
          <Trans>There is nothing here to count it from. It is not defined, which is not zero.</Trans>
        </p>
      )}
      {answer.how === 'position' ? (
        <ContactList contacts={answer.contacts} total={answer.total} names={answer.names.alliances} />
      ) : (
        <InputLists answer={answer} />
      )}
      <p className={classes.detail}>
        <Trans>The measure is from: {column.source}</Trans>
      </p>
    </RuleBody>
  );
}

function useInputs(answer: MeasureInputsAnswer): RuleInput[] {
  const { t, i18n } = useLingui();
  const words = useMeasureWords();
  const terms = useWords();
  const portfolio = usePortfolioWords();
  const { column, value, year, how, inputs, total, country, population } = answer;
  const date = dateWords(`${String(year).padStart(4, '0')}-12-31`, i18n);
  const part = inputs.filter((input) => input.part).length;
  return [
    { label: t`Value`, value: value === null ? t`not defined` : words.value(value, column.unit, column.name) },
    { label: t`Firm`, value: answer.firm.name },
    { label: t`Read on`, value: date },
    ...(how === 'position'
      ? [{ label: t`Network`, value: t`all recorded alliances` }]
      : [{ label: t`Population`, value: portfolio.population(population) }]),
    ...(how === 'share' && total > 0 ? [{ label: t`Counted`, value: t`${part} of ${total}` }] : []),
    ...(how === 'mean' || how === 'diversity' || how === 'concentration' || how === 'position'
      ? [{ label: t`Counted`, value: <Plural value={total} one="# input" other="# inputs" /> }]
      : []),
    ...(column.name === 'foreign-partner-share'
      ? [{ label: t`Own country`, value: country === null ? t`unknown` : terms.country(country) }]
      : []),
  ];
}
