import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { WhatIfAnswer } from '@entente/contract/portfolio';
import { keptSearch } from '../../../../lib/kept-search.ts';
import { useWords } from '../../../../lib/use-words.ts';
import { useFindingWords } from '../findings/use-finding-words.ts';
import { usePortfolioWords } from '../words.ts';
import { DIMENSION_TEXTS } from './aim-texts.ts';
import { Changed, type ComparisonRow, useEffectRows } from './effect-rows.tsx';
import classes from './what-if.module.css';

type Figures = WhatIfAnswer['today'];

/** The lines of the comparison in the reader's language. */
export function useComparisonRows(workspace: string, answer: WhatIfAnswer): readonly ComparisonRow[] {
  const { today } = answer;
  const effects = useEffectRows(answer);
  const { t, i18n } = useLingui();
  const terms = useWords();
  const words = usePortfolioWords();
  const findings = useFindingWords();
  const numbers = new Intl.NumberFormat(i18n.locale, { maximumFractionDigits: 2 });
  const signed = new Intl.NumberFormat(i18n.locale, { maximumFractionDigits: 2, signDisplay: 'exceptZero' });
  const shown = (value: number | null): string => (value === null ? t`unknown` : numbers.format(value));
  const figure = (id: keyof Figures, label: string, of: (figures: Figures) => number | null): ComparisonRow => ({
    id,
    label,
    today: shown(of(today)),
    cell: ({ after }) => (
      <Changed value={of(after)} before={of(today)} shown={shown} signed={(difference) => signed.format(difference)} />
    ),
  });
  const none = <span className={classes.quiet}>–</span>;
  return [
    { id: 'form', label: t`Form`, today: none, cell: (_outlook, { form }) => terms.term('forms', form) },
    {
      id: 'shares',
      label: t`Shares: own, partner’s`,
      today: none,
      cell: (_outlook, { ownShare, partnerShare }) => {
        const told = (share: string): string => (share === '' ? t`unknown` : terms.percent(share));
        return ownShare === '' && partnerShare === '' ? none : terms.listed([told(ownShare), told(partnerShare)]);
      },
    },
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
    ...effects,
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
