import { Trans, useLingui } from '@lingui/react/macro';
import { RuleBody } from '../../../../ui/rule-body.tsx';
import type { Reading } from '../configuration/reading.ts';
import { Inspectable } from '../inspectable.tsx';
import { usePortfolioView } from '../portfolio-context.ts';
import { MethodCardLink } from '../record-links.tsx';
import { usePortfolioWords } from '../words.ts';
import classes from './explanation.module.css';

/** What the chosen lens and the ten-year one say, and the years in which they part. */
export function InspectedLens({ reading }: { readonly reading: Reading }) {
  const { t } = useLingui();
  const { answer } = usePortfolioView();
  const words = usePortfolioWords();
  const { window } = answer.report;
  const { path, recent, at } = reading;
  const parted = path.slice(0, at + 1).flatMap((entry, index) => {
    const other = recent[index];
    return other && other.label !== entry.label ? [other] : [];
  });
  const now = recent[at];
  return (
    <RuleBody
      rule={
        <Trans>
          The accumulated lens counts the partners of every alliance formed so far, whether it still runs or not, and
          the moves of all years. The ten-year lens counts the partners of active alliances and the moves of the last
          ten years, both ends counted.
        </Trans>
      }
      inputs={[
        {
          label: window === 'all' ? t`Accumulated` : t`Last ${window} years`,
          value: words.typeName(reading.entry.label),
        },
        ...(now
          ? [
              {
                label: t`Ten-year lens`,
                value: t`${words.typeName(now.label)} (scope ${words.count(now.scope)}, shaping ${words.count(now.shaping)})`,
              },
            ]
          : []),
      ]}
      links={[<MethodCardLink key="card" part="configuration" />]}
    >
      {parted.length > 0 && (
        <>
          <h3 className={classes.measure}>
            <Trans>Years in which they part</Trans>
          </h3>
          <ul className={classes.list}>
            {parted.map((entry) => (
              <li key={entry.year} className={classes.item}>
                <Inspectable id={`portfolio.recent.${entry.year}`}>{entry.year}</Inspectable>
                <span className={classes.detail}>{words.typeName(entry.label)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </RuleBody>
  );
}
