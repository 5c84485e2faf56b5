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
        <table className={`${classes.grid} ${classes.held}`}>
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
            {rows.map((row) => (
              <tr key={row.candidate}>
                <th scope="row">{said.nameIn(choice.candidates, row.candidate)}</th>
                {row.ranks.map((part, at) => (
                  <td
                    key={at}
                    className={`${classes.number} ${classes.heat}`}
                    style={{ '--part': `${(part * DEEPEST).toFixed(1)}%` } as CSSProperties}
                  >
                    {at === 0 ? <FirstPart row={row} part={said.part(part)} /> : said.part(part)}
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

type FirstProps = { readonly row: Drawn['candidates'][number]; readonly part: string };

/** How often a candidate is first, opened to the weights that make it so. */
function FirstPart({ row: { candidate, centralWeights, confidence }, part }: FirstProps) {
  const { t } = useLingui();
  const said = useChoiceWords();
  const { choice, reading } = useChoice();
  const id = `${INSPECTED}.${candidate}`;
  const name = said.nameIn(choice.candidates, candidate);
  if (centralWeights === null) return part;
  return (
    <>
      <InspectButton id={id}>{part}</InspectButton>
      <Inspected id={id} title={t`What makes ${name} first`}>
        <RuleBody
          rule={
            <Trans>
              The central weights: the mean of those among the drawn weights that make it first. Whoever would choose it
              weighs about like that.
            </Trans>
          }
          inputs={[
            { label: t`First in`, value: part },
            ...(reading?.weights ?? []).map(({ key, weight }, at) => {
              const [central, now] = [said.figure(centralWeights[at] ?? 0), said.figure(weight)];
              return { label: said.nameIn(choice.criteria, key), value: t`${central} (now ${now})` };
            }),
            {
              label: t`Raters for whom it is first under these weights`,
              value: confidence === null ? t`unknown` : said.part(confidence),
            },
          ]}
          links={[<SelectionCard key="card" />]}
        />
      </Inspected>
    </>
  );
}
