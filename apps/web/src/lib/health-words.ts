import type { HealthRatingsSaid } from '@entente/contract/sharing';
import {
  HEALTH_DIMENSION_WORDS,
  HEALTH_DIMENSIONS,
  HEALTH_STATEMENTS,
  type HealthDimension,
  healthGaps,
} from '@entente/core/lifecycle';
import { useSaid } from './said.ts';

type Judged = Readonly<Partial<Record<string, { readonly score: number | null; readonly comment: string | null }>>>;
type Answer = {
  readonly id: string;
  readonly side: 'firm' | 'partner';
  readonly person: string;
  readonly ratings: HealthRatingsSaid | null;
};
export type HealthComment = { readonly key: string; readonly person: string; readonly comment: string };

/** What is judged in a health check, in the reader's language, and what came of it. */
export function useHealthWords() {
  const { point } = useSaid();
  const label = (dimension: HealthDimension): string => point(HEALTH_DIMENSION_WORDS, dimension);
  return {
    items: HEALTH_DIMENSIONS.map((key) => ({ key, label: label(key), statement: point(HEALTH_STATEMENTS, key) })),
    /** The gap of each dimension, `side` being the reader's own. */
    gaps: (answers: readonly Answer[], side: Answer['side']) => {
      const sheets = (own: boolean) =>
        answers.filter((answer) => (answer.side === side) === own).flatMap(({ ratings }) => (ratings ? [ratings] : []));
      return healthGaps({ ours: sheets(true), theirs: sheets(false) }).map(
        ({ dimension, ours, theirs, gapOfMeans }) => ({
          key: dimension,
          label: label(dimension),
          ours,
          theirs,
          gap: gapOfMeans,
        }),
      );
    },
    /** Comments by dimension, in the order of the dimensions. */
    comments: (answers: readonly Answer[]) =>
      HEALTH_DIMENSIONS.map((key) => ({
        key,
        label: label(key),
        said: answers.flatMap(({ id, person, ratings }) =>
          (ratings ?? []).flatMap(({ dimension, comment }): HealthComment[] =>
            dimension === key && comment !== null ? [{ key: id, person, comment }] : [],
          ),
        ),
      })).filter(({ said }) => said.length > 0),
  };
}

/** What stands in the form, by dimension. */
export const judgedOf = (ratings: HealthRatingsSaid | null): Judged =>
  Object.fromEntries((ratings ?? []).map(({ dimension, score, comment }) => [dimension, { score, comment }]));

/** What is sent; null where nothing is judged yet. */
export function draftOfJudged(judged: Judged): {
  readonly verdict: 'rated';
  readonly words: null;
  readonly ratings: HealthRatingsSaid;
} | null {
  const ratings = HEALTH_DIMENSIONS.flatMap((dimension) => {
    const rating = judged[dimension];
    return rating === undefined ? [] : [{ dimension, ...rating }];
  });
  return ratings.length === 0 ? null : { verdict: 'rated', words: null, ratings };
}
