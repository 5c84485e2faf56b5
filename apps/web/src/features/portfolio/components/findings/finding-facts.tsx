import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import type { FindingFact } from '@entente/core/portfolio';
import { VALUE_CHAIN_POSITIONS } from '@entente/core/register';
import { keptSearch } from '../../../../lib/kept-search.ts';
import { useWords } from '../../../../lib/use-words.ts';
import { DateText } from '../../../../ui/date-text.tsx';
import { usePortfolioWords } from '../words.ts';
import { useFindingsPlace } from './findings-context.ts';
import classes from './findings.module.css';

/** The page of a record, by kind; what has none of its own stands among the records of its collection. */
const COLLECTIONS: Readonly<Record<string, string>> = { event: 'events', workforce: 'workforces', person: 'people' };

function FactRecord({ record: { kind, slug, name } }: FindingFact) {
  const { workspace } = useFindingsPlace();
  if (kind === 'alliance') {
    return (
      <Link to="/w/$workspace/alliances/$slug" params={{ workspace, slug }} search={keptSearch}>
        {name}
      </Link>
    );
  }
  if (kind === 'organisation') {
    return (
      <Link to="/w/$workspace/partners/$slug" params={{ workspace, slug }} search={keptSearch}>
        {name}
      </Link>
    );
  }
  const collection = COLLECTIONS[kind];
  if (collection === undefined) return <>{name}</>;
  return (
    <Link to="/w/$workspace/$collection/$record" params={{ workspace, collection, record: slug }} search={keptSearch}>
      {name}
    </Link>
  );
}

export function FactSources({ evidence }: Pick<FindingFact, 'evidence'>) {
  const { workspace, sources } = useFindingsPlace();
  if (evidence.length === 0) return <Trans>no source</Trans>;
  return evidence.map(({ source, place }, index) => (
    <Fragment key={`${source} ${place}`}>
      {index > 0 && '; '}
      <Link
        to="/w/$workspace/sources/$key"
        params={{ workspace, key: source }}
        search={keptSearch}
        title={sources[source]}
      >
        {source}
      </Link>{' '}
      {place}
    </Fragment>
  ));
}

/** A fact that a finding rests on: the record, what it says, when, and who says so. */
function Fact({ fact }: { readonly fact: FindingFact }) {
  const { t } = useLingui();
  const terms = useWords();
  const portfolio = usePortfolioWords();
  const isPosition = (VALUE_CHAIN_POSITIONS as readonly string[]).includes(fact.words ?? '');
  const told = [
    ...(fact.words === null ? [] : [isPosition ? terms.term('positions', fact.words) : fact.words]),
    ...(fact.resource === null ? [] : [portfolio.resource(fact.resource)]),
  ];
  return (
    <>
      <span className={classes.when}>
        {fact.date === null ? <Trans>undated</Trans> : <DateText value={fact.date} />}
      </span>{' '}
      <FactRecord {...fact} />
      {told.length > 0 && <span className={classes.told}> {terms.listed(told)}</span>}
      {fact.disputed && (
        <span className={classes.caution} role="img" aria-label={t`sources disagree`} title={t`sources disagree`}>
          {' '}
          ⚑
        </span>
      )}
      {fact.possible && (
        <span className={classes.caution}>
          {' '}
          <Trans>may lie after the day read</Trans>
        </span>
      )}{' '}
      <span className={classes.sources}>
        <FactSources evidence={fact.evidence} />
      </span>
    </>
  );
}

export function FactList({ facts }: { readonly facts: readonly FindingFact[] }) {
  return (
    <ul className={classes.facts}>
      {facts.map((fact, index) => (
        <li key={`${fact.record.kind} ${fact.record.slug} ${index}`}>
          <Fact fact={fact} />
        </li>
      ))}
    </ul>
  );
}
