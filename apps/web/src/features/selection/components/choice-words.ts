import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { problemWords } from '../../../lib/problem-words.ts';
import type { Candidate, Choice, ChoiceReading } from './choice-draft.ts';
import type { ChoiceFault } from './choice-faults.ts';

const STAGES: Readonly<Record<Candidate['stage'], MessageDescriptor>> = {
  'long-list': msg`long list`,
  'short-list': msg`short list`,
  chosen: msg`chosen`,
  dropped: msg`dropped`,
};

const METHODS: Readonly<Record<Choice['method'], MessageDescriptor>> = {
  wsm: msg`weighted sum`,
  topsis: msg`TOPSIS`,
  promethee2: msg`PROMETHEE II`,
  ahp: msg`AHP (pairs)`,
};

const NORMALISATIONS = { vector: msg`by the length of the column`, minmax: msg`from the worst to the best` } as const;

/** The criteria that a new choice begins with. */
export const DEFAULT_NAMES: Readonly<Record<string, MessageDescriptor>> = {
  complementarity: msg`Complementarity`,
  compatibility: msg`Compatibility`,
  capability: msg`Capability`,
  commitment: msg`Commitment`,
  'similar-values': msg`Similar values`,
  'government-relations': msg`Government relations`,
  'conflict-with-partners': msg`Conflict with partners`,
};

const SHAPES: Readonly<Record<Choice['criteria'][number]['preference']['shape'], MessageDescriptor>> = {
  usual: msg`usual: better at all`,
  'u-shape': msg`U: beyond a threshold`,
  'v-shape': msg`V: rising to a threshold`,
  level: msg`level: in two steps`,
  linear: msg`linear: between two thresholds`,
  gaussian: msg`Gaussian: along a curve`,
};

type Told = ChoiceReading['warnings'][number];

/** What a choice is made of, in words, and its figures in the notation of the language. */
export function useChoiceWords() {
  const { i18n } = useLingui();
  const figures = new Intl.NumberFormat(i18n.locale, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
  const numbers = new Intl.NumberFormat(i18n.locale, { maximumFractionDigits: 3 });
  const parts = new Intl.NumberFormat(i18n.locale, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const nameIn = (list: readonly { readonly key: string; readonly name: string }[], key: string): string =>
    list.find((each) => each.key === key)?.name ?? key;
  return {
    stage: (stage: Candidate['stage']): string => i18n._(STAGES[stage]),
    method: (method: Choice['method']): string => i18n._(METHODS[method]),
    normalisation: (by: 'vector' | 'minmax'): string => i18n._(NORMALISATIONS[by]),
    shape: (shape: keyof typeof SHAPES): string => i18n._(SHAPES[shape]),
    figure: (value: number): string => figures.format(value),
    /** A rating, or what was measured. */
    rating: (value: number): string => numbers.format(value),
    part: (value: number): string => parts.format(value),
    nameIn,
    /** What ends a sentence that has no end yet. */
    ends: (sentence: string): string => (/[.。!?]$/.test(sentence) ? '' : i18n.locale === 'en' ? '.' : '。'),
    /** Why something cannot be saved, with the names that it is about. */
    fault({ names, ...problem }: ChoiceFault): { readonly message: string; readonly fix: string | null } {
      const { message, fix } = problemWords(problem, i18n);
      const about = names.filter((name) => !message.includes(name));
      if (about.length === 0) return { message, fix };
      const brackets = i18n.locale === 'en' ? ` (${about.join(', ')})` : `（${about.join('、')}）`;
      return { message: `${message.replace(/[.。]$/, '')}${brackets}`, fix };
    },
    /** A refusal or warning; in English the words of the rule, which name its parts, else the page's with the names behind. */
    told(problem: Told, choice: Choice): { readonly message: string; readonly fix: string | null } {
      const { message, fix } = problemWords(problem, i18n);
      const about = [
        problem.candidate && nameIn(choice.candidates, problem.candidate),
        problem.criterion && nameIn(choice.criteria, problem.criterion),
        problem.rater && nameIn(choice.raters, problem.rater),
      ].filter((name) => typeof name === 'string' && name !== '');
      return {
        message: i18n.locale === 'en' || about.length === 0 ? message : `${message}（${about.join('、')}）`,
        fix,
      };
    },
  };
}
