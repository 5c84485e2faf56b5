import { CHOICE_METHODS, NORMALISATIONS } from '@entente/core/lifecycle';
import { Trans, useLingui } from '@lingui/react/macro';
import { NativeSelect } from '@mantine/core';
import { InspectButton } from '../../../ui/inspect-button.tsx';
import { Inspected } from '../../../ui/inspector.tsx';
import { RuleBody } from '../../../ui/rule-body.tsx';
import { Section } from '../../../ui/section.tsx';
import { Acceptability } from './acceptability.tsx';
import type { Choice, ChoiceReading } from './choice-draft.ts';
import { ChoiceNotes, SelectionCard, Unknown } from './choice-notes.tsx';
import { useChoice } from './choice-context.ts';
import { useChoiceWords } from './choice-words.ts';
import { Sensitivity } from './sensitivity.tsx';
import { WideTable } from './wide-table.tsx';
import classes from './choice.module.css';

/** Who comes first, by the chosen method and by the others beside it; how sure that is. */
export function RankingSection() {
  const { reading, isChanged } = useChoice();
  return (
    <Section id="ranking" title={<Trans>Ranking</Trans>}>
      <Method />
      {isChanged && (
        <p className={classes.caution} role="note">
          <Trans>Something was changed above; these figures are of what was saved.</Trans>
        </p>
      )}
      {reading === null ? (
        <p className={classes.lead}>
          <Trans>Save the choice to see what follows from it.</Trans>
        </p>
      ) : (
        <>
          <ChoiceNotes notes={reading.problems} />
          <Ranked reading={reading} />
          <Unable reading={reading} />
          <Unranked reading={reading} />
          <ChoiceNotes notes={reading.warnings} />
          <ByRater reading={reading} />
          {reading.sensitivity !== null && <Sensitivity sensitivity={reading.sensitivity} />}
          {reading.acceptability !== null && <Acceptability acceptability={reading.acceptability} />}
        </>
      )}
    </Section>
  );
}

const DEFAULT = '';

function Method() {
  const { t } = useLingui();
  const said = useChoiceWords();
  const { choice, set, canChange } = useChoice();
  const { method, normalisation } = choice;
  const normalises = method === 'wsm' || method === 'topsis';
  if (!canChange)
    return (
      <p>
        <Trans>Method: {said.method(method)}</Trans>
      </p>
    );
  return (
    <div className={classes.actions} data-screen-only>
      <NativeSelect
        size="xs"
        label={t`Method`}
        value={method}
        onChange={(event) =>
          set({ ...choice, method: event.currentTarget.value as Choice['method'], normalisation: null })
        }
        data={CHOICE_METHODS.map((value) => ({ value, label: said.method(value) }))}
      />
      {normalises && (
        <NativeSelect
          size="xs"
          label={t`Normalisation`}
          value={normalisation ?? DEFAULT}
          onChange={(event) =>
            set({
              ...choice,
              normalisation:
                event.currentTarget.value === DEFAULT
                  ? null
                  : (event.currentTarget.value as NonNullable<Choice['normalisation']>),
            })
          }
          data={[
            { value: DEFAULT, label: t`as the method has it` },
            ...NORMALISATIONS.map((value) => ({ value, label: said.normalisation(value) })),
          ]}
        />
      )}
    </div>
  );
}

type Of = { readonly reading: ChoiceReading };

/** The methods side by side. */
function Ranked({ reading }: Of) {
  const { t } = useLingui();
  const said = useChoiceWords();
  const { choice } = useChoice();
  const [chosen] = reading.rankings;
  const methods = reading.rankings.filter(({ scores }) => scores.length > 0);
  const rows = [...(methods[0]?.scores ?? [])].sort((one, other) => one.rank - other.rank);
  if (rows.length === 0) return null;
  return (
    <WideTable label={t`Ranking by each method`}>
      <table className={`${classes.grid} ${classes.held}`}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Candidate</Trans>
            </th>
            {methods.map(({ method, normalisation }) => (
              <th key={method} scope="col" className={classes.number}>
                {said.method(method)}
                {method === chosen?.method && ` ✓`}
                {normalisation !== null && <div>{said.normalisation(normalisation)}</div>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ candidate, rank }) => (
            <tr key={candidate} className={rank === 1 ? classes.first : undefined}>
              <th scope="row">{said.nameIn(choice.candidates, candidate)}</th>
              {methods.map((each) => (
                <td key={each.method} className={classes.number}>
                  <ScoreOf ranking={each} candidate={candidate} reading={reading} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}

/** Methods beside the chosen one that cannot rank what is there, and why. */
function Unable({ reading }: Of) {
  const said = useChoiceWords();
  const { choice } = useChoice();
  const others = reading.rankings.slice(1).filter(({ scores }) => scores.length === 0);
  // Where the chosen method cannot rank either, its reasons stand above.
  if (reading.problems.length > 0) return null;
  return others.map(({ method, problems: [first] }) => (
    <p key={method} className={classes.lead}>
      <Trans>Not by {said.method(method)}:</Trans> {first && said.told(first, choice).message}
    </p>
  ));
}

type ScoreProps = Of & {
  readonly ranking: ChoiceReading['rankings'][number];
  readonly candidate: string;
};

function ScoreOf({ reading, ranking, candidate }: ScoreProps) {
  const { t } = useLingui();
  const said = useChoiceWords();
  const { choice } = useChoice();
  const found = ranking.scores.find((each) => each.candidate === candidate);
  if (found === undefined) return <Unknown>{t`not ranked`}</Unknown>;
  const name = said.nameIn(choice.candidates, candidate);
  const method = said.method(ranking.method);
  const id = `selection.score.${ranking.method}.${candidate}`;
  const cellOf = (criterion: string) =>
    reading.cells.find((each) => each.candidate === candidate && each.criterion === criterion)?.spread;
  const score = said.figure(found.score);
  return (
    <>
      <InspectButton id={id}>
        {score} <Trans>(rank {found.rank})</Trans>
      </InspectButton>
      <Inspected id={id} title={t`${name}: ${method}`}>
        <RuleBody
          rule={<MethodRule method={ranking.method} />}
          inputs={[
            { label: t`Score`, value: score },
            ...(ranking.normalisation === null
              ? []
              : [{ label: t`Normalisation`, value: said.normalisation(ranking.normalisation) }]),
            ...reading.weights.map(({ key, weight }) => {
              const cell = cellOf(key);
              const by = choice.criteria.find((each) => each.key === key);
              const mean = cell === undefined ? t`unknown` : said.rating(cell.mean);
              const share = said.figure(weight);
              return {
                label: by?.name ?? key,
                value:
                  cell !== undefined && cell.count > 1
                    ? t`${mean} (${cell.least} to ${cell.most}, ${cell.count} raters), weight ${share}`
                    : t`${mean}, weight ${share}`,
              };
            }),
          ]}
          links={[<SelectionCard key="card" />]}
        />
      </Inspected>
    </>
  );
}

function MethodRule({ method }: { readonly method: Choice['method'] }) {
  switch (method) {
    case 'wsm':
      return (
        <Trans>
          The values on one scale, each times the weight of its criterion, added up (Fishburn 1967). Between 0 and 1
          where values go from the worst to the best.
        </Trans>
      );
    case 'topsis':
      return (
        <Trans>
          The distance to the worst of each criterion, divided by the distances to the best and to the worst: 1 is best
          (Hwang and Yoon 1981).
        </Trans>
      );
    case 'promethee2':
      return (
        <Trans>
          How far it is preferred to the others less how far they are preferred to it, from -1 to 1 (Brans and Vincke
          1985).
        </Trans>
      );
    case 'ahp':
      return (
        <Trans>
          The candidates compared in pairs under each criterion; the priorities times the weights, added up (Saaty
          1980).
        </Trans>
      );
  }
}

/** Whoever has no rank, and why. */
function Unranked({ reading }: Of) {
  const { choice } = useChoice();
  const said = useChoiceWords();
  if (reading.unranked.length === 0) return null;
  return (
    <>
      <h3>
        <Trans>Not ranked</Trans>
      </h3>
      <ul className={classes.list}>
        {reading.unranked.map(({ candidate, why, criteria }) => {
          const told = choice.candidates.find(({ key }) => key === candidate);
          const names = criteria.map((key) => said.nameIn(choice.criteria, key)).join(', ');
          return (
            <li key={candidate}>
              {told?.name ?? candidate}:{' '}
              {why === 'unrated' ? <Trans>nobody rated it on {names}</Trans> : said.stage(why)}
              {told?.reason && why !== 'unrated' ? ` – ${told.reason}` : null}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** How far raters are apart on the whole. */
function ByRater({ reading }: Of) {
  const { t } = useLingui();
  const said = useChoiceWords();
  const { choice } = useChoice();
  if (reading.own.length < 2) return null;
  const rankOf = (scores: (typeof reading.own)[number]['scores'], candidate: string): number | null =>
    scores?.find((each) => each.candidate === candidate)?.rank ?? null;
  return (
    <>
      <h3>
        <Trans>By each rater alone</Trans>
      </h3>
      <WideTable label={t`Ranks by each rater alone`}>
        <table className={`${classes.grid} ${classes.held}`}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Candidate</Trans>
              </th>
              {reading.own.map(({ rater }) => (
                <th key={rater} scope="col" className={classes.number}>
                  {said.nameIn(choice.raters, rater)}
                </th>
              ))}
              <th scope="col" className={classes.number}>
                <Trans>Scores from – to</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {reading.scoreSpread.map(({ candidate, spread }) => (
              <tr key={candidate}>
                <th scope="row">{said.nameIn(choice.candidates, candidate)}</th>
                {reading.own.map(({ rater, scores }) => (
                  <td key={rater} className={classes.number}>
                    {rankOf(scores, candidate) ?? <Unknown>{t`not all rated`}</Unknown>}
                  </td>
                ))}
                <td className={classes.number}>
                  {spread === null ? (
                    <Unknown>{t`unknown`}</Unknown>
                  ) : (
                    `${said.figure(spread.least)} – ${said.figure(spread.most)}`
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </>
  );
}
