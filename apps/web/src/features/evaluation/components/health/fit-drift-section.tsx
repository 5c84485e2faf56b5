import { type DriftGap, type FitDrift, fitDrift } from '@entente/core/lifecycle';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { sheetsOf } from '../../../../lib/health-words.ts';
import { type Column, DataTable } from '../../../../ui/data-table.tsx';
import { InspectButton } from '../../../../ui/inspect-button.tsx';
import { Inspected } from '../../../../ui/inspector.tsx';
import { RuleBody } from '../../../../ui/rule-body.tsx';
import type { HealthRound } from '../../api/health-requests.ts';
import classes from '../../../../dossier/dossier.module.css';
import { type FitChoice, useFitChoice } from './fit-choice.ts';

const MISSING_WORDS: Readonly<Record<DriftGap, MessageDescriptor>> = {
  undecided: msg`unknown: no candidate is chosen`,
  'criterion-gone': msg`unknown: the choice has no such criterion any more`,
  measured: msg`unknown: measured in a unit, not rated`,
  unrated: msg`unknown: nobody rated the chosen candidate`,
};

const signed = (value: number): string => `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value).toFixed(2)}`;

/** How the fit moved since the partner was chosen; for those who may read the choice, where criteria were asked again. */
export function FitDriftSection({ round }: { readonly round: HealthRound }) {
  const choice = useFitChoice();
  return choice === null || round.request.criteria.length === 0 ? null : <Drift round={round} choice={choice} />;
}

function Drift({ round: { request, partner }, choice }: { readonly round: HealthRound; readonly choice: FitChoice }) {
  const { t, i18n } = useLingui();
  const rows = fitDrift({
    choice,
    asked: request.criteria,
    ours: sheetsOf(request, 'firm'),
    theirs: sheetsOf(request, 'partner'),
  });
  const figure = (value: number | null | undefined): string =>
    value === null || value === undefined ? t`unknown` : value.toFixed(2);
  const drift = ({ now, drift: moved, turn }: FitDrift['ours']): string => {
    if (moved === null) return `${figure(now?.mean)} · ${t`drift unknown`}`;
    const turned = turn === 'better' ? t`better` : turn === 'worse' ? t`worse` : t`the same`;
    return `${figure(now?.mean)} · ${signed(moved)} · ${turned}`;
  };
  const side = (name: 'ours' | 'theirs', header: string): Column<FitDrift> => ({
    id: name,
    header,
    value: (row) => row[name].drift,
    cell: (row) => drift(row[name]),
  });
  const columns: Column<FitDrift>[] = [
    { id: 'name', header: t`Criterion`, value: ({ name }) => name },
    {
      id: 'then',
      header: t`When chosen, our mean`,
      value: ({ then }) => then?.mean ?? null,
      cell: ({ then, missing }) => (missing === null ? figure(then?.mean) : i18n._(MISSING_WORDS[missing])),
    },
    side('ours', t`Our side now, drift`),
    side('theirs', t`${partner} now, drift`),
  ];
  const inspected = `fit-drift.${request.id}`;
  const isKnown = rows.some(({ ours, theirs }) => ours.drift !== null || theirs.drift !== null);
  return (
    <div>
      <p>
        <strong>
          <Trans>Drift of fit since the partner was chosen</Trans>
        </strong>{' '}
        <InspectButton id={inspected} unknown={!isKnown}>
          <Trans>How it is worked out</Trans>
        </InspectButton>
      </p>
      <Inspected id={inspected} title={t`Drift of fit`}>
        <RuleBody
          rule={t`For each criterion and side the mean of what people say now, less the mean of what our raters gave the chosen candidate. Both are rated from 1 to 5, so nothing is rescaled. Where less of a criterion is better, more of it is worse. What was measured in a unit, rated by nobody or said by nobody is unknown.`}
          inputs={rows.flatMap(({ name, then, ours, theirs }) =>
            (
              [
                [t`our side`, ours],
                [partner, theirs],
              ] as const
            ).map(([who, { now, drift: moved }]) => ({
              label: `${name}, ${who}`,
              value:
                now === null || then === null || moved === null
                  ? t`unknown`
                  : `${now.mean.toFixed(2)} − ${then.mean.toFixed(2)} = ${signed(moved)}`,
            })),
          )}
          links={[
            <a key="method" href="/docs/methods/lifecycle#evaluation" target="_blank" rel="noreferrer">
              <Trans>Method card: evaluation</Trans>
            </a>,
          ]}
        />
      </Inspected>
      <p className={classes.quiet}>
        <Trans>Our ratings of partner selection are for you to read, never for the partner.</Trans>
      </p>
      <DataTable
        caption={t`Drift of fit since the partner was chosen`}
        columns={columns}
        rows={rows}
        rowKey={({ criterion }) => criterion}
      />
    </div>
  );
}
