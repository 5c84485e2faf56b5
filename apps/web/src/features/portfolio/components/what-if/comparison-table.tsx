import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import type { WhatIfAnswer } from '@entente/contract/portfolio';
import { AIMS } from '@entente/core/portfolio';
import { Inspected } from '../../../../ui/inspector.tsx';
import { RuleBody } from '../../../../ui/rule-body.tsx';
import { Inspectable } from '../inspectable.tsx';
import { AIM_TEXTS } from './aim-texts.ts';
import { useComparisonRows } from './comparison-rows.tsx';
import type { ComparisonRow } from './effect-rows.tsx';
import type { PlannedMove } from './move-address.ts';
import { ROW_RULES } from './row-rules.ts';
import classes from './what-if.module.css';

type Props = {
  readonly workspace: string;
  readonly answer: WhatIfAnswer;
  readonly moves: readonly PlannedMove[];
  readonly onRemove: (place: number) => void;
  readonly isKept: (move: PlannedMove) => boolean;
  /** Null for whoever may not. */
  readonly onKeep: ((move: PlannedMove) => void) | null;
};

/** Places in the order of their scores, the best first; as given where nothing is scored. */
function ranked(size: number, scores: WhatIfAnswer['scores']): readonly number[] {
  const places = Array.from({ length: size }, (_, place) => place);
  return scores === null
    ? places
    : places.sort((one, other) => (scores[other]?.score ?? 0) - (scores[one]?.score ?? 0));
}

/** Candidates side by side against today, best first by the aims. */
export function ComparisonTable({ workspace, answer, moves, onRemove, isKept, onKeep }: Props) {
  const { t, i18n } = useLingui();
  const rows = useComparisonRows(workspace, answer);
  const { outlooks, scores } = answer;
  const order = ranked(outlooks.length, scores);
  const numbers = new Intl.NumberFormat(i18n.locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const scored = (place: number) =>
    scores === null ? (
      '–'
    ) : (
      <Inspectable id={`what-if.${place}`}>{numbers.format(scores[place]?.score ?? 0)}</Inspectable>
    );
  return (
    <>
      <div className={classes.frame} tabIndex={0} role="region" aria-label={t`Moves side by side`}>
        <table className={classes.comparison}>
          <thead>
            <tr>
              <td />
              <th scope="col">
                <Trans>Today</Trans>
              </th>
              {order.map((place, rank) => {
                const partner = outlooks[place]?.candidate ?? '';
                return (
                  <th key={place} scope="col">
                    <div className={classes.quiet}>{scores === null ? '' : `${rank + 1}.`}</div>
                    <div className={classes.partner}>{partner}</div>
                    {onKeep && <KeepButton move={moves[place]} partner={partner} isKept={isKept} onKeep={onKeep} />}
                    <Button
                      size="compact-xs"
                      variant="subtle"
                      color="gray"
                      px={0}
                      aria-label={t`Remove the move with ${partner}`}
                      onClick={() => onRemove(place)}
                    >
                      <Trans>Remove</Trans>
                    </Button>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">
                <Trans>Score by the aims</Trans>
              </th>
              <td>{scored(outlooks.length)}</td>
              {order.map((place) => (
                <td key={place}>{scored(place)}</td>
              ))}
            </tr>
            {rows.map(({ id, label, today, cell, open, opensToday }) => (
              <tr key={id}>
                <th scope="row">
                  {ROW_RULES[id] === undefined ? label : <Inspectable id={`what-if.row.${id}`}>{label}</Inspectable>}
                </th>
                <td>
                  {open && opensToday !== false ? <Inspectable id={cellId(id, null)}>{today}</Inspectable> : today}
                </td>
                {order.map((place) => {
                  const [outlook, move] = [outlooks[place], moves[place]];
                  const shown = outlook && move && cell(outlook, move);
                  return (
                    <td key={place}>{open ? <Inspectable id={cellId(id, place)}>{shown}</Inspectable> : shown}</td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.map((row) => (
        <Inspected key={row.id} id={`what-if.row.${row.id}`} title={row.label}>
          <RowBody row={row} answer={answer} moves={moves} />
        </Inspected>
      ))}
      {rows.map((row) => (
        <CellBodies key={row.id} row={row} answer={answer} moves={moves} />
      ))}
      {scores?.map((score, place) => (
        <Inspected key={place} id={`what-if.${place}`} title={outlooks[place]?.candidate ?? t`Today`}>
          <ScoreBody score={score} />
        </Inspected>
      ))}
    </>
  );
}

type KeepProps = Pick<Props, 'isKept'> & {
  readonly move: PlannedMove | undefined;
  readonly partner: string;
  readonly onKeep: (move: PlannedMove) => void;
};

/** Keeps a move for others who steer the portfolio, and for later. */
function KeepButton({ move, partner, isKept, onKeep }: KeepProps) {
  const { t } = useLingui();
  if (move === undefined) return null;
  const words = isKept(move) ? t`Kept` : t`Keep`;
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      px={0}
      me="sm"
      disabled={isKept(move)}
      aria-label={`${words}: ${partner}`}
      onClick={() => onKeep(move)}
    >
      {words}
    </Button>
  );
}

const cellId = (row: string, place: number | null): string => `what-if.cell.${row}.${place ?? 'today'}`;

/** What the figures of a line open to: the rule, and what each is made of with who says so. */
function CellBodies({ row, answer, moves }: { readonly row: ComparisonRow } & Pick<Props, 'answer' | 'moves'>) {
  const { t, i18n } = useLingui();
  const rule = ROW_RULES[row.id];
  const { open, label, today, cell } = row;
  if (open === undefined) return null;
  return [null, ...answer.outlooks.keys()].map((place) => {
    const outlook = place === null ? null : (answer.outlooks[place] ?? null);
    const move = place === null ? undefined : moves[place];
    const title = `${label}: ${outlook?.candidate ?? t`Today`}`;
    return (
      <Inspected key={place} id={cellId(row.id, place)} title={title}>
        <RuleBody
          rule={rule && i18n._(rule)}
          inputs={[
            { label: t`Today`, value: today },
            ...(outlook && move ? [{ label: outlook.candidate, value: cell(outlook, move) }] : []),
          ]}
          links={[<MethodCard key="card" />]}
        >
          {open(outlook)}
        </RuleBody>
      </Inspected>
    );
  });
}

/** How a line is computed, with its value today and with each move. */
function RowBody({ row, answer, moves }: { readonly row: ComparisonRow } & Pick<Props, 'answer' | 'moves'>) {
  const { t, i18n } = useLingui();
  const rule = ROW_RULES[row.id];
  return (
    <RuleBody
      rule={rule && i18n._(rule)}
      inputs={[
        { label: t`Today`, value: row.today },
        ...answer.outlooks.flatMap((outlook, place) => {
          const move = moves[place];
          return move === undefined ? [] : [{ label: outlook.candidate, value: row.cell(outlook, move) }];
        }),
      ]}
      links={[<MethodCard key="card" />]}
    />
  );
}

const MethodCard = () => (
  <a href="/docs/methods/portfolio#what-if" target="_blank" rel="noreferrer">
    <Trans>Method card: what if</Trans>
  </a>
);

function ScoreBody({ score }: { readonly score: NonNullable<WhatIfAnswer['scores']>[number] }) {
  const { t, i18n } = useLingui();
  const numbers = new Intl.NumberFormat(i18n.locale, { maximumFractionDigits: 2, signDisplay: 'exceptZero' });
  const shown = (gain: number | null | undefined): string =>
    gain === null || gain === undefined ? t`unknown` : numbers.format(gain);
  return (
    <RuleBody
      rule={
        <Trans>
          Each aim is a difference against today. It is scaled from the worst to the best of all columns, and the score
          is their mean by weight: 1 is best in all, 0 worst in all. What is unknown counts as worst.
        </Trans>
      }
      inputs={AIMS.map((aim) => ({ label: i18n._(AIM_TEXTS[aim]), value: shown(score.gains[aim]) }))}
      links={[<MethodCard key="card" />]}
    />
  );
}
