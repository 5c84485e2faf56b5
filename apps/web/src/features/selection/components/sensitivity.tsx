import { Trans, useLingui } from '@lingui/react/macro';
import type { ChoiceReading } from './choice-draft.ts';
import { useChoice } from './choice-context.ts';
import { useChoiceWords } from './choice-words.ts';
import { WideTable } from './wide-table.tsx';
import classes from './choice.module.css';

type Props = { readonly sensitivity: NonNullable<ChoiceReading['sensitivity']> };

const WIDTH = 200;
const HEIGHT = 12;

/** Over which weights of each criterion the first stays first: a bar from 0 to 1, with the weight there is. */
export function Sensitivity({ sensitivity: { winner, intervals } }: Props) {
  const { t } = useLingui();
  const said = useChoiceWords();
  const { choice } = useChoice();
  const names = (keys: readonly string[]): string => keys.map((key) => said.nameIn(choice.candidates, key)).join(', ');
  const first = names([winner]);
  return (
    <>
      <h3>
        <Trans>How far each weight can move</Trans>
      </h3>
      <p className={classes.lead}>
        <Trans>
          {first} stays first while a weight lies within its bar and the others share the rest as they do now. The mark
          is the weight there is.
        </Trans>
      </p>
      <WideTable label={t`Sensitivity of the first to each weight`}>
        <table className={classes.grid}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Criterion</Trans>
              </th>
              <th scope="col">
                <Trans>From 0 to 1</Trans>
              </th>
              <th scope="col" className={classes.number}>
                <Trans>First from – to</Trans>
              </th>
              <th scope="col">
                <Trans>Beyond it</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {intervals.map(({ criterion, weight, from, to, below, above }) => (
              <tr key={criterion}>
                <th scope="row">{said.nameIn(choice.criteria, criterion)}</th>
                <td>
                  <svg
                    className={classes.figure}
                    viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
                    preserveAspectRatio="none"
                    aria-hidden="true"
                  >
                    <rect className={classes.track} x={0} y={HEIGHT / 2 - 1} width={WIDTH} height={2} />
                    <rect
                      className={classes.interval}
                      x={from * WIDTH}
                      y={3}
                      width={Math.max(1, (to - from) * WIDTH)}
                      height={HEIGHT - 6}
                    />
                    <rect
                      className={classes.mark}
                      x={Math.min(WIDTH - 1.5, weight * WIDTH)}
                      y={0}
                      width={1.5}
                      height={HEIGHT}
                    />
                  </svg>
                </td>
                <td className={classes.number}>
                  {said.figure(from)} – {said.figure(to)}
                  <div className={classes.quiet}>
                    <Trans>now {said.figure(weight)}</Trans>
                  </div>
                </td>
                <td className={classes.told}>
                  {below.length > 0 && (
                    <div>
                      <Trans>below: {names(below)}</Trans>
                    </div>
                  )}
                  {above.length > 0 && (
                    <div>
                      <Trans>above: {names(above)}</Trans>
                    </div>
                  )}
                  {below.length + above.length === 0 && <Trans>nobody: first whatever its weight</Trans>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </>
  );
}
