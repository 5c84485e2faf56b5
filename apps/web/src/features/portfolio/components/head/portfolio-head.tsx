import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { dateWords } from '../../../../ui/date-text.tsx';
import type { Reading } from '../configuration/reading.ts';
import { Inspectable } from '../inspectable.tsx';
import { PortfolioSections } from '../portfolio-sections.tsx';
import { PortfolioTitle } from '../portfolio-title.tsx';
import { usePortfolioView } from '../portfolio-context.ts';
import { usePortfolioWords } from '../words.ts';
import classes from './portfolio-head.module.css';

type Props = {
  readonly reading: Reading | null;
  /** Whether anything is set otherwise than by default. */
  readonly adjusted: boolean;
  readonly onParameters: () => void;
};

/** The firm, and where its portfolio stands in one line. */
export function PortfolioHead({ reading, adjusted, onParameters }: Props) {
  const { answer, firm, workspace } = usePortfolioView();
  const name = answer.names.organisations[answer.report.focal] ?? firm;
  return (
    <header className={classes.head}>
      <div className={classes.title}>
        <PortfolioTitle firm={name} />
        <Button
          className={classes.parameters}
          variant="default"
          size="xs"
          aria-haspopup="dialog"
          onClick={onParameters}
        >
          {adjusted ? <Trans>Parameters, adjusted</Trans> : <Trans>Parameters</Trans>}
        </Button>
      </div>
      <PortfolioSections workspace={workspace} slug={firm} />
      {reading && <Standing reading={reading} />}
    </header>
  );
}

function Standing({ reading }: { readonly reading: Reading }) {
  const { t, i18n } = useLingui();
  const { answer } = usePortfolioView();
  const words = usePortfolioWords();
  const { window, population, sources } = answer.report;
  const { entry, explanation, since } = reading;
  const sets = explanation.parameterSets;
  const date = dateWords(String(since), i18n);
  const reasons = words.reasons(explanation.reasons);
  return (
    <>
      <p className={classes.standing}>
        <Inspectable id="portfolio.label" className={classes.label}>
          {words.typeName(entry.label)}
        </Inspectable>{' '}
        <span className={classes.since}>
          <Trans>since {date}</Trans>
        </span>
        {entry.contested && (
          <>
            {' '}
            <Inspectable id="portfolio.agreement" className={classes.contested}>
              <span aria-hidden="true">◐ </span>
              {reasons === '' ? t`contested` : t`contested: ${reasons}`}
            </Inspectable>
          </>
        )}
      </p>
      <ul className={classes.facts}>
        <li>
          <Inspectable id="portfolio.lens">
            {window === 'all' ? t`accumulated lens` : t`lens of ${window} years`}
          </Inspectable>
        </li>
        <li>
          <Inspectable id="portfolio.agreement">
            <Plural value={sets} one="# parameter set" other="# parameter sets" />
            {words.separator}
            <Trans>{words.share(entry.agreement)} agree</Trans>
          </Inspectable>
        </li>
        <li>
          <Inspectable id="portfolio.population">
            {words.population(population)}
            {words.separator}
            <Plural value={sources.length} one="# source" other="# sources" />
          </Inspectable>
        </li>
      </ul>
    </>
  );
}
