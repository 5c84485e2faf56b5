import type { PaperOf } from '@entente/contract/dossier';
import { Trans, useLingui } from '@lingui/react/macro';
import { useWords } from '../../../lib/use-words.ts';
import { InspectButton } from '../../../ui/inspect-button.tsx';
import { Inspected } from '../../../ui/inspector.tsx';
import classes from '../../../dossier/paper.module.css';
import type { ReadingOfKind } from '../../../lib/use-paper.ts';
import { RuleBody } from '../../../ui/rule-body.tsx';
import { SourcePlace } from '../../../ui/source-place.tsx';
import { useArrangementWords } from './arrangement-words.ts';

type Reading = ReadingOfKind<'mode-comparison'>;
type Props = { readonly reading: Reading; readonly content: PaperOf<'mode-comparison'> };

const HUNDREDTHS = 2;

/** Which arrangement is first, how far the weights carry that, and what cannot be ranked yet. */
export function ArrangementRanks({ reading, content }: Props) {
  const { t } = useLingui();
  const said = useArrangementWords();
  const { listed } = useWords();
  const { scores, unranked } = reading;
  const first = scores.filter(({ rank }) => rank === 1).map(({ arrangement }) => said(arrangement));
  if (scores.length === 0)
    return (
      <p className={classes.unknown}>
        <Trans>
          Nothing can be ranked yet: two of the four have to be judged on every criterion, and one criterion needs a
          weight over 0.
        </Trans>
      </p>
    );
  const ordered = [...scores].sort((one, other) => one.rank - other.rank);
  return (
    <>
      <p>
        {first.length === 1 ? (
          <Trans>
            <strong>{listed(first)}</strong> comes first by these scores.
          </Trans>
        ) : (
          <Trans>
            <strong>{listed(first)}</strong> share the first place.
          </Trans>
        )}{' '}
        <InspectButton id="mode-comparison">
          {ordered
            .map(({ arrangement, score, rank }) => `${rank}. ${said(arrangement)} ${score.toFixed(HUNDREDTHS)}`)
            .join(' · ')}
        </InspectButton>
      </p>
      {unranked.map(({ arrangement }) => (
        <p key={arrangement} className={classes.unknown}>
          <Trans>{said(arrangement)} is not ranked: it is not judged on every criterion.</Trans>
        </p>
      ))}
      <Inspected id="mode-comparison" title={t`How the four are ranked`}>
        <RuleBody
          rule={t`Weighted sum: the scores on each criterion are brought to 0 for the worst and 1 for the best of those compared, multiplied by the weights as parts of their sum, and added up. What is not judged on every criterion is left out. The interval of a weight is how far it can move, the others sharing the rest as they do, before another comes first.`}
          inputs={reading.stays.map(({ criterion, weight, from, to }) => ({
            label: content.criteria.find(({ key }) => key === criterion)?.text ?? criterion,
            value: t`weight ${weight.toFixed(HUNDREDTHS)}, the first stays first from ${from.toFixed(HUNDREDTHS)} to ${to.toFixed(HUNDREDTHS)}`,
          }))}
          sources={[
            <SourcePlace key="002" source="002" place="7 Alliance development stages, 1" />,
            <span key="wsm">Fishburn 1967, Operations Research 15, p. 537</span>,
          ]}
        />
      </Inspected>
    </>
  );
}
