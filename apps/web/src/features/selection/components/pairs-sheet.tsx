import { judgementText, prioritiesOf } from '@entente/core/lifecycle';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { type Compared, pairsOf, pairValue, thingsOf, withPair } from './choice-draft.ts';
import { Unknown } from './choice-notes.tsx';
import { useChoice } from './choice-context.ts';
import { useChoiceWords } from './choice-words.ts';
import { NumberField } from './number-field.tsx';
import { walk } from './walk.ts';
import { WideTable } from './wide-table.tsx';
import classes from './choice.module.css';

/** Above this judgements contradict each other more than they should (Saaty 1980). */
const MOST_INCONSISTENCY = 0.1;

type Sheet = Compared & { readonly label: string };

/** What can be compared in pairs: the top, each group of two or more, and the candidates by each criterion. */
function useSheets(): readonly Sheet[] {
  const { t } = useLingui();
  const { choice } = useChoice();
  const all: readonly Sheet[] = [
    { of: 'criteria', below: null, label: choice.groups.length > 0 ? t`groups and criteria at the top` : t`criteria` },
    ...choice.groups.map(({ key, name }): Sheet => ({ of: 'criteria', below: key, label: t`criteria of ${name}` })),
    ...choice.criteria.map(
      ({ key, name }): Sheet => ({ of: 'candidates', below: key, label: t`candidates by ${name}` }),
    ),
  ];
  return all.filter((each) => thingsOf(choice, each).length > 1);
}

/** Pairwise judgements of one rater, with how consistent they are as they stand. */
export function PairsSheet() {
  const { t } = useLingui();
  const { choice } = useChoice();
  const sheets = useSheets();
  const [rater, setRater] = useState<string | null>(null);
  const [place, setPlace] = useState(0);
  const sheet = sheets[place] ?? sheets[0];
  const who = choice.raters.find(({ key }) => key === rater) ?? choice.raters[0];
  if (sheet === undefined) return null;
  return (
    <details data-screen-only>
      <summary>
        <Trans>Compare in pairs</Trans>
      </summary>
      {who === undefined ? (
        <p className={classes.lead}>
          <Trans>Name a rater first, under Ratings below.</Trans>
        </p>
      ) : (
        <>
          <div className={classes.actions}>
            <NativeSelect
              size="xs"
              label={t`Rater`}
              value={who.key}
              onChange={(event) => setRater(event.currentTarget.value)}
              data={choice.raters.map(({ key, name }) => ({ value: key, label: name }))}
            />
            <NativeSelect
              size="xs"
              label={t`What is compared`}
              value={String(sheets.indexOf(sheet))}
              onChange={(event) => setPlace(Number(event.currentTarget.value))}
              data={sheets.map(({ label }, at) => ({ value: String(at), label }))}
            />
          </div>
          <Matrix key={`${who.key} ${sheet.of} ${sheet.below}`} sheet={sheet} rater={who.key} />
        </>
      )}
    </details>
  );
}

function Matrix({ sheet, rater }: { readonly sheet: Sheet; readonly rater: string }) {
  const { t } = useLingui();
  const said = useChoiceWords();
  const { choice, set, canChange } = useChoice();
  const things = thingsOf(choice, sheet);
  const pairs = pairsOf(choice, rater, sheet);
  const valueOf = (one: string, other: string): number | null => (one === other ? 1 : pairValue(pairs, one, other));
  const priorities = prioritiesOf({
    names: things.map(({ name }) => name),
    values: things.map((row) => things.map((column) => valueOf(row.key, column.key))),
  });
  const priorityOf = (at: number): string | null =>
    priorities.ok ? said.figure(priorities.value.weights[at] ?? 0) : null;
  const open = things.flatMap((one, at) =>
    things.slice(at + 1).filter((other) => valueOf(one.key, other.key) === null),
  );
  return (
    <>
      <p className={classes.lead}>
        <Trans>
          How many times as much does the row count as the column? 1 to 9; a fraction such as 1/3 where it counts less.
        </Trans>
      </p>
      <WideTable label={t`Pairwise judgements: ${sheet.label}`}>
        <table className={`${classes.grid} ${classes.sheet} ${classes.held}`} onKeyDown={walk}>
          <thead>
            <tr>
              <td />
              {things.map(({ key, name }) => (
                <th key={key} scope="col" className={classes.headCell}>
                  {name}
                </th>
              ))}
              <th scope="col" className={classes.number}>
                <Trans>Priority</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {things.map((one, row) => (
              <tr key={one.key}>
                <th scope="row">{one.name}</th>
                {things.map((other, column) => {
                  const value = valueOf(one.key, other.key);
                  return (
                    <td key={other.key}>
                      {row < column && canChange ? (
                        <NumberField
                          label={t`${one.name} against ${other.name}`}
                          value={value}
                          textOf={judgementText}
                          isAllowed={(given) => given > 0 && given <= 1e6 && given >= 1e-6}
                          onChange={(given) =>
                            set(withPair(choice, rater, sheet, { one: one.key, other: other.key, value: given }))
                          }
                        />
                      ) : (
                        <span className={classes.quiet}>{value === null ? '–' : judgementText(value)}</span>
                      )}
                    </td>
                  );
                })}
                <td className={classes.number}>{priorityOf(row) ?? <Unknown>{t`open`}</Unknown>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
      <div aria-live="polite">
        {priorities.ok ? (
          <Consistency
            {...priorities.value}
            names={things.map(({ name }) => name)}
            onAgree={(row, column, value) =>
              set(
                withPair(choice, rater, sheet, {
                  one: things[row]?.key ?? '',
                  other: things[column]?.key ?? '',
                  value,
                }),
              )
            }
          />
        ) : (
          <p>
            {open.length > 0 ? (
              <Trans>{open.length} pairs are open; each is to be compared before they weigh.</Trans>
            ) : (
              priorities.problems[0]?.message
            )}
          </p>
        )}
      </div>
    </>
  );
}

type ConsistencyProps = {
  readonly names: readonly string[];
  readonly consistencyRatio: number;
  readonly randomIndex: { readonly value: number; readonly source: string };
  readonly worst: {
    readonly row: number;
    readonly column: number;
    readonly given: number;
    readonly agreeing: number;
    readonly ratioThen: number;
  } | null;
  readonly onAgree: (row: number, column: number, value: number) => void;
};

/** How far the judgements contradict each other, and where to look first. */
function Consistency({ names, consistencyRatio, randomIndex, worst, onAgree }: ConsistencyProps) {
  const said = useChoiceWords();
  const { canChange } = useChoice();
  const isOver = consistencyRatio > MOST_INCONSISTENCY;
  const ratio = said.figure(consistencyRatio);
  const { value, source } = randomIndex;
  const one = names[worst?.row ?? 0] ?? '';
  const other = names[worst?.column ?? 0] ?? '';
  return (
    <>
      <p>
        {isOver ? (
          <strong className={classes.caution}>
            <Trans>▲ Consistency ratio {ratio}, over 0.10: the pairs contradict each other.</Trans>
          </strong>
        ) : (
          <Trans>✓ Consistency ratio {ratio}, not over 0.10.</Trans>
        )}{' '}
        <span className={classes.quiet}>
          <Trans>
            Random index {value} ({source})
          </Trans>
        </span>
      </p>
      {worst !== null && isOver && (
        <p>
          <Trans>
            Look first at “{one}” against “{other}”: {judgementText(worst.given)} is given,{' '}
            {judgementText(worst.agreeing)} would agree with the rest and leave {said.figure(worst.ratioThen)}.
          </Trans>{' '}
          {canChange && (
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => onAgree(worst.row, worst.column, worst.agreeing)}
            >
              <Trans>Take {judgementText(worst.agreeing)}</Trans>
            </Button>
          )}
        </p>
      )}
    </>
  );
}
