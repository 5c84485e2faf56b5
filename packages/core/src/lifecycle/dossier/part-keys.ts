import type { Problem } from '../../kernel/index.ts';

/** Names a part within its paper. */
export type PartKey = string;

/** Parts that have the key of another. */
export const keyTwice = (parts: readonly { readonly key: PartKey }[], pointer: string): readonly Problem[] =>
  parts.flatMap(({ key }, at) =>
    parts.findIndex((other) => other.key === key) === at
      ? []
      : [
          {
            code: 'value-refused',
            message: 'Two parts of the paper have the same key',
            fix: 'Give each part a key of its own.',
            pointer: `${pointer}/${at}/key`,
          },
        ],
  );
