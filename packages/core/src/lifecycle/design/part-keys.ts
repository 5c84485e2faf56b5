import type { Problem } from '../../kernel/index.ts';

/** Parts of a paper that bear the key of an earlier one; `at` is where the list stands in the paper. */
export const repeatedParts = (parts: readonly { readonly key: string }[], at: string): readonly Problem[] =>
  parts.flatMap(({ key }, place) =>
    parts.findIndex((each) => each.key === key) === place
      ? []
      : [
          {
            code: 'design-part-repeated',
            message: `"${key}" stands twice`,
            fix: 'Let each part stand once.',
            pointer: `${at}/${place}/key`,
          },
        ],
  );

/** A day that comes before the one it has to follow. */
export const daysReversed = (from: string | null, to: string | null, pointer: string): readonly Problem[] =>
  from === null || to === null || to >= from
    ? []
    : [
        {
          code: 'days-reversed',
          message: `${to} comes before ${from}`,
          fix: 'Give the later day as the end.',
          pointer,
        },
      ];
