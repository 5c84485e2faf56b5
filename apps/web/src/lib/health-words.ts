import type { HealthRatingsSaid } from '@entente/contract/sharing';
import {
  HEALTH_DIMENSION_WORDS,
  HEALTH_DIMENSIONS,
  HEALTH_STATEMENTS,
  type HealthDimension,
  healthGaps,
  type JudgedDimension,
} from '@entente/core/lifecycle';
import { useLingui } from '@lingui/react/macro';
import { useSaid } from './said.ts';

type Judged = Readonly<Partial<Record<string, { readonly score: number | null; readonly comment: string | null }>>>;
type HealthSide = 'firm' | 'partner';
/** What was said in a health check: by name, or in an anonymous one by nobody. */
type HealthSaid = {
  readonly criteria: readonly { readonly dimension: JudgedDimension; readonly name: string }[];
  readonly answers: readonly {
    readonly id: string;
    readonly side: HealthSide;
    readonly person: string;
    readonly ratings: HealthRatingsSaid | null;
  }[];
  readonly unnamed:
    | readonly {
        readonly side: HealthSide;
        readonly answered: number;
        readonly scores: readonly { readonly dimension: JudgedDimension; readonly score: number }[];
        readonly comments: readonly { readonly dimension: JudgedDimension; readonly comment: string }[];
      }[]
    | null;
};
/** A comment, and whose it is; null: nobody's, for the check is anonymous. */
export type HealthComment = { readonly key: string; readonly person: string | null; readonly comment: string };

/** How many people of a side answered. */
export const answeredOf = ({ answers, unnamed }: HealthSaid, side: HealthSide): number =>
  unnamed?.find((each) => each.side === side)?.answered ?? answers.filter((answer) => answer.side === side).length;

/** What a side said, a sheet a person; of an anonymous check a sheet a rating, for nobody knows which belong together. */
export function sheetsOf({ answers, unnamed }: HealthSaid, side: HealthSide): readonly HealthRatingsSaid[] {
  const named = answers.flatMap(({ side: of, ratings }) => (of === side && ratings ? [ratings] : []));
  const scores = unnamed?.find((each) => each.side === side)?.scores ?? [];
  return [...named, ...scores.map((score): HealthRatingsSaid => [{ ...score, comment: null }])];
}

function commentsOn({ answers, unnamed }: HealthSaid, about: JudgedDimension): readonly HealthComment[] {
  const named = answers.flatMap(({ id, person, ratings }) =>
    (ratings ?? []).flatMap(({ dimension, comment }): HealthComment[] =>
      dimension === about && comment !== null ? [{ key: id, person, comment }] : [],
    ),
  );
  const others = (unnamed ?? []).flatMap(({ side, comments }) =>
    comments.flatMap(({ dimension, comment }, nth): HealthComment[] =>
      dimension === about ? [{ key: `${side} ${nth}`, person: null, comment }] : [],
    ),
  );
  return [...named, ...others];
}

/** What is judged in a health check, in the reader's language, and what came of it. */
export function useHealthWords() {
  const { t } = useLingui();
  const { point } = useSaid();
  const label = (dimension: HealthDimension): string => point(HEALTH_DIMENSION_WORDS, dimension);
  const dimensions = HEALTH_DIMENSIONS.map((key) => ({
    key,
    label: label(key),
    statement: point(HEALTH_STATEMENTS, key),
  }));
  /** The dimensions, and the criteria of fit that are asked beside them. */
  const itemsOf = ({ criteria }: Pick<HealthSaid, 'criteria'>) => [
    ...dimensions,
    ...criteria.map(({ dimension, name }) => ({
      key: dimension,
      label: name,
      statement: t`A criterion of fit: how much of it is there today?`,
    })),
  ];
  return {
    dimensions,
    itemsOf,
    /** The gap of everything that is judged, `side` being the reader's own. */
    gaps: (said: HealthSaid, side: HealthSide) => {
      const items = itemsOf(said);
      const sides = { ours: sheetsOf(said, side), theirs: sheetsOf(said, side === 'firm' ? 'partner' : 'firm') };
      const judged = healthGaps(
        sides,
        items.map(({ key }): JudgedDimension => key),
      );
      return judged.map(({ dimension, ours, theirs, gapOfMeans }, at) => ({
        key: dimension,
        label: items[at]?.label ?? dimension,
        ours,
        theirs,
        gap: gapOfMeans,
      }));
    },
    /** Comments by what they are about, in its order. */
    comments: (said: HealthSaid) =>
      itemsOf(said)
        .map(({ key, label: name }) => ({ key, label: name, said: commentsOn(said, key) }))
        .filter((each) => each.said.length > 0),
  };
}

/** What stands in the form, by dimension. */
export const judgedOf = (ratings: HealthRatingsSaid | null): Judged =>
  Object.fromEntries((ratings ?? []).map(({ dimension, score, comment }) => [dimension, { score, comment }]));

/** What is sent; null where nothing is judged yet. */
export function draftOfJudged(
  judged: Judged,
  items: readonly { readonly key: JudgedDimension }[],
): {
  readonly verdict: 'rated';
  readonly words: null;
  readonly ratings: HealthRatingsSaid;
} | null {
  const ratings = items.flatMap(({ key: dimension }) => {
    const rating = judged[dimension];
    return rating === undefined ? [] : [{ dimension, ...rating }];
  });
  return ratings.length === 0 ? null : { verdict: 'rated', words: null, ratings };
}
