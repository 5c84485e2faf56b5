import type { PaperOf } from '@entente/contract/dossier';
import type { WrittenCell } from '@entente/core/interchange';
import { partnerChoiceReading } from '../readings/partner-choice.ts';

type Row = readonly WrittenCell[];

const nothing = (count: number): readonly null[] => Array.from({ length: count }, () => null);

/** A choice and its decision as rows: what was asked and decided, the candidates with scores and means, and each rating. */
export function partnerChoiceTable(choice: PaperOf<'partner-choice'>): readonly Row[] {
  const reading = partnerChoiceReading(choice);
  const { candidates, criteria, raters, ratings, decision, illustrative } = choice;
  const nameIn = (list: readonly { readonly key: string; readonly name: string }[], key: string): string =>
    list.find((each) => each.key === key)?.name ?? key;
  const figure = (value: number | undefined): WrittenCell =>
    value === undefined ? null : { number: String(Number(value.toPrecision(12))) };
  const methods = reading.rankings.filter(({ scores }) => scores.length > 0);
  const beside = nothing(2 * methods.length);
  const cellOf = (candidate: string, criterion: string) =>
    reading.cells.find((each) => each.candidate === candidate && each.criterion === criterion)?.spread;
  const weightOf = (key: string) => reading.weights.find((each) => each.key === key)?.weight;
  return [
    ['question', choice.question],
    ['illustrative', illustrative],
    ['decision', decision && nameIn(candidates, decision.chosen)],
    ['decided on', decision?.on ?? null],
    ['reason', decision?.reason ?? null],
    ['method', choice.method],
    ['normalisation', reading.rankings[0]?.normalisation ?? null],
    [],
    [
      'candidate',
      'stage',
      'reason',
      ...methods.flatMap(({ method }) => [`score ${method}`, `rank ${method}`]),
      ...criteria.map(({ name }) => name),
    ],
    [null, null, 'direction', ...beside, ...criteria.map(({ direction }) => direction)],
    [null, null, 'weight', ...beside, ...criteria.map(({ key }) => figure(weightOf(key)))],
    ...candidates.map(
      ({ key, name, stage, reason }): Row => [
        name,
        stage,
        reason,
        ...methods.flatMap(({ scores }) => {
          const found = scores.find(({ candidate }) => candidate === key);
          return [figure(found?.score), figure(found?.rank)];
        }),
        ...criteria.map((criterion) => figure(cellOf(key, criterion.key)?.mean)),
      ],
    ),
    [],
    ['rater', 'candidate', 'criterion', 'value', 'comment'],
    ...ratings.flatMap(({ rater, candidate, values }) =>
      values.map(
        ({ criterion, value, comment }): Row => [
          nameIn(raters, rater),
          nameIn(candidates, candidate),
          nameIn(criteria, criterion),
          figure(value),
          comment,
        ],
      ),
    ),
  ];
}
