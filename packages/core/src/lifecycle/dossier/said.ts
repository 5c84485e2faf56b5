import type { Wording } from '../../register/index.ts';

/** A point that is given in three languages. */
export type SaidPoint = { readonly key: string; readonly words: Wording };

/** English, Japanese, Chinese. */
export type Said = readonly [key: string, en: string, ja: string, zhHant: string];

export const saidPoint = ([key, en, ja, zhHant]: Said): SaidPoint => ({ key, words: { en, ja, 'zh-Hant': zhHant } });
