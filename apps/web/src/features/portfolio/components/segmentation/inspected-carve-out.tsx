import type { CarveOutEntry } from '@entente/core/portfolio';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useWords } from '../../../../lib/use-words.ts';
import { RuleBody } from '../../../../ui/rule-body.tsx';
import { CardLink, TermsLink } from './named-links.tsx';
import { useSegmentation } from './segmentation-context.ts';
import { useSegmentationWords } from './segmentation-words.ts';
import classes from './segmentation.module.css';

/** A proposal to part two alliances, with its effect on the index and on every other pair. */
export function InspectedCarveOut({ proposal }: { readonly proposal: CarveOutEntry }) {
  const { t } = useLingui();
  const { answer } = useSegmentation();
  const terms = useWords();
  const words = useSegmentationWords();
  const { certain, possible, index, steps, removes, adds } = proposal;
  return (
    <RuleBody
      rule={
        <Trans>
          A change of one product, market or region that removes the collision: of each kind the smallest one, counted
          in steps of the classification. It is a proposal; what the parties are ready for, the record does not say.
        </Trans>
      }
      inputs={[
        { label: t`Proposal`, value: words.proposal(proposal, answer.alliances) },
        { label: t`Steps`, value: terms.count(steps) },
        { label: t`Certain collisions`, value: `${terms.count(answer.certain)} → ${terms.count(certain)}` },
        { label: t`Possible collisions`, value: `${terms.count(answer.possible)} → ${terms.count(possible)}` },
        { label: t`Segmentation index`, value: `${words.interval(answer.index)} → ${words.interval(index)}` },
      ]}
      links={[<TermsLink key="terms" />, <CardLink key="card" part="segmentation" />]}
    >
      <Pairs title={<Trans>Collisions that it removes</Trans>} pairs={removes} />
      <Pairs title={<Trans>Pairs that it makes collide</Trans>} pairs={adds} />
    </RuleBody>
  );
}

type PairsProps = { readonly title: ReactNode; readonly pairs: CarveOutEntry['removes'] };

function Pairs({ title, pairs }: PairsProps) {
  const { answer } = useSegmentation();
  if (pairs.length === 0) return null;
  return (
    <>
      <h3 className={classes.sub}>{title}</h3>
      <ul className={classes.list}>
        {pairs.map((pair) => (
          <li key={pair.join()}>{pair.map((place) => answer.alliances[place]?.name ?? '').join(' × ')}</li>
        ))}
      </ul>
    </>
  );
}
