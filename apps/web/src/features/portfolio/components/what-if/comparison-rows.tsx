import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { WhatIfAnswer } from '@entente/contract/portfolio';
import { useWords } from '../../../../lib/use-words.ts';
import { useFindingWords } from '../findings/use-finding-words.ts';
import { keptSearch } from '../record-links.tsx';
import { usePortfolioWords } from '../words.ts';
import { DIMENSION_TEXTS } from './aim-texts.ts';
import type { PlannedMove } from './move-address.ts';
import classes from './what-if.module.css';

type Figures = WhatIfAnswer['today'];
type Outlook = WhatIfAnswer['outlooks'][number];

/** One line of the comparison: what it is, what it is today, and what each candidate makes of it. */
export type ComparisonRow = {
  readonly id: string;
  readonly label: string;
  readonly today: ReactNode;
  readonly cell: (outlook: Outlook, move: PlannedMove) => ReactNode;
};

/** The lines of the comparison in the reader's language. */
export function useComparisonRows(workspace: string, today: Figures): readonly ComparisonRow[] {
  const { t, i18n } = useLingui();
  const terms = useWords();
  const words = usePortfolioWords();
  const findings = useFindingWords();
  const numbers = new Intl.NumberFormat(i18n.locale, { maximumFractionDigits: 2 });
  const signed = new Intl.NumberFormat(i18n.locale, { maximumFractionDigits: 2, signDisplay: 'exceptZero' });
  const shown = (value: number | null): string => (value === null ? t`unknown` : numbers.format(value));
  const changed = (value: number | null, before: number | null): ReactNode => {
    if (value === null || before === null || value === before) return shown(value);
    const difference = signed.format(value - before);
    return (
      <>
        <b>{shown(value)}</b> <span className={classes.quiet}>{difference}</span>
      </>
    );
  };
  const figure = (id: keyof Figures, label: string, of: (figures: Figures) => number | null): ComparisonRow => ({
    id,
    label,
    today: shown(of(today)),
    cell: ({ after }) => changed(of(after), of(today)),
  });
  const none = <span className={classes.quiet}>–</span>;
  return [
    { id: 'form', label: t`Form`, today: none, cell: (_outlook, { form }) => terms.term('forms', form) },
    { id: 'start', label: t`Begins`, today: none, cell: (_outlook, { start }) => start },
    {
      id: 'type',
      label: t`Type of the move`,
      today: none,
      cell: ({ type, founds, counted }) =>
        type !== null ? (
          words.typeName(type)
        ) : founds ? (
          <Trans>founds the portfolio</Trans>
        ) : counted ? (
          <Trans>not typed</Trans>
        ) : (
          <Trans>outside this population</Trans>
        ),
    },
    {
      id: 'fresh',
      label: t`New resources`,
      today: none,
      cell: ({ fresh }) => (fresh.length === 0 ? t`none` : words.listed(fresh.map(words.resource))),
    },
    {
      id: 'label',
      label: t`Configuration`,
      today: words.typeName(today.label),
      cell: ({ after }) =>
        after.label === today.label ? words.typeName(after.label) : <b>{words.typeName(after.label)}</b>,
    },
    {
      id: 'agreement',
      label: t`Agreement`,
      today: words.share(today.agreement),
      cell: ({ after }) => words.share(after.agreement),
    },
    figure('scope', t`Scope`, ({ scope }) => scope),
    figure('shaping', t`Shaping`, ({ shaping }) => shaping),
    figure('size', t`Alliances that run`, ({ size }) => size),
    figure('partners', t`Partners`, ({ partners }) => partners),
    figure('houses', t`Houses`, ({ houses }) => houses),
    figure('repeatShare', t`Share of repeated ties`, ({ repeatShare }) => repeatShare),
    figure('houseConcentration', t`Concentration on houses (HHI)`, ({ houseConcentration }) => houseConcentration),
    {
      id: 'findings',
      label: t`Findings that turn`,
      today: none,
      cell: ({ changes }) =>
        changes.length === 0 ? (
          t`none`
        ) : (
          <ul className={classes.plain}>
            {changes.map(({ code, before, after }) => {
              const [title, from, to] = [
                findings.title(code),
                findings.verdict(code, before),
                findings.verdict(code, after),
              ];
              return <li key={code}>{t`${title}: ${from} → ${to}`}</li>;
            })}
          </ul>
        ),
    },
    {
      id: 'retaliators',
      label: t`Who may retaliate`,
      today: none,
      cell: ({ retaliators }) =>
        retaliators === null ? (
          t`unknown: no domain given`
        ) : retaliators.length === 0 ? (
          t`nobody`
        ) : (
          <ul className={classes.plain}>
            {retaliators.map(({ partner, alliance, certain, shared, open }) => {
              const same = words.listed(shared.map((each) => i18n._(DIMENSION_TEXTS[each])));
              const left = words.listed(open.map((each) => i18n._(DIMENSION_TEXTS[each])));
              return (
                <li key={`${partner.slug} ${alliance.slug}`}>
                  {partner.name} (
                  <Link
                    to="/w/$workspace/alliances/$slug"
                    params={{ workspace, slug: alliance.slug }}
                    search={keptSearch}
                  >
                    {alliance.name}
                  </Link>
                  ){' '}
                  <span className={classes.quiet}>
                    {certain ? t`certain: same ${same}` : t`possible: same ${same}, unknown ${left}`}
                  </span>
                </li>
              );
            })}
          </ul>
        ),
    },
  ];
}
