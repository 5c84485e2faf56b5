import { Trans, useLingui } from '@lingui/react/macro';
import type { CSSProperties } from 'react';
import { Inspected } from '../../../ui/inspector.tsx';
import { InspectButton } from '../../../ui/inspect-button.tsx';
import { RuleBody } from '../../../ui/rule-body.tsx';
import type { ChoiceReading } from './choice-draft.ts';
import { SelectionCard } from './choice-notes.tsx';
import { useChoice } from './choice-context.ts';
import { useChoiceWords } from './choice-words.ts';
import { WideTable } from './wide-table.tsx';
import classes from './choice.module.css';

type Drawn = NonNullable<ChoiceReading['acceptability']>;

/** Deeper than this and figures would no longer stand out. */
const DEEPEST = 45;
const INSPECTED = 'selection.acceptability';

/** Which part of all weights gives each candidate which rank; the figures stand in the cells, the ground only helps. */
export function Acceptability({ acceptability }: { readonly acceptability: Drawn }) {
  const { t, i18n } = useLingui();
  const said = useChoiceWords();
  const { choice } = useChoice();
  const { samples, seed, raters, candidates } = acceptability;
  const drawn = samples.toLocaleString(i18n.locale);
  const rows = [...candidates].sort((one, other) => (other.ranks[0] ?? 0) - (one.ranks[0] ?? 0));
  return (
    <>
      <h3>
        <Trans>Whatever the weights: rank acceptability</Trans>
      </h3>
      <p className={classes.lead}>
        <Trans>
          The part of <InspectButton id={INSPECTED}>{drawn} weights drawn evenly</InspectButton> that gives each
          candidate each rank.
        </Trans>
      </p>
      <Inspected id={INSPECTED} title={t`Rank acceptability`}>
        <RuleBody
          rule={
            <Trans>
              Weights are drawn evenly from all that come to 1, and the candidates ranked under each (SMAA-2, Lahdelma
              and Salminen 2001). With several raters each draw reads one of them, whole. Candidates with one score
              share the ranks they take up.
            </Trans>
          }
          inputs={[
            { label: t`Draws`, value: drawn },
            { label: t`Seed`, value: String(seed) },
            {
              label: t`Read from`,
              value:
                raters.length === 0
                  ? t`the means, as no rater rated all`
                  : raters.map((key) => said.nameIn(choice.raters, key)).join(', '),
            },
          ]}
          links={[<SelectionCard key="card" />]}
        />
      </Inspected>
      <WideTable label={t`Rank acceptability`}>
        <table className={classes.grid}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Candidate</Trans>
              </th>
              {rows.map((_, at) => (
                <th key={at} scope="col" className={classes.number}>
                  <Trans>rank {at + 1}</Trans>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ candidate, ranks }) => (
              <tr key={candidate}>
                <th scope="row">{said.nameIn(choice.candidates, candidate)}</th>
                {ranks.map((part, at) => (
                  <td
                    key={at}
                    className={`${classes.number} ${classes.heat}`}
                    style={{ '--part': `${(part * DEEPEST).toFixed(1)}%` } as CSSProperties}
                  >
                    {said.part(part)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </>
  );
}
