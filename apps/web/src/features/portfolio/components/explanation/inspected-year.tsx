import { Trans, useLingui } from '@lingui/react/macro';
import { DateText } from '../../../../ui/date-text.tsx';
import { RuleBody } from '../../../../ui/rule-body.tsx';
import { Term } from '../../../../ui/term.tsx';
import type { YearReading } from '../configuration/reading.ts';
import { usePortfolioView } from '../portfolio-context.ts';
import { MethodCardLink } from '../record-links.tsx';
import { usePortfolioWords } from '../words.ts';
import { CountedPartnerList } from './counted-partner-list.tsx';
import classes from './explanation.module.css';
import { ExplorativeMoveList } from './explorative-move-list.tsx';

type Props = { readonly standing: YearReading; readonly lens: 'path' | 'recent' };

/** How a year's label came about: the rule, what went in, partners and moves with their sources. */
export function InspectedYear({ standing, lens }: Props) {
  const { t } = useLingui();
  const { answer } = usePortfolioView();
  const words = usePortfolioWords();
  const { scopeAt, shapingAt, window } = answer.report;
  const { entry, explanation, partners } = standing;
  const years = lens === 'recent' ? 10 : window;
  const scope = entry.scope >= scopeAt ? t`extensive` : t`limited`;
  const shaping = entry.shaping >= shapingAt ? t`explorative` : t`exploitative`;
  const lensName = years === 'all' ? t`accumulated` : t`last ${years} years`;
  const named = (id: string, word: string) => <Term id={id}>{word}</Term>;
  return (
    <RuleBody
      rule={
        <Trans>
          Extensive scope and explorative shaping make Diversification; extensive scope alone Alliance Portfolio
          Development; explorative shaping alone Resource Development; neither Optimization.
        </Trans>
      }
      inputs={[
        { label: named('configuration', t`Configuration`), value: <b>{words.typeName(entry.label)}</b> },
        { label: t`Read on`, value: <DateText value={explanation.day} /> },
        { label: t`Lens`, value: lensName },
        { label: named('scope', t`Scope`), value: t`${words.count(entry.scope)} (from ${scopeAt}): ${scope}` },
        {
          label: named('shaping', t`Shaping`),
          value: t`${words.count(entry.shaping)} (from ${shapingAt}): ${shaping}`,
        },
        {
          label: named('agreement', t`Agreement`),
          value: t`${words.share(entry.agreement)} of ${words.count(explanation.parameterSets)} parameter sets`,
        },
        ...(entry.contested
          ? [
              {
                label: named('contested', t`Contested`),
                value: words.reasons(explanation.reasons) || t`under 60 % agreement`,
              },
            ]
          : []),
      ]}
      links={[<MethodCardLink key="card" part="configuration" />]}
    >
      <h3 className={classes.measure}>
        <Trans>Partner houses</Trans>
      </h3>
      <CountedPartnerList partners={partners} />
      <h3 className={classes.measure}>
        <Trans>Explorative moves</Trans>
      </h3>
      <ExplorativeMoveList moves={explanation.explorativeMoves} />
    </RuleBody>
  );
}
